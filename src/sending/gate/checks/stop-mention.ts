// The number that a text gives for STOP is the route's own, and no other.
import { type AcceptanceCheck, passed, refuse } from '../gate-check.ts'

export const stopMention: AcceptanceCheck = {
  name: 'stop_mention',
  askOnce: ({ text }) => (text.foreignStopNumber ? refuse('stop_mention_mismatch') : passed),
}
