// Whether browsers trust the certificate of the public address, and for how long.
import { type Check, dayMs, dayOf, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

/** Renewal is automatic long before: so near to its end it has failed. */
const daysLeftMin = 14

export const certificate: Check = {
  name: 'certificate',
  group: 'network',
  cnil: [10, 21],
  recyf: [7],
  judge: ({ certificate: found, at }) => {
    if (found === null) return null
    if (isUnseen(found)) return notSeen(found)
    const { until, refusedBecause } = found
    const days = Math.floor((until - at) / dayMs)
    if (days < 0) return gap('over', { date: dayOf(until) })
    if (refusedBecause !== null) return gap('refused', { reason: refusedBecause })
    return (days < daysLeftMin ? gap : fine)('until', { date: dayOf(until), days })
  },
}
