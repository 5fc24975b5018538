// Whether personal data lies sealed in the database: columns by their type, values by a sample.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const sealedColumns: Check = {
  name: 'sealed_columns',
  group: 'database',
  cnil: [21, 9],
  recyf: [18],
  judge: ({ database }) => {
    if (isUnseen(database)) return notSeen(database)
    const { columns, values, inClear } = database.sealed
    if (inClear.length > 0) return gap('clear', { names: listed(inClear) })
    return fine('sealed', { columns, values })
  },
}
