// Whether a setting of a live installation holds a password that everybody tries first.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const commonPasswords: Check = {
  name: 'common_passwords',
  group: 'access',
  cnil: [9, 4],
  recyf: [18],
  judge: ({ settings: { commonPasswords: found }, hasLiveAccounts }) => {
    if (found.length === 0) return fine('none')
    if (isUnseen(hasLiveAccounts)) return notSeen(hasLiveAccounts)
    return hasLiveAccounts ? gap('found', { names: listed(found) }) : fine('trial')
  },
}
