// Many small pieces become one: ten thousand files a day would burden whoever copies the folder.
import { rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Timers } from '../kernel/index.ts'
import { openPiece, type PieceSet, writePiece } from './change-files.ts'
import { chainFrom, type Piece, piecesOf } from './change-pieces.ts'

/** So many small ones become one, or so many octets of them. */
const joinFrom = 120
const joinOctets = 64n * 1024n * 1024n
/** Large enough to stay alone. */
const largeOctets = 4n * 1024n * 1024n
/** A restore or a drill may be reading the small ones. */
const keepJoinedMs = 3_600_000

export async function joinPieces(deps: { timers: Timers } & PieceSet): Promise<void> {
  const all = piecesOf(deps.folder, deps.line)
  const joined = all.filter(({ isJoined }) => isJoined)
  const isIn = (piece: Piece) => (one: Piece) => one.from <= piece.from && one.to >= piece.to
  const alone: Piece[] = []
  for (const piece of all) {
    if (piece.isJoined) continue
    const cover = joined.find(isIn(piece))
    if (cover === undefined) alone.push(piece)
    else if (deps.timers.now() - (await writtenAt(cover)) >= keepJoinedMs) {
      rmSync(piece.path, { force: true })
    }
  }
  const run = runOf(alone)
  const last = run.at(-1)
  if (last === undefined) return
  const { head } = await openPiece(deps, last)
  const [first = last] = run
  await writePiece(
    deps,
    { from: first.from, to: last.to, at: last.at, isJoined: true },
    { ...head, from: first.from.toString(16) },
    octetsOf(deps, run),
  )
}

/** The first ones that are enough: those between two large ones are, however few. */
function runOf(alone: readonly Piece[]): readonly Piece[] {
  let run: Piece[] = []
  let octets = 0n
  for (const piece of alone) {
    const isLarge = piece.to - piece.from >= largeOctets
    const follows = run.length === 0 || run.at(-1)?.to === piece.from
    if ((isLarge || !follows) && run.length > 1) return run
    if (isLarge) {
      run = []
      octets = 0n
      continue
    }
    if (!follows) {
      run = []
      octets = 0n
    }
    run.push(piece)
    octets += piece.to - piece.from
    if (run.length >= joinFrom || octets >= joinOctets)
      return chainFrom(run, run[0]?.from ?? 0n).pieces
  }
  return []
}

const writtenAt = (piece: Piece): Promise<number> =>
  stat(piece.path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  )

async function* octetsOf(set: PieceSet, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield* (await openPiece(set, piece)).octets
}
