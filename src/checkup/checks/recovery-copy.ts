// Whether somebody has shown that the root key on paper is legible and the right one.
import { type Check, dayOf, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const recoveryCopy: Check = {
  name: 'recovery_copy',
  group: 'keys',
  cnil: [17, 18],
  recyf: [13],
  judge: ({ keys }) => {
    if (isUnseen(keys)) return notSeen(keys)
    const { recoveryCheckedAt: at } = keys
    return at === null ? gap('never') : fine('checked', { date: dayOf(at) })
  },
}
