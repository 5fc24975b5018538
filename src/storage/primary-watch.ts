// Of several PostgreSQL servers that stand in for each other, the one that takes writes now.
import pg from 'pg'
import type { Timers } from '../kernel/index.ts'
import type { Place, ServerAddress } from './server-address.ts'

/** A server that is frozen or gone says nothing: nobody waits for it longer. */
const answerMs = 1_500
const askEveryMs = 2_000

/**
 * A former primary that its manager lost sight of goes on as if it were one: it is not in recovery,
 * and its commits wait for a standby that has left it. What tells the two apart is the timeline,
 * which each promotion raises (PostgreSQL 17, 26.3.4): the highest one is the primary's.
 */
const whatItIs = `
  select pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool
           as standby,
         case when pg_is_in_recovery() then 0
              else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int
         end as timeline`

type Told = { standby: boolean; timeline: number }
type Seen = { place: Place } & (
  | { kind: 'writable'; timeline: number }
  | { kind: 'standby' }
  | { kind: 'away'; error: unknown }
)

/** Takes no writes; told as PostgreSQL itself tells it (25006, read_only_sql_transaction). */
function readOnly(): Error {
  return Object.assign(new Error('not the primary'), { code: '25006', severity: 'ERROR' })
}

/** One server, on a connection that is kept while it answers. */
class Asked {
  readonly #place: Place
  readonly #configOf: (place: Place) => pg.ClientConfig
  #client: pg.Client | null = null

  constructor(place: Place, configOf: (place: Place) => pg.ClientConfig) {
    this.#place = place
    this.#configOf = configOf
  }

  async ask(): Promise<Seen> {
    try {
      this.#client ??= await this.#connect()
      const question = { text: whatItIs, query_timeout: answerMs }
      const { rows } = await this.#client.query<Told>(question)
      const { standby, timeline } = rows[0] ?? { standby: true, timeline: 0 }
      if (standby) return { place: this.#place, kind: 'standby' }
      return { place: this.#place, kind: 'writable', timeline }
    } catch (error) {
      this.leave()
      return { place: this.#place, kind: 'away', error }
    }
  }

  async #connect(): Promise<pg.Client> {
    const config = this.#configOf(this.#place)
    const client = new pg.Client({ ...config, connectionTimeoutMillis: answerMs })
    client.on('error', () => undefined)
    try {
      await client.connect()
    } catch (error) {
      cut(client)
      throw error
    }
    return client
  }

  leave(): void {
    if (this.#client !== null) cut(this.#client)
    this.#client = null
  }
}

/** Without the word of farewell, for which a frozen server would be waited for. */
export function cut(client: pg.ClientBase): void {
  const { connection } = client as unknown as {
    connection: { stream: { destroy(error?: Error): void } }
  }
  const gone = new Error('Connection terminated: the server is no longer the primary')
  connection.stream.destroy(Object.assign(gone, { code: 'ECONNRESET' }))
}

export class PrimaryWatch {
  readonly #asked: readonly Asked[]
  readonly #movers = new Set<(place: Place) => void>()
  #place: Place
  /** Why there is none; null while one is known. `unasked` before the first round. */
  #none: unknown = 'unasked'
  #timeline = 0
  #round: Promise<void> | null = null
  #next: Promise<void> | null = null
  #users = 0
  #isOver = false
  #cancel: () => void = () => undefined

  constructor(address: ServerAddress, configOf: (place: Place) => pg.ClientConfig) {
    const places = [address, ...(address.others ?? [])].map(({ host, port }) => ({ host, port }))
    this.#asked = places.map((place) => new Asked(place, configOf))
    this.#place = { host: address.host, port: address.port }
  }

  /** Where the primary was last seen. */
  get place(): Place {
    return this.#place
  }

  /** Waits for the first answers, and asks again where no server took writes. */
  async known(): Promise<void> {
    if (this.#none !== null) await this.ask()
    if (this.#none !== null) throw this.#none
  }

  /**
   * Asks every server now. Those who ask at one time share the answers,
   * which none of them precedes.
   */
  ask(): Promise<void> {
    if (this.#round === null) return this.#begin()
    this.#next ??= this.#round.then(() => this.#begin())
    return this.#next
  }

  #begin(): Promise<void> {
    this.#next = null
    this.#round = this.#askAll().finally(() => {
      this.#round = null
    })
    return this.#round
  }

  async #askAll(): Promise<void> {
    const seen = await Promise.all(this.#asked.map((server) => server.ask()))
    for (const one of seen)
      if (one.kind === 'writable') this.#timeline = Math.max(this.#timeline, one.timeline)
    const primaries = seen.filter(
      (one) => one.kind === 'writable' && one.timeline === this.#timeline,
    )
    const stays = primaries.some(({ place }) => isSame(place, this.#place))
    const [first] = primaries
    if (first === undefined) {
      // That one takes no writes is told only where nothing else was wrong.
      const away = seen.find((one) => one.kind === 'away')
      this.#none = away?.kind === 'away' ? away.error : readOnly()
      return
    }
    this.#none = null
    if (stays) return
    this.#place = first.place
    for (const move of this.#movers) move(first.place)
  }

  /** Of a new connection: refuses a server that is not, or is no longer, the primary. */
  async demand(client: pg.ClientBase): Promise<void> {
    const question = { text: whatItIs, query_timeout: answerMs }
    const { rows } = await client.query<Told>(question)
    const { standby, timeline } = rows[0] ?? { standby: true, timeline: 0 }
    if (standby || timeline < this.#timeline) throw readOnly()
    this.#timeline = timeline
  }

  /** Asks all the time, until nobody uses the watch any more. */
  keepAsking(timers: Timers): void {
    const again = async (): Promise<void> => {
      await this.ask()
      if (!this.#isOver) this.#cancel = timers.after(askEveryMs, () => void again())
    }
    void again()
  }

  /** Called with each move of the primary, while the user is there. */
  use(onMove: (place: Place) => void): () => void {
    this.#users += 1
    this.#movers.add(onMove)
    return () => {
      if (!this.#movers.delete(onMove)) return
      this.#users -= 1
      if (this.#users === 0) this.close()
    }
  }

  close(): void {
    this.#isOver = true
    this.#cancel()
    for (const server of this.#asked) server.leave()
  }
}

export function isSame(a: Place, b: Place): boolean {
  return a.host === b.host && a.port === b.port
}
