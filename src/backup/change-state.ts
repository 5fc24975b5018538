// How the changes stand: from when until when a restore may go, and what would be lost now.
import type { Instant, Randomness } from '../kernel/index.ts'
import { AppError } from '../kernel/index.ts'
import { changeLines, changePosition, type Database, isLineLost, lsnOf } from '../storage/index.ts'
import { listBackups } from './backup-folder.ts'
import { backupsToKeepFor } from './change-line.ts'
import { linesIn, piecesOf } from './change-pieces.ts'
import type { BackupDeps, BackupPlaces, BackupSettings } from './deps.ts'
import { heldChanges } from './replay-changes.ts'

/**
 * `waiting`: they are kept from the first backup on. `kept`: all but the last seconds. `late`: the
 * receiver is behind. `interrupted`: they do not follow on the youngest backup.
 */
export type ChangesState = {
  state: 'off' | 'waiting' | 'kept' | 'late' | 'interrupted'
  from: Instant | null
  until: Instant | null
  octets: number
  /** How long ago what is kept ends, while the receiver is behind. */
  behindMs: number
}

/** A piece is written every four seconds where there is something. */
const lateMs = 60_000

type StateDeps = {
  database: Database
  settings: BackupSettings
  places: BackupPlaces
  isEmbedded: boolean
  randomness: Randomness
}

export async function changesState(deps: StateDeps): Promise<ChangesState> {
  const { folder, changes } = deps.settings
  const none = { from: null, until: null, octets: 0, behindMs: 0 }
  if (folder === null || !deps.isEmbedded) return { state: 'off', ...none }
  const held = heldNow(deps, folder)
  if (!changes) return { state: 'off', ...held.range }
  if (listBackups(folder).length === 0) return { state: 'waiting', ...held.range }
  const server = await deps.database.inInstallation(async (tx) => ({
    lines: await changeLines(tx),
    ...(await changePosition(tx)),
  }))
  const whole = server.lines.find(({ isWhole }) => isWhole)
  if (whole === undefined || held.line !== whole.line || held.isBroken) {
    return { state: 'interrupted', ...held.range }
  }
  const isAll = held.to !== null && held.to >= lsnOf(server.at)
  const behindMs = isAll ? 0 : Math.max(0, server.clockMs - (held.range.until ?? 0))
  return { state: behindMs > lateMs ? 'late' : 'kept', ...held.range, behindMs }
}

/** What a restore could reach now, as the names of the pieces tell. */
function heldNow(deps: Pick<BackupDeps, 'settings' | 'places' | 'randomness'>, folder: string) {
  const all = backupsToKeepFor(deps).map(({ found, manifest }) => ({
    found,
    line: manifest.changes?.line ?? null,
    held: heldChanges(
      { keysFolder: deps.places.keysFolder, randomness: deps.randomness },
      { folder, manifest, isKept: true },
    ),
  }))
  const [youngest] = all
  const reached = all.flatMap(({ held }) => (held === null || held.broken !== null ? [] : [held]))
  const octets = linesIn(folder)
    .flatMap((line) => piecesOf(folder, line))
    .reduce((sum, piece) => sum + piece.octets, 0)
  const froms = reached.map(({ readyAt }) => readyAt)
  const untils = reached.map(({ until }) => until)
  return {
    line: youngest?.line ?? null,
    to: youngest?.held?.to ?? null,
    isBroken: youngest?.held?.broken != null,
    range: {
      from: froms.length === 0 ? null : Math.min(...froms),
      until: untils.length === 0 ? null : Math.max(...untils),
      octets,
      behindMs: 0,
    },
  }
}

/** The code of what ended a receiver. */
export function changesFailure(error: unknown): string {
  if (isLineLost(error)) return 'backup.changes_lost'
  return error instanceof AppError ? error.code : 'backup.broken'
}
