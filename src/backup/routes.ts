// The HTTP of backups; thin.
import { defineRoute, type Route } from '../http/index.ts'
import type { Caller } from '../kernel/index.ts'
import { viewBackups } from './backup-state.ts'
import type { BackupsView } from './contract.ts'
import { backupApi } from './contract-api.ts'
import type { BackupDeps, RunKind } from './deps.ts'
import { backupError } from './errors.ts'

export function backupRoutes(deps: BackupDeps): Route[] {
  const errors = ['backup.elsewhere', 'backup.off', 'backup.under_way'] as const
  return [
    defineRoute({
      ...backupApi['GET /v1/installation/backups'],
      needs: 'installation.manage',
      summary: 'Say how backups stand: the youngest, their age, the last drill',
      handle: (caller) => viewBackups(deps, caller.language),
    }),
    defineRoute({
      ...backupApi['POST /v1/installation/backups'],
      needs: 'installation.manage',
      summary: 'Begin a backup now',
      description: 'It goes on by itself; ask for the backups again to see what became of it.',
      errors,
      handle: (caller) => begin(deps, caller, 'backup'),
    }),
    defineRoute({
      ...backupApi['POST /v1/installation/backups/drill'],
      needs: 'installation.manage',
      summary: 'Begin a drill now: restore the youngest backup apart and try it',
      description:
        'It counts the rows, opens some people, and tries every remaining key on every backup: nobody who was erased may be found readable.',
      errors,
      handle: (caller) => begin(deps, caller, 'drill'),
    }),
  ]
}

const actions = { backup: 'backup.begun', drill: 'backup.drill_begun' } as const

async function begin(deps: BackupDeps, caller: Caller, kind: RunKind): Promise<BackupsView> {
  if (!deps.isEmbedded) throw backupError('backup.elsewhere')
  if (deps.settings.folder === null) throw backupError('backup.off')
  if (!deps.begin(kind, 'staff')) throw backupError('backup.under_way')
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: actions[kind], details: {} }),
  )
  return viewBackups(deps, caller.language)
}
