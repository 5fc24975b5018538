// An import's state, with what it means.
import type { ImportView } from '../../../intake/contract.ts'
import { useWords } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'

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

export function ImportBadge(props: { state: ImportView['state'] }) {
  const words = useWords()
  return (
    <StatusBadge meaning={meanings[props.state]}>{words.imports.states[props.state]}</StatusBadge>
  )
}
