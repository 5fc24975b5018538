// Marketing waits for the allowed hours and days where the person lives.
import { type GateCheck, notApplicable, passed } from '../gate-check.ts'

export const hours: GateCheck = {
  name: 'hours',
  ask: ({ text, moment }) => {
    if (text.class !== 'marketing') return notApplicable
    if (moment.opensAt === null) return passed
    return { kind: 'held', hold: 'outside_hours', until: moment.opensAt }
  },
}
