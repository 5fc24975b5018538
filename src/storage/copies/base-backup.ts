// A base backup of the embedded server, as PostgreSQL streams it: one tar archive without its WAL.
import type pg from 'pg'
import { BugError } from '../../kernel/index.ts'
import type { ServerAddress } from '../server-address.ts'
import { asReplica } from './as-replica.ts'
import { lowerPriority } from './give-way.ts'
import { type Lsn, lsnOf } from './lsn.ts'

/** Resolves when it has taken the octets: nothing more is read from the server before. */
export type TakeOctets = (octets: Buffer) => Promise<void>

/** Where in the WAL it begins, and from where on it is consistent. */
export type BaseFacts = { from: Lsn; to: Lsn; timeline: number }

/**
 * A server that starts on it needs the WAL between its two ends, and goes on to the moment at which
 * it ended. Whoever takes it holds that WAL with a slot and receives it meanwhile: the server keeps
 * it no longer than its next checkpoints. `spread`: the checkpoint before it takes its time. The
 * server is the embedded one.
 */
export function takeBaseBackup(
  address: ServerAddress,
  checkpoint: 'fast' | 'spread',
  take: TakeOctets,
): Promise<BaseFacts> {
  return asReplica(address, (client) => {
    lowerPriority(client)
    return ask(client, checkpoint, take)
  })
}

function ask(client: pg.Client, checkpoint: string, take: TakeOctets): Promise<BaseFacts> {
  return new Promise((resolve, reject) => {
    // Two kinds of end: its own, and that of the connection, which tells no query of this form.
    client.once('end', () => reject(new Error('Connection terminated unexpectedly')))
    const options = `CHECKPOINT '${checkpoint}', WAL false, WAIT false, MANIFEST 'no'`
    const text = `BASE_BACKUP (LABEL 'accord', ${options})`
    client.query(new BaseBackup(text, take, resolve, reject) as unknown as pg.Submittable)
  })
}

type Wire = {
  query(text: string): void
  stream: { pause(): void; resume(): void; destroy(): void }
}

/**
 * The driver knows COPY from its own statements alone. Messages of the stream (PostgreSQL 17,
 * 53.4): 'n' a new archive, 'd' octets of it, 'p' progress, 'm' the manifest.
 */
class BaseBackup {
  readonly #text: string
  readonly #take: TakeOctets
  readonly #resolve: (facts: BaseFacts) => void
  /** The first row and the last: a position and a timeline each. */
  readonly #ends: { at: Lsn; timeline: number }[] = []
  readonly #reject: (error: unknown) => void
  #archives = 0
  #taking: Promise<void> = Promise.resolve()
  #waiting = 0
  #failed: { error: unknown } | null = null

  constructor(
    text: string,
    take: TakeOctets,
    resolve: (facts: BaseFacts) => void,
    reject: (error: unknown) => void,
  ) {
    this.#text = text
    this.#take = take
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Wire): void {
    connection.query(this.#text)
  }

  handleRowDescription(): void {}
  handleDataRow({ fields }: { fields: readonly unknown[] }): void {
    const [at, timeline] = fields.map(String)
    // The rows between tell of tablespaces.
    if (fields.length !== 2 || at === undefined || !/^[0-9A-F]+\/[0-9A-F]+$/.test(at)) return
    this.#ends.push({ at: lsnOf(at), timeline: Number(timeline) })
  }
  handleCommandComplete(): void {}

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Wire): void {
    const kind = String.fromCharCode(chunk[0] ?? 0)
    // Accord makes no tablespace; somebody's own would be a second archive.
    if (kind === 'n') this.#archives += 1
    if (kind !== 'd' || this.#failed !== null) return
    if (this.#archives !== 1) {
      this.#failed = { error: new BugError('a tablespace is not in a backup') }
      return
    }
    // The driver's buffer is written again once this returns.
    const octets = Buffer.from(chunk.subarray(1))
    this.#waiting += 1
    connection.stream.pause()
    this.#taking = this.#taking
      .then(() => (this.#failed === null ? this.#take(octets) : undefined))
      .catch((error: unknown) => {
        this.#failed ??= { error }
      })
      .then(() => {
        this.#waiting -= 1
        if (this.#failed !== null) {
          // Nobody takes the rest, so the server shall not read it.
          this.#reject(this.#failed.error)
          connection.stream.destroy()
        } else if (this.#waiting === 0) connection.stream.resume()
      })
  }

  handleError(error: unknown): void {
    this.#failed ??= { error }
    this.#end()
  }

  handleReadyForQuery(): void {
    this.#end()
  }

  #end(): void {
    void this.#taking.then(() => {
      const [first, last] = [this.#ends[0], this.#ends.at(-1)]
      if (this.#failed !== null) this.#reject(this.#failed.error)
      else if (first === undefined || last === undefined) {
        this.#reject(new BugError('a base backup did not say where it begins'))
      } else this.#resolve({ from: first.at, to: last.at, timeline: last.timeline })
    })
  }
}
