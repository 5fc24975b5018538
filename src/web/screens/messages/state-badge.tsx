// A message's state, in a colour that goes with its word.
import { Badge } from '@mantine/core'
import type { MessageView } from '../../../sending/contract.ts'
import { useWords } from '../../data/language.tsx'

const colours: Record<MessageView['state'], string> = {
  accepted: 'gray',
  held: 'yellow',
  queued: 'gray',
  submitting: 'cyan',
  submitted: 'cyan',
  maybe_sent: 'violet',
  delivered: 'green',
  undelivered: 'red',
  expired: 'red',
  rejected: 'red',
  refused: 'orange',
  cancelled: 'orange',
  unconfirmed: 'gray',
}

export function StateBadge(props: { state: MessageView['state'] }) {
  const words = useWords()
  return (
    <Badge color={colours[props.state]} variant="light" tt="none">
      {words.messages.states[props.state]}
    </Badge>
  )
}
