// The sender is registered for the account and allowed in the country.
import { type GateCheck, passed, refuse } from '../gate-check.ts'

export const sender: GateCheck = {
  name: 'sender',
  ask: ({ text }) => {
    switch (text.sender) {
      case 'unknown':
        return refuse('sender_not_registered')
      case 'refused':
        return refuse('sender_not_allowed')
      case 'registered':
        return passed
    }
  },
}
