// The state of a recurring send, and of one of its days, in a colour that goes with its word.
import type { OccurrenceState, RecurringState } from '../../../campaigns/contract.ts'
import { useWords } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'

const meanings: Record<RecurringState, Meaning> = {
  draft: 'neutral',
  active: 'good',
  paused: 'waits',
  ended: 'neutral',
}

const dayMeanings: Record<OccurrenceState, Meaning> = {
  gathering: 'information',
  made: 'information',
  waiting: 'waits',
  launched: 'good',
  nobody: 'neutral',
  missed: 'refused',
  stopped: 'refused',
}

export function RecurringBadge({ state }: { state: RecurringState }) {
  return <StatusBadge meaning={meanings[state]}>{useWords().recurring.states[state]}</StatusBadge>
}

export function DayBadge({ state }: { state: OccurrenceState }) {
  const w = useWords().recurring
  return <StatusBadge meaning={dayMeanings[state]}>{w.dayStates[state]}</StatusBadge>
}
