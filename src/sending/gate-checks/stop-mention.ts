// The number that a text gives for STOP is the route's own, and no other.
import { type GateCheck, passed, refuse } from '../gate-check.ts'

export const stopMention: GateCheck = {
  name: 'stop_mention',
  ask: ({ text }) => (text.foreignStopNumber ? refuse('stop_mention_mismatch') : passed),
}
