// Whether no account can read the rows of another, table by table.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const rowSecurity: Check = {
  name: 'row_security',
  group: 'database',
  cnil: [5, 9],
  recyf: [10],
  judge: ({ database }) => {
    if (isUnseen(database)) return notSeen(database)
    const { withoutRowSecurity: without, accountTables: count } = database
    return without.length > 0 ? gap('off', { names: listed(without) }) : fine('on', { count })
  },
}
