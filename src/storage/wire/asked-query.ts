// One question on its way through the driver: written whole, and its rows described only once.
import pg from 'pg'
import type { Result, Statement } from '../transaction.ts'
import type { OctetRow } from './row-octets.ts'
import { binaryReader, type ReadColumn, textReader } from './type-parsers.ts'

export type Answer<R> = Result<R> & { command: string }

type Mapped = Buffer | string | null
type Shape = { names: readonly string[]; readers: readonly ReadColumn[] }

/** A statement that was answered: how its rows come from now on; no rows: no `shape`. */
type Known = { shape: Shape | null; isBinary: readonly boolean[] }

/** What of the driver's connection is used here (pg 8.23, lib/connection.js). */
type Connection = {
  parsedStatements: Record<string, string | undefined>
  submittedNamedStatements: Record<string, string | undefined>
  parse(statement: { name: string; text: string }): void
  query(text: string): void
  sendCopyFail(reason: string): void
  _send(octets: Buffer): void
}

const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): Mapped } })
  .utils

/**
 * What the rows of each named statement look like, by connection. It cannot change under a prepared
 * statement: PostgreSQL refuses to run one whose columns have changed.
 */
const known = new WeakMap<Connection, Map<string, Known>>()

/**
 * Stands where the driver's own `Query` does. That one asks each time what the rows look like and
 * builds their parsers anew, copies its question twice, and writes it in four pieces: half of what
 * a short statement costs this process. A statement without a name or values, such as COMMIT, goes
 * as simple text.
 */
class AskedQuery<R> {
  readonly name: string
  readonly text: string
  readonly #values: readonly unknown[]
  readonly #resolve: (answer: Answer<R>) => void
  readonly #reject: (error: unknown) => void
  readonly #rows: R[] = []
  #knownHere: Map<string, Known> | null = null
  #shape: Shape | null = null
  #types: readonly number[] = []
  #command = ''
  #isSent = false
  #fault: unknown = null

  constructor(
    statement: string | Statement,
    values: readonly unknown[],
    then: { resolve(answer: Answer<R>): void; reject(error: unknown): void },
  ) {
    this.name = typeof statement === 'string' ? '' : statement.name
    this.text = typeof statement === 'string' ? statement : statement.text
    this.#values = values
    this.#resolve = then.resolve
    this.#reject = then.reject
  }

  get isSent(): boolean {
    return this.#isSent
  }

  /** Called by the driver when it is this question's turn to be sent. */
  submit(connection: Connection): Error | null {
    const fault = this.#send(connection)
    this.#isSent = fault === null
    return fault
  }

  #send(connection: Connection): Error | null {
    const { name, text } = this
    if (name === '' && this.#values.length === 0) {
      connection.query(text)
      return null
    }
    const sent = connection.parsedStatements[name] ?? connection.submittedNamedStatements[name]
    if (sent !== undefined && sent !== text) {
      return new Error(`the name ${name} was used for another statement`)
    }
    let octets: Buffer
    const knownHere = name === '' ? null : knownOf(connection)
    const seen = knownHere?.get(name)
    try {
      octets = bound(
        name,
        this.#values.map((value) => prepareValue(value)),
        seen?.isBinary ?? null,
      )
    } catch (error) {
      return error instanceof Error ? error : new Error('a value could not be written')
    }
    if (sent === undefined) {
      connection.parse({ name, text })
      if (name !== '') connection.submittedNamedStatements[name] = text
    }
    connection._send(octets)
    if (seen !== undefined) this.#shape = seen.shape
    else this.#knownHere = knownHere
    return null
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#types = fields.map(({ dataTypeID }) => dataTypeID)
    this.#shape = { names: fields.map(({ name }) => name), readers: this.#types.map(textReader) }
  }

  handleDataRow({ octets, at: start }: OctetRow): void {
    if (this.#fault !== null || this.#shape === null) return
    const { names, readers } = this.#shape
    const row: Record<string, unknown> = {}
    // Past the count of columns, which is known.
    let at = start + 2
    try {
      for (let index = 0; index < names.length; index += 1) {
        const length = octets.readInt32BE(at)
        at += 4
        const end = at + (length === -1 ? 0 : length)
        row[names[index] ?? ''] = length === -1 ? null : readers[index]?.(octets, at, end)
        at = end
      }
    } catch (error) {
      this.#fault = error
      return
    }
    this.#rows.push(row as R)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#command = text
    if (this.#knownHere !== null) this.#knownHere.set(this.name, learnt(this.#shape, this.#types))
  }

  handleReadyForQuery(): void {
    if (this.#fault !== null) {
      this.#reject(this.#fault)
      return
    }
    // `INSERT 0 5`, `SELECT 3`, `COMMIT`.
    const [command = '', ...counts] = this.#command.split(' ')
    const rowCount = Number(counts.at(-1) ?? 0)
    this.#resolve({ command, rows: this.#rows, rowCount: Number.isNaN(rowCount) ? 0 : rowCount })
  }

  handleError(error: unknown): void {
    this.#reject(this.#fault ?? error)
  }

  handleEmptyQuery(): void {}

  handleCopyInResponse(connection: Connection): void {
    connection.sendCopyFail('No source stream defined')
  }

  handleCopyData(): void {}
}

// Of strangers' classes the driver takes none while it sends questions behind each other; this one
// asks for no portal that outlives it, which is what that refusal is about.
Object.setPrototypeOf(AskedQuery.prototype, pg.Query.prototype)

export function ask<R extends object>(
  client: pg.PoolClient,
  statement: string | Statement,
  values: readonly unknown[] = [],
): Promise<Answer<R>> {
  return send<R>(client, statement, values).answer
}

/** `isSent`: whether it has left whole, which tells nothing of its answer. */
export function send<R extends object>(
  client: pg.PoolClient,
  statement: string | Statement,
  values: readonly unknown[] = [],
): { answer: Promise<Answer<R>>; isSent: () => boolean } {
  let isSent = () => false
  const answer = new Promise<Answer<R>>((resolve, reject) => {
    const query = new AskedQuery<R>(statement, values, { resolve, reject })
    isSent = () => query.isSent
    client.query(query as unknown as pg.Submittable)
  })
  return { answer, isSent }
}

function knownOf(connection: Connection): Map<string, Known> {
  let found = known.get(connection)
  if (found === undefined) {
    found = new Map()
    known.set(connection, found)
  }
  return found
}

/** The first answer came as text. The next ones come as octets where these can be read. */
function learnt(shape: Shape | null, types: readonly number[]): Known {
  if (shape === null) return { shape, isBinary: [] }
  const binary = types.map(binaryReader)
  const readers = shape.readers.map((read, index) => binary[index] ?? read)
  return { shape: { names: shape.names, readers }, isBinary: binary.map((read) => read !== null) }
}

const [codeB, codeD, codeE, codeS, codeP] = [0x42, 0x44, 0x45, 0x53, 0x50]

/**
 * Bind, Describe where the rows are not known, Execute and Sync (PostgreSQL 17, "Message Formats").
 * `isBinary`: of each column whether it comes as octets; null: nothing is known, and all are text.
 */
function bound(
  name: string,
  values: readonly Mapped[],
  isBinary: readonly boolean[] | null,
): Buffer {
  const describe = isBinary === null
  const columns = isBinary ?? []
  const nameOctets = Buffer.byteLength(name)
  const lengths = values.map((value) =>
    value === null ? -1 : typeof value === 'string' ? Buffer.byteLength(value) : value.length,
  )
  let bindLength = 4 + 1 + nameOctets + 1 + 2 + 2 * values.length + 2 + 2 + 2 * columns.length
  for (const length of lengths) bindLength += 4 + Math.max(length, 0)
  const into = Buffer.allocUnsafe(1 + bindLength + (describe ? 7 : 0) + 10 + 5)
  let at = into.writeUInt8(codeB, 0)
  at = into.writeInt32BE(bindLength, at)
  at = into.writeUInt8(0, at)
  at += into.write(name, at, 'utf8')
  at = into.writeUInt8(0, at)
  at = into.writeUInt16BE(values.length, at)
  for (const value of values) at = into.writeInt16BE(value instanceof Buffer ? 1 : 0, at)
  at = into.writeUInt16BE(values.length, at)
  for (const [index, value] of values.entries()) {
    at = into.writeInt32BE(lengths[index] ?? -1, at)
    if (value instanceof Buffer) at += value.copy(into, at)
    else if (typeof value === 'string') at += into.write(value, at, 'utf8')
  }
  at = into.writeUInt16BE(columns.length, at)
  for (const one of columns) at = into.writeInt16BE(one ? 1 : 0, at)
  if (describe) {
    at = into.writeUInt8(codeD, at)
    at = into.writeInt32BE(6, at)
    at = into.writeUInt8(codeP, at)
    at = into.writeUInt8(0, at)
  }
  at = into.writeUInt8(codeE, at)
  at = into.writeInt32BE(9, at)
  at = into.writeUInt8(0, at)
  at = into.writeInt32BE(0, at)
  at = into.writeUInt8(codeS, at)
  into.writeInt32BE(4, at)
  return into
}
