// The page that publishes what the classifier gets right on each half of the set.
import { rounds } from './half-c.ts'
import type { RulesReport } from './rules-report.ts'
import { type FileScore, type HalfScores, type Score, totalOf } from './score.ts'

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
function firstLooks(scores: HalfScores): string {
  const lines = rounds.map(({ name, firstLook }) => {
    const today = totalOf(scores.rounds.get(name) ?? [])
    const { files, verdicts, missed, harmlessCalledPersonal } = firstLook
    const now = [today.verdictsRight, today.missedWithHeader, today.harmlessCalledPersonal]
    const first = `${share(verdicts, files)} | ${missed} | ${harmlessCalledPersonal}`
    return `| ${name} | ${files} | ${first} | ${now.join(' | ')} |`
  })
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

/** Harmless files that may be called personal: none where the rules were in view. */
const harmlessCalledPersonalMax = { A: 0, B: 1, C: 0 } as const
const rightMin = 0.97

/** What the classifier promises and does not hold, one sentence each. */
export function breachesOf(scores: HalfScores, report: RulesReport): string[] {
  const found: string[] = []
  for (const half of ['A', 'B', 'C'] as const) {
    const total = totalOf(scores[half])
    const say = (what: string) => found.push(`half ${half}: ${what}`)
    if (total.verdictsRight < total.files * rightMin) say('too few verdicts of files are right')
    if (total.rowsRight < total.rows * rightMin) say('too few verdicts of records are right')
    if (total.harmlessCalledPersonal > harmlessCalledPersonalMax[half])
      say(`${total.harmlessCalledPersonal} harmless files are called personal`)
    for (const { name, missed, hasHeader, hasEvidence } of scores[half]) {
      if (hasHeader && missed.length > 0) say(`${name} has missed columns: ${missed.join('; ')}`)
      if (!hasEvidence) say(`${name} has a column without evidence`)
    }
  }
  const idle = report.rules.filter((rule) => rule.files === 0)
  return [...found, ...idle.map(({ name }) => `delete the rule "${name}": it never decides`)]
}

export function classificationSetPage(from: string, scores: HalfScores): string {
  return `# What the classifier gets right

<!-- Written by \`npm run classification\` from the code; do not edit; made from ${from} -->

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

${firstLooks(scores)}

Missed: direct or special columns called something else under a header.

${summary(scores.A, scores.B, scores.C)}

A type counts as right when it is the label or another that the label accepts (a Spanish DNI is also a
tax number). In a file without a header, a column about things counts as right when it is called some
attribute or nothing: without a title nobody could say which. S: personal by itself; C: by combination;
N: not personal.

## Half A

${table(scores.A)}

## Half B

${table(scores.B)}

## Half C: the files with something wrong

${table(scores.C.filter(isWrong))}
`
}
