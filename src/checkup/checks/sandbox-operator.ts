// Whether a live account's messages could end at an operator that reaches nobody.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const sandboxOperator: Check = {
  name: 'sandbox_operator',
  group: 'upkeep',
  cnil: [9, 11],
  recyf: [18],
  judge: ({ settings: { hasSandboxOperator }, hasLiveAccounts }) => {
    if (!hasSandboxOperator) return fine('none')
    if (isUnseen(hasLiveAccounts)) return notSeen(hasLiveAccounts)
    return hasLiveAccounts ? gap('live') : fine('trial')
  },
}
