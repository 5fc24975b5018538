// How the changes stand: from when until when a restore may go, and what would be lost now.
import type { Instant, Randomness } from '../kernel/index.ts'
import { AppError } from '../kernel/index.ts'
import {
  type ChangeLine,
  changeLines,
  changePosition,
  type Database,
  isLineLost,
  type Lsn,
  lsnOf,
} from '../storage/index.ts'
import { isBackupUnderWay, listBackups } from './backup-folder.ts'
import { backupsToKeepFor, changesOctetsMax } from './change-line.ts'
import { linesIn, PieceSizes, piecesOf } from './change-pieces.ts'
import type { BackupPlaces, BackupSettings, ChangesState } from './deps.ts'
import { heldChanges } from './replay-changes.ts'

/** Why only a new backup helps: no line is there, or it does not follow on one, or is too large. */
export type ChangesGap = 'no_line' | 'no_backup' | 'piece_missing' | 'too_much'

export type ChangesSeen = {
  changes: ChangesState
  /** When the youngest whole backup was begun. */
  newestAt: Instant | null
  gap: ChangesGap | null
}

/** A piece is written every four seconds where there is something. */
const lateMs = 60_000

type Files = {
  settings: Pick<BackupSettings, 'folder'>
  places: BackupPlaces
  randomness: Randomness
}
export type StateDeps = Files & {
  database: Database
  settings: BackupSettings
  isEmbedded: boolean
}

const none = { from: null, until: null, octets: 0, behindMs: 0 }

/** Before anybody has looked. */
export function unseenChanges({ folder, changes }: BackupSettings): ChangesSeen {
  const state = folder === null || !changes ? 'off' : 'waiting'
  return { changes: { state, ...none }, newestAt: null, gap: null }
}

export async function changesState(deps: StateDeps): Promise<ChangesState> {
  return (await seeChanges(deps)).changes
}

/** Reads folders and asks the database: never for a view, whoever views is told what was seen. */
export async function seeChanges(
  deps: StateDeps,
  sizes: PieceSizes = new PieceSizes(),
): Promise<ChangesSeen> {
  const { folder, changes } = deps.settings
  if (folder === null || !deps.isEmbedded) return unseenChanges({ ...deps.settings, folder: null })
  const newestAt = listBackups(folder)[0]?.begun ?? null
  const held = heldNow(deps, folder)
  const octets = await sizes.of(held.pieces)
  const range = { from: held.from, until: held.until, octets, behindMs: 0 }
  if (!changes) return { changes: { state: 'off', ...range }, newestAt, gap: null }
  const server = await deps.database.inInstallation(async (tx) => ({
    lines: await changeLines(tx),
    ...(await changePosition(tx)),
  }))
  const whole = server.lines.find(({ isWhole }) => isWhole)
  const gap = gapOf({ whole, held, octets, newestAt, folder, now: server.clockMs })
  if (gap !== null && gap !== 'too_much') {
    return { changes: { state: 'interrupted', ...range }, newestAt, gap }
  }
  if (newestAt === null || whole === undefined || held.line !== whole.line) {
    const state = newestAt === null ? 'waiting' : 'interrupted'
    return { changes: { state, ...range }, newestAt, gap }
  }
  const isAll = held.to !== null && held.to >= lsnOf(server.at)
  const behindMs = isAll ? 0 : Math.max(0, server.clockMs - (range.until ?? 0))
  const state = whole.isTaken && behindMs <= lateMs ? 'kept' : 'late'
  return { changes: { state, ...range, behindMs }, newestAt, gap }
}

function gapOf(facts: {
  whole: ChangeLine | undefined
  held: Held
  octets: number
  newestAt: Instant | null
  folder: string
  now: Instant
}): ChangesGap | null {
  const { whole, held, octets, newestAt, folder, now } = facts
  // The one that is being made will mend it.
  if (isBackupUnderWay(folder, now)) return null
  if (whole === undefined) return newestAt === null ? null : 'no_line'
  if (held.line !== whole.line) return 'no_backup'
  if (held.isBroken) return 'piece_missing'
  return octets > changesOctetsMax ? 'too_much' : null
}

type Held = Omit<ReturnType<typeof heldNow>, 'pieces'>

/** What a restore could reach now, as the names of the pieces tell. */
function heldNow(deps: Files, folder: string) {
  const all = backupsToKeepFor(deps).map(({ manifest }) => ({
    line: manifest.changes?.line ?? null,
    held: heldChanges(
      { keysFolder: deps.places.keysFolder, randomness: deps.randomness },
      { folder, manifest, isKept: true },
    ),
  }))
  const [youngest] = all
  const reached = all.flatMap(({ held }) => (held === null || held.broken !== null ? [] : [held]))
  const froms = reached.map(({ readyAt }) => readyAt)
  const untils = reached.map(({ until }) => until)
  const to: Lsn | null = youngest?.held?.to ?? null
  return {
    line: youngest?.line ?? null,
    to,
    isBroken: youngest?.held?.broken != null,
    pieces: linesIn(folder).flatMap((line) => piecesOf(folder, line)),
    from: froms.length === 0 ? null : Math.min(...froms),
    until: untils.length === 0 ? null : Math.max(...untils),
  }
}

/** Up to when the changes after the youngest backup are on the disk; null: they are not. */
export function changesUntil(deps: Files): Instant | null {
  const { folder } = deps.settings
  if (folder === null) return null
  const { line, isBroken, to, until } = heldNow(deps, folder)
  return line === null || isBroken || to === null ? null : until
}

/** The code of what ended a receiver. */
export function changesFailure(error: unknown): string {
  if (isLineLost(error)) return 'backup.changes_lost'
  return error instanceof AppError ? error.code : 'backup.broken'
}
