// From a header and sampled rows to a finding for each column; columns also explain one another.
import { type ColumnProfile, profileOf } from './column-profile.ts'
import { decideColumn } from './decide-column.ts'
import { contextOf } from './file-context.ts'
import type { ColumnFinding } from './finding.ts'
import { headerWords } from './fold.ts'
import { isNumberedColumn } from './headers/header-score.ts'
import { applyRules, type Heard } from './rules/apply-rules.ts'
import type { Column } from './rules/file-view.ts'
import { classOfType } from './types-of-data.ts'

/** Rows that type the columns. Every row counts for the verdicts, sampled or not. */
export const sampleRowsMax = 2_000

export type ColumnSample = { finding: ColumnFinding; profile: ColumnProfile; namesakes: boolean }

/** `heard` is told of every rule that holds, for whoever looks at the table of rules. */
export function classifyColumns(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
  heard?: Heard,
): ColumnSample[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), header?.length ?? 0)
  const drafts = Array.from({ length: width }, (_, index) => {
    const title = header?.[index] ?? ''
    const profile = profileOf(rows.map((row) => row[index] ?? ''))
    const words = headerWords(title)
    return { index, title, words: isNumberedColumn(words) ? '' : words, profile }
  })
  const context = contextOf(drafts)
  const columns: Column[] = drafts.map((draft) => ({
    ...draft,
    decision: decideColumn(draft.title, draft.profile, context),
    namesakes: false,
  }))
  applyRules(columns, rows, heard)
  return columns.map(({ index, title, profile, decision, namesakes }) => ({
    profile,
    namesakes,
    finding: {
      index,
      header: title,
      class: classOfType[decision.type],
      type: decision.type,
      confidence: decision.confidence,
      evidence: decision.evidence,
    },
  }))
}
