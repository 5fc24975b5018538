// Octets of the WAL as they come, gathered into sealed pieces.
import { createHash } from 'node:crypto'
import type { Instant, Timers } from '../kernel/index.ts'
import { type ChangeStream, type Changes, LineLost, type Lsn, pageStart } from '../storage/index.ts'
import { type PieceHead, type PieceSet, writePiece } from './change-files.ts'
import { joinPieces } from './join-pieces.ts'

/** `pieceAfterMs`: how long what was taken waits for its piece; four seconds where it is absent. */
export type TakingDeps = PieceSet & { timers: Timers; pieceAfterMs?: number }

const pieceAfterMs = 4_000
const pieceOctetsMax = 8 * 1024 * 1024
const joinAgainMs = 10 * 60_000

/** Where the last piece ends, and what its last octets are. */
export type Last = { to: Lsn; at: Instant; timeline: number; tail: PieceHead['tail'] }

export class Taking {
  /** A failed one is tried again later: it is no reason to take no more. */
  #joinNotBefore: Instant = 0
  failure: { error: unknown } | null = null
  onFailure: () => void = () => undefined
  readonly #deps: TakingDeps
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

  constructor(deps: TakingDeps, last: Last | null) {
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
      this.#cancel ??= this.#deps.timers.after(this.#deps.pieceAfterMs ?? pieceAfterMs, () =>
        this.#write(),
      )
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

  async #join(): Promise<void> {
    const now = this.#deps.timers.now()
    if (now < this.#joinNotBefore) return
    try {
      await joinPieces(this.#deps)
    } catch {
      // One may be damaged, or was removed with the backup before it.
      this.#joinNotBefore = now + joinAgainMs
    }
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
        await this.#join()
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
