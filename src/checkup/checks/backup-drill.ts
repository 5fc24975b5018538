// Whether a backup was tried out lately, and could be restored.
import { type Check, dayMs, dayOf, fine, gap } from '../check.ts'

const daysMax = 3

export const backupDrill: Check = {
  name: 'backup_drill',
  group: 'continuity',
  cnil: [17, 18],
  recyf: [13, 15],
  judge: ({ backup, at }) => {
    // Without a backup there is nothing to try: that is told of the backup.
    if (backup === null || backup.lastAt === null) return null
    if (backup.drill === null) return gap('never')
    const date = dayOf(backup.drill.at)
    if (!backup.drill.isGood) return gap('failed', { date })
    return (at - backup.drill.at > daysMax * dayMs ? gap : fine)('at', { date })
  },
}
