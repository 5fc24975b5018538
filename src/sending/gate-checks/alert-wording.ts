// An alert that reads like advertising is stopped, unless a second user answers for it.
import { advertisingScoreMin } from '../../countries/index.ts'
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const alertWording: GateCheck = {
  name: 'alert_wording',
  ask: ({ text }) => {
    if (text.class !== 'alert') return notApplicable
    const score = text.advertisingScore ?? 0
    if (score < advertisingScoreMin || text.hasOverride) return passed
    return refuse('alert_reads_like_advertising')
  },
}
