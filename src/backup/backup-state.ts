// How backups stand: what screens, the self-check, the public notice and certificates say of them.

import type { Instant, Language } from '../kernel/index.ts'
import { AppError } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { type FoundBackup, isOnDiskOf, listBackups, overdueSince } from './backup-folder.ts'
import type {
  BackupChangesView,
  BackupDrillView,
  BackupRunView,
  BackupsView,
  BackupView,
  DrillFound,
} from './contract.ts'
import type { BackupDeps, ChangesState } from './deps.ts'
import { openBackup } from './manifest.ts'
import { newestDrill, newestRun, type Run, readRuns } from './store.ts'

const dayMs = 86_400_000
const runsShown = 20
/** More are listed nowhere: with a short period nobody keeps so many. */
const backupsShown = 400

export type BackupState = {
  mode: 'on' | 'off' | 'elsewhere'
  /** The age of the youngest whole backup; null: there is none. */
  ageMs: number | null
  newestAt: Instant | null
  oldestAt: Instant | null
  /** When the oldest was to be removed, if it is there still: no younger one was made. */
  overdueSince: Instant | null
  isOnDataDisk: boolean | null
  /** The age at which one is removed, once a younger one is there. Null: none is made here. */
  horizonDays: number | null
  /** How long an older key waits for a younger backup at most, after an erasure. */
  erasureWaitDays: number
  lastDrill: { at: Instant; isWell: boolean; found: Partial<DrillFound> } | null
  lastFailure: { kind: Run['kind']; at: Instant; reason: string | null } | null
  changes: ChangesState
}

type StateDeps = Pick<
  BackupDeps,
  'database' | 'clock' | 'settings' | 'places' | 'isEmbedded' | 'changes'
>

export async function backupState(deps: StateDeps): Promise<BackupState> {
  const { settings, places, clock } = deps
  const mode = modeOf(deps)
  const kept = settings.folder === null || mode !== 'on' ? [] : listBackups(settings.folder)
  const [newest] = kept
  const oldestAt = kept.at(-1)?.begun ?? null
  const { drill, failure } = await deps.database.inInstallation(async (tx) => ({
    drill: await newestDrill(tx),
    failure: await lastFailure(tx),
  }))
  return {
    mode,
    ageMs: newest === undefined ? null : clock.now() - newest.begun,
    newestAt: newest?.begun ?? null,
    oldestAt,
    overdueSince: overdueSince(oldestAt, settings.keepDays, clock.now()),
    isOnDataDisk: settings.folder === null ? null : isOnDiskOf(settings.folder, places.dataFolder),
    horizonDays: mode === 'on' ? settings.keepDays : null,
    erasureWaitDays: settings.erasureWaitDays,
    lastDrill:
      drill === null
        ? null
        : { at: drill.begunAt, isWell: drill.state === 'done', found: drill.found },
    changes: await deps.changes(),
    lastFailure:
      failure === null ? null : { kind: failure.kind, at: failure.begunAt, reason: failure.reason },
  }
}

function modeOf({ isEmbedded, settings }: Pick<BackupDeps, 'isEmbedded' | 'settings'>) {
  if (!isEmbedded) return 'elsewhere'
  return settings.folder === null ? 'off' : 'on'
}

type Tx = Parameters<Parameters<BackupDeps['database']['inInstallation']>[0]>[0]

/** Of each kind the last run counts: one that was well since makes it good. */
async function lastFailure(tx: Tx): Promise<Run | null> {
  for (const kind of ['backup', 'drill'] as const) {
    const [failed, done] = [await newestRun(tx, kind, 'failed'), await newestRun(tx, kind, 'done')]
    if (failed !== null && failed.begunAt > (done?.begunAt ?? -Infinity)) return failed
  }
  return null
}

export async function viewBackups(deps: BackupDeps, language: Language): Promise<BackupsView> {
  const { settings, places, clock } = deps
  const mode = modeOf(deps)
  const found = settings.folder === null || mode !== 'on' ? [] : listBackups(settings.folder)
  const { runs, drill, failure } = await deps.database.inInstallation(async (tx) => ({
    runs: await readRuns(tx, runsShown),
    drill: await newestDrill(tx),
    failure: await lastFailure(tx),
  }))
  const items = found.slice(0, backupsShown).map((one) => viewOf(deps, one))
  const whole = items.find(({ state }) => state === 'whole')
  const ageSeconds =
    whole === undefined ? null : Math.round((clock.now() - Date.parse(whole.begunAt)) / 1000)
  const running = runs.find(({ state }) => state === 'running')
  return {
    mode,
    folder: mode === 'on' ? settings.folder : null,
    isOnDataDisk:
      mode === 'on' && settings.folder !== null
        ? isOnDiskOf(settings.folder, places.dataFolder)
        : null,
    keysFolder: settings.keysCopy,
    hour: settings.hour,
    keepDays: settings.keepDays,
    erasureWaitDays: settings.erasureWaitDays,
    ageSeconds,
    changes: changesView(await deps.changes(), ageSeconds),
    underWay: running === undefined ? null : runView(running, language),
    lastFailure: failure === null ? null : runView(failure, language),
    lastDrill: drill === null ? null : drillView(drill, language),
    uploadsLost: await deps.uploadsLost(),
    items,
    runs: runs.map((run) => runView(run, language)),
  }
}

/** Its manifest is opened with the keys of today, and the length of each part is compared. */
function viewOf(deps: BackupDeps, found: FoundBackup): BackupView {
  const { id, begunAt, endedAt, octets, accord, postgres, begun } = found
  const removedAt = new Date(begun + deps.settings.keepDays * dayMs).toISOString()
  const shared = { id, begunAt, endedAt, octets, accord, postgres, removedAt }
  try {
    const { manifest } = openBackup(found.path, deps.places.keysFolder, deps.randomness)
    const { closed, until } = deps.vault.opensAlone(manifest.accounts)
    return {
      ...shared,
      state: 'whole',
      opens: closed === 0 ? 'alone' : 'with_younger',
      opensAloneUntil: closed > 0 || until === null ? null : new Date(until).toISOString(),
    }
  } catch (error) {
    const isOther = error instanceof AppError && error.code === 'backup.key_wrong'
    const state = isOther ? 'other_keys' : 'damaged'
    return { ...shared, state, opens: 'with_younger', opensAloneUntil: null }
  }
}

/** While they are kept; else all since the youngest backup may be lost. */
const secondsAtMost = 10

function changesView(
  { state, from, until, octets, behindMs }: ChangesState,
  ageSeconds: number | null,
): BackupChangesView {
  const instant = (at: Instant | null): string | null => (at === null ? null : iso(at))
  const behind = Math.max(secondsAtMost, Math.ceil(behindMs / 1000))
  const lossSeconds = state === 'kept' || state === 'late' ? behind : ageSeconds
  return { state, from: instant(from), until: instant(until), octets, lossSeconds }
}

const iso = (at: Instant): string => new Date(at).toISOString()

function runView(run: Run, language: Language): BackupRunView {
  const { kind, trigger, state, begunAt, endedAt } = run
  return {
    kind,
    trigger,
    state,
    begunAt: iso(begunAt),
    endedAt: endedAt === null ? null : iso(endedAt),
    sentence: tell(run, language),
  }
}

function tell({ reason }: Run, language: Language): string | null {
  if (reason === null) return null
  return sentence(language, reason) ?? sentence(language, 'backup.broken') ?? null
}

const nothingFound: DrillFound = {
  ...{ seconds: 0, backups: 0, tables: 0, rows: 0, tablesWrong: [], sampled: 0, opened: 0 },
  ...{
    people: 0,
    closed: 0,
    erased: 0,
    unreadable: 0,
    pending: 0,
    pendingUntil: null,
    readable: 0,
  },
  ...{ changesUntil: null, changesFault: null },
}

function drillView(run: Run, language: Language): BackupDrillView {
  return {
    state: run.state === 'done' ? 'passed' : 'failed',
    begunAt: iso(run.begunAt),
    endedAt: run.endedAt === null ? null : iso(run.endedAt),
    backupId: run.backupId,
    sentence: tell(run, language),
    found: { ...nothingFound, ...run.found },
  }
}
