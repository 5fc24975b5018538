// The number can get an SMS from here; a fiction number only from a sandbox account.
import { type GateCheck, passed, refuse } from '../gate-check.ts'

export const numberUsable: GateCheck = {
  name: 'number_usable',
  ask: ({ person }) => (person.numberUsable ? passed : refuse('number_not_usable')),
}
