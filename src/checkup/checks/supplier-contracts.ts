// Whether every supplier that receives numbers is under a contract that still runs.
import { type Check, dayMs, dayOf, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

const daysLeftMin = 30

export const supplierContracts: Check = {
  name: 'supplier_contracts',
  group: 'continuity',
  cnil: [14],
  recyf: [3],
  judge: ({ contracts, at }) => {
    if (isUnseen(contracts)) return notSeen(contracts)
    const without = contracts.filter(({ state }) => state !== 'valid')
    if (without.length > 0) return gap('without', { names: listed(without.map((one) => one.name)) })
    const ending = contracts.flatMap(({ name, until }) =>
      until !== null && until - at < daysLeftMin * dayMs ? [`${name} (${dayOf(until)})`] : [],
    )
    if (ending.length > 0) return gap('ending', { names: listed(ending) })
    return fine('valid', { count: contracts.length })
  },
}
