// What the table of rules does in the labelled files: how often each rule decides,
// and which conflict.
import { classifyColumns, deciding, ruleSteps } from '../../src/classification/index.ts'
import { labelledFiles } from './score.ts'
import { smallFiles, type Table, tableOf } from './small-file.ts'

export type RulesReport = {
  files: number
  rules: readonly { step: string; name: string; files: number }[]
  conflicts: ReadonlyMap<string, number>
}

function tables(): Table[] {
  const labelled = [...labelledFiles().values()].flat().map(({ columns, cells, writing }) => {
    const header = writing.hasHeader ? columns.map((column) => column.header) : null
    return { header, records: cells }
  })
  return [...labelled, ...smallFiles().map(({ text }) => tableOf(text))]
}

export function reportOfRules(): RulesReport {
  const counts = new Map<string, number>()
  const conflicts = new Map<string, number>()
  const all = tables()
  for (const { header, records } of all) {
    const told = deciding((heard) => classifyColumns(header, records, heard))
    for (const name of told.names) counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const pair of told.conflicts) conflicts.set(pair, (conflicts.get(pair) ?? 0) + 1)
  }
  const rules = ruleSteps().flatMap((step) =>
    step.rules.map(({ name }) => ({ step: step.name, name, files: counts.get(name) ?? 0 })),
  )
  return { files: all.length, rules, conflicts }
}

const cell = (text: string) => text.replaceAll('|', '/')

/** The table of rules with its counts, as the page has it. */
export function rulesTable({ files, rules, conflicts }: RulesReport): string {
  const all = rules.map(({ step, name, files: count }) => `| ${step} | ${cell(name)} | ${count} |`)
  const pairs = [...conflicts].map(([pair, count]) => `| ${cell(pair)} | ${count} |`)
  return `## The rules

How many of ${files} labelled files, small ones among them, have a column that a rule decides
(\`src/classification/data/rules.tsv\`). A rule that decides nowhere is deleted.

| Step | Rule | Files |
|---|---|---|
${all.join('\n')}

Rules of one step that both hold for a column and give it different types; the first decides.

| Rules | Columns |
|---|---|
${pairs.join('\n')}
`
}
