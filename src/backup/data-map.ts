// A label for every column of backups.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: '400 days',
  erase: 'not_personal',
})

export const backupDataMap: DataMap = {
  'backup.run': {
    run_id: none('names the run'),
    kind: none('a backup or a drill'),
    trigger: none('the clock, the screen or the command line'),
    state: none('what became of it'),
    begun_at: none('when it began'),
    ended_at: none('when it ended'),
    reason: none('why it failed'),
    backup_id: none('which backup was made or tried'),
    found: none('what a drill counted'),
  },
}
