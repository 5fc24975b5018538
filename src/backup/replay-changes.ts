// The changes that follow on a backup: which are held, whether they are whole, and their replay.
import { AppError, BugError, type Instant, type Randomness } from '../kernel/index.ts'
import {
  askReplay,
  ChangesWriter,
  chooseServerUser,
  endReplay,
  type Lsn,
  lsnOf,
  recordStart,
  replayedTo,
  replayedUntil,
  type Storage,
} from '../storage/index.ts'
import { openPiece, type PieceSet } from './change-files.ts'
import { chainFrom, lineFolder, type Piece, piecesOf } from './change-pieces.ts'
import { backupError } from './errors.ts'
import type { ChangesAfter, OpenedBackup } from './manifest.ts'

export type HeldChanges = {
  after: ChangesAfter
  set: PieceSet
  pieces: Piece[]
  to: Lsn
  /** From when until when it may be restored, by the database's clock. */
  readyAt: Instant
  until: Instant
  /** What is missing or damaged behind them; null: nothing is. */
  broken: string | null
}

type Keys = { keysFolder: string; randomness: Randomness }

/**
 * Null: none follow. `isKept`: it is one of those whose changes stay, so that a missing first piece
 * is a fault; behind an older one they were removed in their time.
 */
export function heldChanges(
  { keysFolder, randomness }: Keys,
  {
    folder,
    manifest,
    isKept,
  }: { folder: string; isKept: boolean } & Pick<OpenedBackup, 'manifest'>,
): HeldChanges | null {
  const after = manifest.changes
  if (after === undefined) return null
  const { line } = after
  const { pieces, to, isBroken } = chainFrom(piecesOf(folder, line), lsnOf(after.to))
  const last = pieces.at(-1)
  if (last === undefined && !(isBroken && isKept)) return null
  const readyAt = Date.parse(after.readyAt)
  const until = Math.max(readyAt, last?.at ?? readyAt)
  const set = { folder, line, keysFolder, randomness }
  const broken = isBroken ? lineFolder(folder, line) : null
  return { after, set, pieces, to, readyAt, until, broken }
}

/** Each is opened to its end; what is damaged ends them, and what follows on it is of no use. */
export async function wholeChanges(held: HeldChanges): Promise<HeldChanges> {
  const whole: Piece[] = []
  for (const piece of held.pieces) {
    if (await isWhole(held, piece)) whole.push(piece)
    else {
      const last = whole.at(-1)
      const until = Math.max(held.readyAt, last?.at ?? held.readyAt)
      const to = last?.to ?? lsnOf(held.after.to)
      return { ...held, pieces: whole, to, until, broken: piece.path }
    }
  }
  return held
}

async function isWhole({ set, after }: HeldChanges, piece: Piece): Promise<boolean> {
  try {
    const { head, octets } = await openPiece(set, piece)
    for await (const some of octets) if (some.length === 0) return false
    return head.line === after.line && head.timeline === after.timeline
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup.damaged') return false
    throw error
  }
}

const iso = (at: Instant): string => new Date(at).toISOString()

/** Refuses a moment that is not held, and the end where something is missing before it. */
export function demandMoment(held: HeldChanges, at: Instant | null): void {
  const range = { from: iso(held.readyAt), until: iso(held.until) }
  if (at !== null && at < held.readyAt) throw backupError('backup.moment_not_held', range)
  if (at !== null && at <= held.until) return
  if (held.broken !== null) {
    throw backupError('backup.changes_damaged', { file: held.broken, ...range })
  }
  if (at !== null) throw backupError('backup.moment_not_held', range)
}

async function putPieces(held: HeldChanges, dataFolder: string): Promise<void> {
  const { after, set, pieces } = held
  const writer = new ChangesWriter(dataFolder, after.timeline, chooseServerUser(null))
  let to = lsnOf(after.to)
  for (const piece of pieces) {
    const { octets } = await openPiece(set, piece)
    let at = piece.from
    for await (const some of octets) {
      const end = at + BigInt(some.length)
      // A joined one and those that it was made of may both be there.
      if (end > to) {
        const skipped = to > at ? Number(to - at) : 0
        writer.write(at + BigInt(skipped), some.subarray(skipped))
        to = end
      }
      at = end
    }
  }
  writer.end()
}

/** `run` starts the server on the folder, and ends it. */
export type RunOn = <T>(dataFolder: string, work: (storage: Storage) => Promise<T>) => Promise<T>

/**
 * The server on `dataFolder` replays what is held up to `at`, or to its end; `work` is told up to
 * when. What is no history of this server ends a replay too early, and is a fault.
 */
export async function replayChanges<T>(
  held: HeldChanges,
  { dataFolder, at }: { dataFolder: string; at: Instant | null },
  run: RunOn,
  work: (storage: Storage, until: Instant) => Promise<T>,
): Promise<T> {
  await putPieces(held, dataFolder)
  const user = chooseServerUser(null)
  // The end that is told is a moment too.
  const moment = at === held.until ? null : at
  const begin = async (until: Instant | null): Promise<T> => {
    askReplay(dataFolder, until, user)
    return run(dataFolder, async (storage) => {
      endReplay(dataFolder)
      const reachedAt = until ?? (await demandReplayed(held, dataFolder))
      const last = await storage.asOwner(replayedUntil)
      if (moment !== null && last !== null && last > moment) {
        throw new BugError('a replay went beyond its moment')
      }
      return work(storage, moment ?? reachedAt)
    })
  }
  if (moment === null) return begin(null)
  try {
    return await begin(moment)
  } catch (error) {
    // PostgreSQL refuses a moment after which nothing was committed: then all of it is before.
    if (!(error instanceof AppError && error.code === 'storage.embedded_failed')) throw error
    return begin(null)
  }
}

/** The last record of all may be half there. Ours are far smaller. */
const recordOctetsMax = 2n * 1024n * 1024n

/** Up to when it was replayed; refused where more than one record is left. */
async function demandReplayed(held: HeldChanges, dataFolder: string): Promise<Instant> {
  const reached = replayedTo(dataFolder)
  if (reached === null || held.to - reached > recordOctetsMax) {
    const file = held.pieces.at(-1)?.path ?? lineFolder(held.set.folder, held.set.line)
    throw backupError('backup.damaged', { file })
  }
  if (reached >= held.to || (await isCut(held, reached))) return held.until
  const whole = held.pieces.filter(({ to }) => to <= reached).at(-1)
  return Math.max(held.readyAt, whole?.at ?? held.readyAt)
}

/** Whether the record behind `reached` goes on behind what is held: nobody was told of it. */
async function isCut(held: HeldChanges, reached: Lsn): Promise<boolean> {
  const begin = recordStart(reached)
  if (begin + 4n > held.to) return true
  const octets = await octetsAt(held, begin, 4)
  if (octets.length < 4) return false
  return begin + BigInt(octets.readUInt32LE(0)) > held.to
}

async function octetsAt({ set, pieces }: HeldChanges, from: Lsn, count: number): Promise<Buffer> {
  const found: Buffer[] = []
  let next = from
  const end = from + BigInt(count)
  for (const piece of pieces) {
    if (piece.to <= next || next >= end) continue
    const { octets } = await openPiece(set, piece)
    let at = piece.from
    for await (const some of octets) {
      const to = at + BigInt(some.length)
      if (next >= at && next < to && next < end) {
        const part = some.subarray(Number(next - at), Number((end < to ? end : to) - at))
        found.push(Buffer.from(part))
        next += BigInt(part.length)
      }
      at = to
    }
  }
  return Buffer.concat(found)
}

/** What they need on a disk: each change may write as much again into the tables. */
export const roomForChanges = (held: HeldChanges | null): number =>
  held === null ? 0 : 2 * Number(held.to - lsnOf(held.after.to))

/** Whether a restore to the end of these has the pages of keys of that backup or younger ones. */
export function holdsPagesOf(held: HeldChanges | null, { manifest }: OpenedBackup): boolean {
  const { changes } = manifest
  if (held === null || changes === undefined || held.after.line !== changes.line) return false
  return held.to >= lsnOf(changes.pagesAt)
}
