// Whether PostgreSQL has the mends that its makers have published.
import { type Check, dayMs, fine, gap, notSeen, unknown } from '../check.ts'
import { isUnseen } from '../facts.ts'

/** Minor releases come four times a year: a list without a newer one may be old itself. */
const daysMax = 110

export const postgresVersion: Check = {
  name: 'postgres_version',
  group: 'upkeep',
  cnil: [9, 15],
  recyf: [5],
  judge: ({ postgres, at }) => {
    if (isUnseen(postgres)) return notSeen(postgres)
    const { version, releasedOn, newer } = postgres
    if (newer !== null) return gap('newer', { version, newer })
    if (releasedOn === null) return unknown('not_listed', { version })
    const days = Math.floor((at - Date.parse(releasedOn)) / dayMs)
    return (days > daysMax ? unknown : fine)('released', { version, date: releasedOn })
  },
}
