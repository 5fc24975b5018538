// What the embedded server writes, as it writes it: its WAL over the replication protocol.
import type pg from 'pg'
import { AppError, BugError, type Instant, type Timers } from '../../kernel/index.ts'
import type { ServerAddress } from '../server-address.ts'
import { turnOver } from '../turn-over.ts'
import { asReplica } from './as-replica.ts'
import { slotOf } from './change-slots.ts'
import { lowerPriority } from './give-way.ts'
import { type Lsn, lsnOf, lsnText } from './lsn.ts'

export type Changes = {
  from: Lsn
  octets: Buffer
  /** Up to where the server had written when it sent them. */
  writtenTo: Lsn
  /**
   * By the server's clock: all that was committed before it stands up to here. Null: the server is
   * ahead of what it sends.
   */
  at: Instant | null
}

export type ChangeStream = {
  timeline: number
  from: Lsn
  /** No more is read until `resume`. */
  pause(): void
  resume(): void
  /** What is before it may go from the server: it is kept elsewhere. */
  confirm(upTo: Lsn): void
}

/**
 * The server looks how far it is, and later at the clock: after it told the time of the message
 * before, and hardly so much earlier where that one is old.
 */
const clockSlackMs = 2_000
const statusMs = 10_000
/**
 * Each commit that is taken by itself wakes both sides of the socket: whoever has read all that was
 * there waits for so long.
 */
const restMs = 200
/** From 1970 to 2000, where PostgreSQL's clock begins. */
const epochMs = 946_684_800_000

type FollowWork = {
  timers: Timers
  signal: AbortSignal
  begin(server: { timeline: number; keptFrom: Lsn; writtenTo: Lsn }): Lsn
  started(stream: ChangeStream): void
  take(changes: Changes): void
}

/**
 * Ends with the connection, with what `take` throws, or by the signal. `begin` says from where,
 * once it knows how far back the server has kept everything.
 */
export function followChanges(
  address: ServerAddress,
  line: string,
  work: FollowWork,
): Promise<void> {
  return follow(address, slotOf(line), work, async () => undefined)
}

/** With a slot that begins here and is gone with the connection, however that ends. */
export function followMeanwhile(
  address: ServerAddress,
  slot: string,
  work: FollowWork,
): Promise<void> {
  const prepare = async (client: pg.Client) => {
    await client.query(`CREATE_REPLICATION_SLOT ${slot} TEMPORARY PHYSICAL (RESERVE_WAL true)`)
  }
  // A machine that slept for a minute goes on: this stream cannot be begun a second time.
  return follow(address, slot, work, prepare, '-c wal_sender_timeout=30min')
}

function follow(
  address: ServerAddress,
  slot: string,
  work: FollowWork,
  prepare: (client: pg.Client) => Promise<void>,
  settings?: string,
): Promise<void> {
  const run = async (client: pg.Client) => {
    lowerPriority(client)
    await prepare(client)
    const { rows: kept } = await client.query<{ restart_lsn: string | null }>(
      `READ_REPLICATION_SLOT ${slot}`,
    )
    const { rows: system } = await client.query<{ timeline: number; xlogpos: string }>(
      'IDENTIFY_SYSTEM',
    )
    const restart = kept[0]?.restart_lsn ?? null
    if (restart === null || system[0] === undefined) throw new LineLost()
    const timeline = Number(system[0].timeline)
    const server = { timeline, keptFrom: lsnOf(restart), writtenTo: lsnOf(system[0].xlogpos) }
    const from = work.begin(server)
    await new Promise<void>((resolve, reject) => {
      const copy = new Copy({ slot, from, timeline }, { ...work, resolve, reject })
      const stop = () => {
        copy.end()
        resolve()
      }
      if (work.signal.aborted) return stop()
      work.signal.addEventListener('abort', stop, { once: true })
      client.once('end', () => copy.fail(new Error('Connection terminated unexpectedly')))
      client.query(copy as unknown as pg.Submittable)
    })
    // The stream has no end of its own: closing the socket is the way out.
    socketOf(client)?.destroy()
  }
  return asReplica(address, run, settings)
}

/** The server has no such slot, or keeps nothing for it any more. */
export class LineLost extends Error {}

/** What the server says where the slot is gone, was left too far behind, or its files are. */
const lostStates = new Set(['42704', '55000', '58P01'])
export function isLineLost(error: unknown): boolean {
  if (error instanceof LineLost) return true
  const state =
    error instanceof AppError ? error.details['reason'] : (error as { sqlState?: unknown }).sqlState
  return lostStates.has(String(state))
}

type Wire = {
  query(text: string): void
  sendCopyFromChunk(octets: Buffer): void
  stream: { pause(): void; resume(): void; destroy(): void }
}

const socketOf = (client: pg.Client): Wire['stream'] | undefined =>
  (client as unknown as { connection?: Wire }).connection?.stream

const timeIn = (chunk: Buffer, at: number): Instant =>
  Number(chunk.readBigInt64BE(at) / 1000n) + epochMs

type CopyWork = {
  timers: Timers
  started(stream: ChangeStream): void
  take(changes: Changes): void
  resolve(): void
  reject(error: unknown): void
}

/** Reads until nothing more is there, and then not for a while; nor while somebody holds it. */
class Rest {
  #stream: Pick<Wire['stream'], 'pause' | 'resume'> | null = null
  #timers: Pick<Timers, 'after'> | null = null
  #taken = 0
  #isAll = false
  #isLooking = false
  #isResting = false
  #isHeld = false

  begin(stream: Wire['stream'], timers: Pick<Timers, 'after'>): void {
    this.#stream = stream
    this.#timers = timers
  }

  hold(): void {
    this.#isHeld = true
    this.#stream?.pause()
  }

  letGo(): void {
    this.#isHeld = false
    if (!this.#isResting) this.#stream?.resume()
  }

  /** `isAll`: the server had written no more when it sent this. */
  taken(isAll: boolean): void {
    this.#taken += 1
    this.#isAll = isAll
    if (!this.#isLooking) void this.#untilNothingComes()
  }

  async #untilNothingComes(): Promise<void> {
    this.#isLooking = true
    for (let before = -1; before !== this.#taken; ) {
      before = this.#taken
      await turnOver()
    }
    this.#isLooking = false
    if (!this.#isAll) return
    this.#isResting = true
    this.#stream?.pause()
    this.#timers?.after(restMs, () => {
      this.#isResting = false
      if (!this.#isHeld) this.#stream?.resume()
    })
  }
}

/** Messages (PostgreSQL 17, 53.4): 'w' octets of the WAL, 'k' still there; ours is 'r'. */
class Copy {
  readonly #asked: { slot: string; from: Lsn; timeline: number }
  readonly #work: CopyWork
  #confirmed: Lsn
  #connection: Wire | null = null
  #cancel: () => void = () => undefined
  #isOver = false
  /** The server's clock in its last message. */
  #toldAt = 0
  readonly #rest = new Rest()

  constructor(asked: { slot: string; from: Lsn; timeline: number }, work: CopyWork) {
    this.#asked = asked
    this.#work = work
    this.#confirmed = asked.from
  }

  submit(connection: Wire): void {
    const { slot, from, timeline } = this.#asked
    this.#connection = connection
    connection.query(
      `START_REPLICATION SLOT ${slot} PHYSICAL ${lsnText(from)} TIMELINE ${timeline}`,
    )
    this.#tellAgain()
    this.#rest.begin(connection.stream, this.#work.timers)
    this.#work.started({
      ...{ from, timeline },
      pause: () => this.#rest.hold(),
      resume: () => this.#rest.letGo(),
      confirm: (upTo) => {
        this.#confirmed = upTo
        this.#tell()
      },
    })
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#isOver) return
    const kind = String.fromCharCode(chunk[0] ?? 0)
    if (kind === 'k') {
      this.#toldAt = timeIn(chunk, 9)
      if (chunk[17] === 1) this.#tell()
      return
    }
    if (kind !== 'w') {
      this.fail(new BugError('an unknown message in a stream of changes'))
      return
    }
    try {
      const from = chunk.readBigUInt64BE(1)
      // The driver's buffer is written again once this returns.
      const octets = Buffer.from(chunk.subarray(25))
      const writtenTo = chunk.readBigUInt64BE(9)
      const isAll = writtenTo <= from + BigInt(octets.length)
      const sentAt = timeIn(chunk, 17)
      const surelyAt = Math.max(this.#toldAt - 1, sentAt - clockSlackMs)
      this.#toldAt = sentAt
      this.#work.take({ from, octets, writtenTo, at: isAll ? surelyAt : null })
      this.#rest.taken(isAll)
    } catch (error) {
      this.fail(error)
    }
  }

  handleError(error: unknown): void {
    this.fail(error)
  }

  handleReadyForQuery(): void {
    this.fail(new Error('The stream of changes has ended'))
  }

  fail(error: unknown): void {
    if (this.#isOver) return
    this.end()
    this.#work.reject(error)
  }

  end(): void {
    this.#isOver = true
    this.#cancel()
  }

  #tellAgain(): void {
    this.#cancel = this.#work.timers.after(statusMs, () => {
      this.#tell()
      if (!this.#isOver) this.#tellAgain()
    })
  }

  /** Of what is written and of what is safe the same is told: what is safe. */
  #tell(): void {
    if (this.#isOver || this.#connection === null) return
    const told = Buffer.alloc(34)
    told[0] = 'r'.charCodeAt(0)
    told.writeBigUInt64BE(this.#confirmed, 1)
    told.writeBigUInt64BE(this.#confirmed, 9)
    this.#connection.sendCopyFromChunk(told)
  }
}
