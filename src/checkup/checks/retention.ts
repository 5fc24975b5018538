// Whether what is past its period was deleted last night, in every account.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const retention: Check = {
  name: 'retention',
  group: 'continuity',
  cnil: [15],
  recyf: [],
  judge: ({ retention: nights }) => {
    if (isUnseen(nights)) return notSeen(nights)
    // An account of yesterday has had no night yet.
    if (nights.looked === 0) return null
    const { looked: accounts, late } = nights
    return late > 0 ? gap('late', { accounts, late }) : fine('applied', { accounts })
  },
}
