// The page that publishes what the classifier gets right on each half of the set.
import { halfA } from './half-a.ts'
import { halfB } from './half-b.ts'
import { type FileScore, scoreFile, totalOf } from './score.ts'
import { filesOf, type Half, type Template } from './template.ts'

export async function scoresOf(half: Half): Promise<FileScore[]> {
  const templates: readonly Template[] = half === 'A' ? halfA : halfB
  const scores: FileScore[] = []
  for (const file of filesOf(half, templates)) scores.push(await scoreFile(file))
  return scores
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`

function summary(scoresA: readonly FileScore[], scoresB: readonly FileScore[]): string {
  const [a, b] = [totalOf(scoresA), totalOf(scoresB)]
  const line = (what: string, of: (score: typeof a) => string | number) =>
    `| ${what} | ${of(a)} | ${of(b)} |`
  return [
    '| | Half A | Half B |',
    '|---|---|---|',
    line('files', ({ files }) => files),
    line('verdicts of files that are right', (s) => share(s.verdictsRight, s.files)),
    line('verdicts of records that are right', (s) => share(s.rowsRight, s.rows)),
    line('types of columns that are right', (s) => share(s.typesRight, s.columns)),
    line('direct or special columns missed under a header', (s) => s.missedWithHeader),
    line('harmless files', (s) => s.harmless),
    line('harmless files called personal', (s) => s.harmlessCalledPersonal),
  ].join('\n')
}

const short: Readonly<Record<string, string>> = {
  personal_by_itself: 'S',
  personal_by_combination: 'C',
  not_personal: 'N',
}

function table(scores: readonly FileScore[]): string {
  const lines = scores.map((score) => {
    const { name, rows, verdict, rowsRight, columns, typesRight, missed, wrongTypes } = score
    const said = verdict.is === verdict.said ? '' : ` (said ${short[verdict.said]})`
    const wrong = [...missed, ...wrongTypes].join('; ').replaceAll('|', '/').replaceAll('\n', ' ')
    return `| ${name} | ${short[verdict.is]}${said} | ${rowsRight}/${rows} | ${typesRight}/${columns} | ${wrong} |`
  })
  const head = '| File | Verdict | Records right | Types right | Columns called something else |'
  return [head, '|---|---|---|---|---|', ...lines].join('\n')
}

export async function classificationSetPage(): Promise<string> {
  const [scoresA, scoresB] = [await scoresOf('A'), await scoresOf('B')]
  return `# What the classifier gets right

<!-- Written by \`npm run docs\` from the code; do not edit. -->

Labelled files made by templates with a fixed seed (\`test/classification-set\`): lists of people,
numbers alone and in pairs, notes, and goods, places and companies that look like people; in six
languages, with and without a header, under titles, in several encodings and delimiters, as CSV and
XLSX. The truth of each cell is known because the template made it; the truth of a record and of a
file follows from it by the rule of the notice.

The set is split by template. The rules were written and mended with **half A** in view. **Half B**
was written before either half was scored and is run for its score alone: no rule was changed for a
file of it. Both come from one hand, so B shows how the rules carry over to files nobody tuned them
to, not to files of a stranger. People are invented; a quarter of the family names are made up so
that no dictionary holds them.

${summary(scoresA, scoresB)}

A type counts as right when it is the label or another that the label accepts (a Spanish DNI is also a
tax number). In a file without a header, a column about things counts as right when it is called some
attribute or nothing: without a title nobody could say which. S: personal by itself; C: by combination;
N: not personal.

## Half A

${table(scoresA)}

## Half B

${table(scoresB)}
`
}
