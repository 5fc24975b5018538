// The number can get an SMS from here; a fiction number only from a sandbox account.
import { type AcceptanceCheck, passed, refuse } from '../gate-check.ts'

export const numberUsable: AcceptanceCheck = {
  name: 'number_usable',
  askOnce: ({ person }) => (person.numberUsable ? passed : refuse('number_not_usable')),
}
