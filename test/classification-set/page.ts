// The page that publishes what the classifier gets right on each half of the set.
import { halfA } from './half-a.ts'
import { halfB } from './half-b.ts'
import { filesOfRound, rounds } from './half-c.ts'
import { type FileScore, type Score, scoreFile, totalOf } from './score.ts'
import { filesOf, type Half, type LabelledFile } from './template.ts'

export async function scoresOf(half: Half): Promise<FileScore[]> {
  return await scoresOfFiles(filesOfHalf(half))
}

function filesOfHalf(half: Half): LabelledFile[] {
  if (half === 'C') return rounds.flatMap(({ name }) => filesOfRound(name))
  return filesOf(half, half === 'A' ? halfA : halfB)
}

async function scoresOfFiles(files: readonly LabelledFile[]): Promise<FileScore[]> {
  const scores: FileScore[] = []
  for (const file of files) scores.push(await scoreFile(file))
  return scores
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`

function summary(...halves: readonly (readonly FileScore[])[]): string {
  const totals = halves.map(totalOf)
  const line = (what: string, of: (score: Score) => string | number) =>
    `| ${what} | ${totals.map(of).join(' | ')} |`
  return [
    '| | Half A | Half B | Half C |',
    '|---|---|---|---|',
    line('files', ({ files }) => files),
    line('verdicts of files that are right', (s) => share(s.verdictsRight, s.files)),
    line('verdicts of records that are right', (s) => share(s.rowsRight, s.rows)),
    line('types of columns that are right', (s) => share(s.typesRight, s.columns)),
    line('direct or special columns missed under a header', (s) => s.missedWithHeader),
    line('harmless files', (s) => s.harmless),
    line('harmless files called personal', (s) => s.harmlessCalledPersonal),
  ].join('\n')
}

/** The first look of each round of half C, and how its files are read today. */
async function firstLooks(): Promise<string> {
  const lines: string[] = []
  for (const { name, firstLook } of rounds) {
    const today = totalOf(await scoresOfFiles(filesOfRound(name)))
    const { files, verdicts, missed, harmlessCalledPersonal } = firstLook
    const now = [today.verdictsRight, today.missedWithHeader, today.harmlessCalledPersonal]
    lines.push(
      `| ${name} | ${files} | ${share(verdicts, files)} | ${missed} | ${harmlessCalledPersonal} | ${now.join(' | ')} |`,
    )
  }
  return [
    '| Round | Files | Verdicts right | Missed | Harmless called personal | Today: verdicts | Missed | Harmless |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
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

function isWrong({ verdict, rows, rowsRight, columns, typesRight }: FileScore): boolean {
  return verdict.is !== verdict.said || rowsRight < rows || typesRight < columns
}

export async function classificationSetPage(): Promise<string> {
  const scoresA = await scoresOf('A')
  const scoresB = await scoresOf('B')
  const scoresC = await scoresOf('C')
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

**Half C** is files and not templates, written by another hand to make the rules fail: the first
round before that hand had read a rule, the others after. Each round was read once, and only then
served to mend the rules: its first look is what to expect of a file never seen, and it cannot be
computed again. The cells of the first three rounds were drawn anew after that look, with numbers
from the ranges reserved for fiction.

${await firstLooks()}

Missed: direct or special columns called something else under a header.

${summary(scoresA, scoresB, scoresC)}

A type counts as right when it is the label or another that the label accepts (a Spanish DNI is also a
tax number). In a file without a header, a column about things counts as right when it is called some
attribute or nothing: without a title nobody could say which. S: personal by itself; C: by combination;
N: not personal.

## Half A

${table(scoresA)}

## Half B

${table(scoresB)}

## Half C: the files with something wrong

${table(scoresC.filter(isWrong))}
`
}
