// A person's status: always by its word, in the colour of what it means, the same on every screen.
import { Badge } from '@mantine/core'
import type { PersonStatus as Code } from '../../contacts/contract.ts'

const colours: Record<Code, string> = {
  can_receive: 'green',
  stopped: 'red',
  declined: 'red',
  restricted: 'red',
  unproven: 'yellow',
  expired: 'yellow',
  checked: 'orange',
  dead_number: 'gray',
  unreachable: 'gray',
  erased: 'gray',
}

/** `sentence` is the server's, with the day that it names. */
export function PersonStatus(props: { code: Code; sentence: string }) {
  return (
    <Badge color={colours[props.code]} variant="light" tt="none" className="accord-status">
      {props.sentence}
    </Badge>
  )
}
