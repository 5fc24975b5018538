// Whether what travels to the database is encrypted where it leaves this machine.
import { type Check, fine, gap, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const databaseWire: Check = {
  name: 'database_wire',
  group: 'database',
  cnil: [8, 21],
  recyf: [7],
  judge: ({ database }) => {
    if (isUnseen(database)) return notSeen(database)
    const { isLocal, isEncrypted, verifiesServer } = database.wire
    if (isLocal) return fine('local')
    if (!isEncrypted) return gap('clear')
    return verifiesServer ? fine('encrypted') : gap('unverified')
  },
}
