// A message is not sent before its scheduled time.
import { type GateCheck, notApplicable, passed } from '../gate-check.ts'

export const schedule: GateCheck = {
  name: 'schedule',
  ask: ({ moment }) => {
    if (moment.notBefore === null) return notApplicable
    if (moment.notBefore <= moment.at) return passed
    return { kind: 'held', hold: 'scheduled', until: moment.notBefore }
  },
}
