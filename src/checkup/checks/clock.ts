// Whether the instants in proofs and journals are true.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

const aheadMsMax = 2_000

export const clock: Check = {
  name: 'clock',
  group: 'upkeep',
  cnil: [16],
  recyf: [12],
  judge: ({ database, isClockKept }) => {
    if (!isUnseen(database) && Math.abs(database.clockAheadMs) > aheadMsMax)
      return gap('differs', { seconds: Math.round(Math.abs(database.clockAheadMs) / 1_000) })
    if (isUnseen(isClockKept)) return notSeen(isClockKept)
    return isClockKept ? fine('kept') : gap('not_kept')
  },
}
