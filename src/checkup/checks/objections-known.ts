// Whether messages wait because nobody can say who has objected: the ledger has to be mended.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const objectionsKnown: Check = {
  name: 'objections_known',
  group: 'continuity',
  cnil: [18],
  recyf: [13],
  judge: ({ objections }) => {
    if (isUnseen(objections)) return notSeen(objections)
    if (objections === null) return null
    const { looked, unknown } = objections
    if (looked === 0) return null
    return unknown > 0
      ? gap('unknown', { count: unknown, accounts: looked })
      : fine('known', { accounts: looked })
  },
}
