// A message's state, with what it means.
import type { MessageView } from '../../../sending/contract.ts'
import { useWords } from '../../data/language.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Meaning } from '../../ui/tokens.ts'

const meanings: Record<MessageView['state'], Meaning> = {
  accepted: 'neutral',
  held: 'waits',
  queued: 'neutral',
  submitting: 'information',
  submitted: 'information',
  maybe_sent: 'waits',
  delivered: 'good',
  undelivered: 'refused',
  expired: 'refused',
  rejected: 'refused',
  refused: 'refused',
  cancelled: 'neutral',
  unconfirmed: 'neutral',
}

export function StateBadge(props: { state: MessageView['state'] }) {
  const words = useWords()
  return (
    <StatusBadge meaning={meanings[props.state]}>{words.messages.states[props.state]}</StatusBadge>
  )
}
