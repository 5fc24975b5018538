// An alert that reads like advertising is stopped, unless a second user answers for it.
import { advertisingScoreMin } from '../../../countries/index.ts'
import { type AcceptanceCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const alertWording: AcceptanceCheck = {
  name: 'alert_wording',
  askOnce: ({ text }) => {
    if (text.class !== 'alert') return notApplicable
    const score = text.advertisingScore ?? 0
    if (score < advertisingScoreMin || text.hasOverride) return passed
    return refuse('alert_reads_like_advertising')
  },
}
