// Backups over this installation: what may begin them, and their schedule.
import { accountsInAnyAccount } from '../accounts/index.ts'
import {
  type BackupDeps,
  backupState,
  drillGapOf,
  runSchedule,
  tellDrill,
  unseenChanges,
} from '../backup/index.ts'
import { lostUploads } from '../intake/index.ts'
import { type Caller, isoTime } from '../kernel/index.ts'
import type { Base, ComposeOptions } from './compose-base.ts'
import type { Engine } from './compose-outgoing.ts'

const noBackups = {
  settings: {
    ...{ folder: null, keysCopy: null, changes: false },
    ...{ hour: 0, keepDays: 1, erasureWaitDays: 7 },
  },
  places: { dataFolder: '', filesFolder: '', keysFolder: '' },
  isEmbedded: false,
} as const

export function backupOver(base: Base, { backup }: ComposeOptions): BackupDeps {
  const { settings, places, isEmbedded } = backup ?? noBackups
  const begin: BackupDeps['begin'] = (...asked) => backup?.apart.begin(...asked) ?? false
  const seen = () => backup?.changes.seen() ?? unseenChanges(settings)
  const changes = async () => seen().changes
  const uploadsLost = () => uploadsLostOf(base)
  return { ...base, settings, places, isEmbedded, begin, changes, uploadsLost }
}

/** Of all accounts, for whoever put the data back. */
export async function uploadsLostOf(
  base: Pick<Base, 'database' | 'clock'>,
): ReturnType<BackupDeps['uploadsLost']> {
  const told: Awaited<ReturnType<BackupDeps['uploadsLost']>> = []
  for (const { id, number, name } of await accountsInAnyAccount(base.database)) {
    for (const { receivedAt, sizeBytes: octets } of await lostUploads(base, id)) {
      told.push({ account: number, accountName: name, receivedAt: isoTime(receivedAt), octets })
    }
  }
  return told
}

export function startBackups(base: Base, { backup }: ComposeOptions): Engine[] {
  if (backup === undefined) return []
  const { apart, changes, ...set } = backup
  changes.start()
  const { neededSince } = changes
  const schedule = runSchedule({ ...base, ...set, neededSince, runApart: apart.run })
  return [
    {
      name: 'backups',
      stop: async () => {
        await apart.stop()
        await schedule.stop()
        await changes.stop()
      },
    },
  ]
}

/** What open points ask of backups. */
export function backupPointsOver(base: Base, options: ComposeOptions) {
  const deps = backupOver(base, options)
  const isDrillAmiss = async (caller: Caller) => (await drillGapOf(deps, caller)) !== null
  const oldBackupSince = async () => (await backupState(deps)).overdueSince
  return { isDrillAmiss, oldBackupSince }
}

export function tellDrillOver(base: Base, options: ComposeOptions) {
  const deps = backupOver(base, options)
  return (caller: Caller) => tellDrill(deps, caller)
}
