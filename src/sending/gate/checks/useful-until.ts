// A message that would arrive too late to be useful is not sent.
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const usefulUntil: GateCheck = {
  name: 'useful_until',
  ask: ({ moment }) => {
    if (moment.usefulUntil === null) return notApplicable
    const leavesAt = Math.max(moment.at, moment.opensAt ?? 0, moment.notBefore ?? 0)
    return leavesAt >= moment.usefulUntil ? refuse('outlived') : passed
  },
}
