// Applies the table of rules to the columns of a file, step by step.
import { type Decision, saidByCells } from '../decide-by-values.ts'
import { type Column, FileView, type Rows } from './file-view.ts'
import { type Gives, type Rule, type Step, steps } from './table.ts'

/** Told of every rule that holds for a column, the first of its step first. */
export type Heard = (step: Step, rule: Rule, column: Column) => void

/** Where somebody listens, every rule is asked; the first of each step decides all the same. */
export function applyRules(columns: readonly Column[], rows: Rows, heard?: Heard) {
  const file = new FileView(columns, rows)
  for (const step of steps()) {
    file.nextStep()
    const changes = columns.map((column) => changeOf(step, column, file, heard))
    columns.forEach((column, index) => {
      const { decision, namesakes } = changes[index] as Change
      if (decision !== null) column.decision = decision
      if (namesakes) column.namesakes = true
    })
  }
}

type Change = { decision: Decision | null; namesakes: boolean }

function changeOf(step: Step, column: Column, file: FileView, heard?: Heard): Change {
  const change: Change = { decision: null, namesakes: false }
  for (const rule of step.byType.get(column.decision.type) ?? []) {
    const isDone = change.decision !== null && rule.gives !== null
    if (isDone && heard === undefined) continue
    const measure = rule.holds(column, file)
    if (measure === null) continue
    heard?.(step, rule, column)
    if (isDone) continue
    if (rule.marksNamesakes) change.namesakes = true
    if (rule.gives !== null) change.decision = decided(rule.gives, column.decision, measure)
  }
  return change
}

function decided({ type, by }: Gives, before: Decision, measure: number): Decision {
  if (by === 'same_evidence') return { ...before, type }
  if (by === 'cells') return saidByCells(type, measure, 1)
  return {
    type,
    confidence: 'medium',
    evidence: [{ code: 'neighbour_column', facts: { type } }],
  }
}
