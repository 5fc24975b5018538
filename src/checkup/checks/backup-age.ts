// Whether there is a backup, and how old it is.
import { type Check, fine, gap } from '../check.ts'

const hourMs = 3_600_000
/** Made every night: a night that failed is seen the next noon. */
const hoursMax = 36

export const backupAge: Check = {
  name: 'backup_age',
  group: 'continuity',
  cnil: [17],
  recyf: [13],
  judge: ({ backup, at }) => {
    if (backup === null) return gap('not_known')
    if (backup.lastAt === null) return gap('none')
    const hours = Math.max(0, Math.floor((at - backup.lastAt) / hourMs))
    return (hours > hoursMax ? gap : fine)('age', { hours })
  },
}
