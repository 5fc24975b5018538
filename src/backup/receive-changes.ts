// The receiver of changes: takes them from the server as they are written, leaves sealed pieces.
import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant, Timers } from '../kernel/index.ts'
import {
  type ChangeStream,
  type Changes,
  followChanges,
  LineLost,
  type Lsn,
  makeOwnFolder,
  pageStart,
  type ServerAddress,
  segmentStart,
} from '../storage/index.ts'
import { openPiece, type PieceHead, type PieceSet, writePiece } from './change-files.ts'
import { chainFrom, lineFolder, type Piece, piecesOf, unfinishedPiece } from './change-pieces.ts'
import { folderFault } from './errors.ts'

export type ReceiverDeps = PieceSet & { address: ServerAddress; timers: Timers }

/** What was taken waits no longer for its piece. */
const pieceAfterMs = 4_000
const pieceOctetsMax = 8 * 1024 * 1024
/** So many small ones become one. */
const joinFrom = 120
const smallOctets = 256 * 1024
/** A restore or a drill may be reading the small ones. */
const keepJoinedMs = 3_600_000

/** Where the last piece ends, and what its last octets are. */
type Last = { to: Lsn; at: Instant; timeline: number; tail: PieceHead['tail'] }

/**
 * Goes on where the last piece ends, until the signal or a failure. It begins a little before that:
 * where the server has other octets there, its history is another one, and the line is lost.
 */
export async function receiveChanges(deps: ReceiverDeps, signal: AbortSignal): Promise<void> {
  const own = lineFolder(deps.folder, deps.line)
  try {
    makeOwnFolder(own)
    for (const name of readdirSync(own)) {
      if (unfinishedPiece.test(name)) rmSync(join(own, name), { force: true })
    }
  } catch (error) {
    throw folderFault(error, own)
  }
  const last = await lastOf(deps)
  const taking = new Taking(deps, last)
  const failing = new AbortController()
  const both = AbortSignal.any([signal, failing.signal])
  taking.onFailure = () => failing.abort()
  try {
    await followChanges(deps.address, deps.line, {
      timers: deps.timers,
      signal: both,
      begin: (server) => {
        if (last === null) return server.keptFrom
        const from = pageStart(last.to - 1n)
        const isOther = server.timeline !== last.timeline || server.writtenTo < last.to
        if (isOther || segmentStart(server.keptFrom) > from) throw new LineLost()
        return from
      },
      started: (stream) => taking.begin(stream),
      take: (changes) => taking.take(changes),
    })
  } catch (error) {
    taking.failure ??= { error }
  }
  await taking.end()
  if (taking.failure !== null) throw folderFault(taking.failure.error, own)
}

async function lastOf(deps: ReceiverDeps): Promise<Last | null> {
  const pieces = piecesOf(deps.folder, deps.line)
  const last = pieces.reduce<Piece | null>(
    (best, piece) => (best === null || piece.to > best.to ? piece : best),
    null,
  )
  if (last === null) return null
  const { head, octets } = await openPiece(deps, last)
  for await (const _ of octets);
  return { to: last.to, at: last.at, timeline: head.timeline, tail: head.tail }
}

class Taking {
  failure: { error: unknown } | null = null
  onFailure: () => void = () => undefined
  readonly #deps: ReceiverDeps
  #last: Last | null
  #stream: ChangeStream | null = null
  /** From the begin of the page in which the last piece ended. */
  #held: Buffer[] = []
  #heldFrom: Lsn = 0n
  #heldTo: Lsn = 0n
  #at: Instant = 0
  #isCompared = false
  #cancel: (() => void) | null = null
  #writing: Promise<void> = Promise.resolve()

  constructor(deps: ReceiverDeps, last: Last | null) {
    this.#deps = deps
    this.#last = last
    this.#at = last?.at ?? 0
    this.#isCompared = last === null
  }

  begin(stream: ChangeStream): void {
    this.#stream = stream
    this.#heldFrom = stream.from
    this.#heldTo = stream.from
  }

  take({ from, octets, at }: Changes): void {
    if (from !== this.#heldTo) throw new LineLost()
    this.#held.push(octets)
    this.#heldTo += BigInt(octets.length)
    this.#at = at ?? this.#at
    if (!this.#isCompared) this.#compare()
    if (this.#octetsNew() >= pieceOctetsMax) {
      this.#stream?.pause()
      this.#write()
    } else if (this.#octetsNew() > 0) {
      this.#cancel ??= this.#deps.timers.after(pieceAfterMs, () => this.#write())
    }
  }

  /** Whatever was taken becomes a piece first. */
  async end(): Promise<void> {
    this.#write()
    await this.#writing
  }

  #octetsNew(): number {
    return Number(this.#heldTo - this.#newFrom())
  }

  #newFrom(): Lsn {
    return this.#last === null ? this.#heldFrom : this.#last.to
  }

  #compare(): void {
    const last = this.#last
    if (last === null || this.#heldTo < last.to) return
    const from = BigInt(`0x${last.tail.from}`)
    const tail = this.#between(from, last.to)
    if (from < this.#heldFrom || hashOf(tail) !== last.tail.sha256) throw new LineLost()
    this.#isCompared = true
  }

  #between(from: Lsn, to: Lsn): Buffer {
    const all = Buffer.concat(this.#held)
    return all.subarray(Number(from - this.#heldFrom), Number(to - this.#heldFrom))
  }

  #write(): void {
    this.#cancel?.()
    this.#cancel = null
    const stream = this.#stream
    if (!this.#isCompared || stream === null || this.#octetsNew() <= 0) return
    const [from, to, at] = [this.#newFrom(), this.#heldTo, this.#at]
    const octets = this.#between(from, to)
    const tailFrom = laterOf(pageStart(to - 1n), this.#heldFrom)
    const tailOctets = this.#between(tailFrom, to)
    const tail = { from: tailFrom.toString(16), sha256: hashOf(tailOctets) }
    const { timeline } = stream
    this.#last = { to, at, timeline, tail }
    this.#held = [Buffer.from(tailOctets)]
    this.#heldFrom = tailFrom
    this.#writing = this.#writing
      .then(async () => {
        if (this.failure !== null) return
        await writePiece(
          this.#deps,
          { from, to, at, isJoined: false },
          { line: this.#deps.line, timeline, from: hex(from), to: hex(to), tail },
          [octets],
        )
        stream.confirm(tailFrom)
        await joinPieces(this.#deps, { at, timeline, tail })
      })
      .catch((error: unknown) => {
        this.failure ??= { error }
        this.onFailure()
      })
      .finally(() => stream.resume())
  }
}

function laterOf(one: Lsn, other: Lsn): Lsn {
  if (one > other) return one
  return other
}

const hex = (at: Lsn): string => at.toString(16)
const hashOf = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')

/** Ten thousand small files a day would be a burden to whoever copies the folder. */
export async function joinPieces(
  deps: Pick<ReceiverDeps, 'timers'> & PieceSet,
  { at, timeline, tail }: Omit<Last, 'to'>,
): Promise<void> {
  const all = piecesOf(deps.folder, deps.line)
  const joined = all.filter(({ isJoined }) => isJoined)
  const isIn = (piece: Piece) => (one: Piece) => one.from <= piece.from && one.to >= piece.to
  const alone: Piece[] = []
  for (const piece of all) {
    if (piece.isJoined) continue
    const cover = joined.find(isIn(piece))
    if (cover === undefined) alone.push(piece)
    else if (deps.timers.now() - cover.writtenAt >= keepJoinedMs)
      rmSync(piece.path, { force: true })
  }
  const small = alone.slice(alone.findLastIndex(({ octets }) => octets >= smallOctets) + 1)
  const [first] = small
  if (first === undefined || small.length < joinFrom) return
  const { pieces, to } = chainFrom(small, first.from)
  if (pieces.length !== small.length) return
  await writePiece(
    deps,
    { from: first.from, to, at, isJoined: true },
    { line: deps.line, timeline, from: hex(first.from), to: hex(to), tail },
    octetsOf(deps, pieces),
  )
}

async function* octetsOf(set: PieceSet, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield* (await openPiece(set, piece)).octets
}
