// Whether what changes between two backups is kept too, and what would be lost without.
import { type Check, fine, gap } from '../check.ts'

const minuteMs = 60_000
const hourMs = 3_600_000

export const backupChanges: Check = {
  name: 'backup_changes',
  group: 'continuity',
  cnil: [17],
  recyf: [13],
  judge: ({ backup, at }) => {
    // Without a backup they follow on nothing: that is told of the backup.
    if (backup === null || backup.lastAt === null) return null
    if (backup.changes === 'kept') return fine('kept')
    if (backup.changes === 'late') {
      return gap('late', { minutes: Math.max(1, Math.ceil(backup.changesBehindMs / minuteMs)) })
    }
    const hours = Math.max(1, Math.ceil((at - backup.lastAt) / hourMs))
    return gap(backup.changes === 'off' ? 'off' : 'behind', { hours })
  },
}
