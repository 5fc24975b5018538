// Whether the program's own logins are bound by row-level security.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const databaseRoles: Check = {
  name: 'database_roles',
  group: 'database',
  cnil: [5, 9],
  recyf: [11],
  judge: ({ database }) => {
    if (isUnseen(database)) return notSeen(database)
    const { roles } = database
    const strong = roles.filter(({ isSuper, bypasses }) => isSuper || bypasses)
    if (strong.length > 0) return gap('strong', { names: listed(strong.map(({ name }) => name)) })
    const owners = roles.filter(({ owns }) => owns > 0)
    if (owners.length > 0) return gap('owner', { names: listed(owners.map(({ name }) => name)) })
    return fine('narrow', { names: listed(roles.map(({ name }) => name)) })
  },
}
