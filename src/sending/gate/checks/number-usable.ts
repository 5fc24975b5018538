// The number can receive an SMS; fictional ones only from a sandbox.
import { type AcceptanceCheck, passed, refuse } from '../gate-check.ts'

export const numberUsable: AcceptanceCheck = {
  name: 'number_usable',
  askOnce: ({ person }) => (person.numberUsable ? passed : refuse('number_not_usable')),
}
