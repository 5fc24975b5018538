// An import's state, with what it means.
import type { ImportView } from '../../../intake/contract.ts'
import { useWords } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'
import { own } from '../../words/own.ts'
import { undoWords } from '../../words/people/undo.ts'

const meanings: Record<ImportView['state'], Meaning> = {
  received: 'information',
  analysed: 'waits',
  mapping_needed: 'waits',
  running: 'information',
  done: 'good',
  failed: 'refused',
  undoing: 'information',
  undone: 'neutral',
}

/** Deleted by somebody before it ran: nothing went wrong. */
export const isDropped = ({ failure }: Pick<ImportView, 'failure'>): boolean =>
  failure?.code === 'intake.file_dropped'

export function ImportBadge(props: { of: Pick<ImportView, 'state' | 'failure'> }) {
  const words = useWords()
  const { state } = props.of
  if (isDropped(props.of)) {
    return <StatusBadge meaning="neutral">{own(words, undoWords).dropped}</StatusBadge>
  }
  return <StatusBadge meaning={meanings[state]}>{words.imports.states[state]}</StatusBadge>
}
