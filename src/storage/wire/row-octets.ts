// The rows of an answer as the octets they came in,
// for questions that read their columns themselves.
import { EventEmitter } from 'node:events'
import type pg from 'pg'

/** What of the driver's connection is used here (pg 8.23, lib/connection.js). */
type Connection = EventEmitter & { attachListeners(stream: EventEmitter): void }

/**
 * One row where it lies in what was read: `at` is where its columns begin. The next row takes its
 * place, so whoever is given it reads it at once. The driver's own questions ask for `fields`.
 */
export class OctetRow {
  readonly name = 'dataRow'
  octets: Buffer = Buffer.alloc(0)
  at = 0

  get fields(): (string | null)[] {
    const fields: (string | null)[] = []
    let at = this.at + 2
    for (let left = this.octets.readInt16BE(this.at); left > 0; left -= 1) {
      const length = this.octets.readInt32BE(at)
      at += 4
      fields.push(length === -1 ? null : this.octets.toString('utf8', at, at + length))
      at += Math.max(length, 0)
    }
    return fields
  }
}

const codeOfRow = 0x44
/** A code of one octet, then a length of four that counts itself. */
const headOctets = 5

/**
 * The driver makes a text of each column, a list of these and an object around it, and a text of
 * octets is twice as long as they are. So rows are told apart here, before it reads anything, and
 * everything else goes on to it as it came.
 */
export function readRowsAsOctets(client: pg.Client): void {
  const { connection } = client as unknown as { connection: Connection }
  const attach = connection.attachListeners.bind(connection)
  connection.attachListeners = (stream) => {
    const others = new EventEmitter()
    attach(others)
    const messages = new Messages(connection, others)
    // Exactly one listener: a COPY takes it off while it reads the stream itself.
    stream.on('data', (octets: Buffer) => messages.take(octets))
    stream.on('end', () => others.emit('end'))
  }
}

/** Messages of the protocol, whole, from a stream that cuts them anywhere. */
class Messages {
  readonly #connection: EventEmitter
  readonly #others: EventEmitter
  readonly #row = new OctetRow()
  /** A message of which the end is still to come. */
  #begun: Buffer[] = []
  #begunOctets = 0
  /** So many octets has it at least. */
  #wanted = 0

  constructor(connection: EventEmitter, others: EventEmitter) {
    this.#connection = connection
    this.#others = others
  }

  take(octets: Buffer): void {
    if (this.#begun.length === 0) {
      this.#read(octets)
      return
    }
    this.#begun.push(octets)
    this.#begunOctets += octets.length
    // A long row comes in hundreds of pieces, which are joined once.
    if (this.#begunOctets < this.#wanted) return
    const joined = Buffer.concat(this.#begun, this.#begunOctets)
    this.#begun = []
    this.#begunOctets = 0
    this.#read(joined)
  }

  #read(octets: Buffer): void {
    const row = this.#row
    let at = 0
    let passedOn = 0
    let wanted = headOctets
    while (at + headOctets <= octets.length) {
      wanted = 1 + octets.readUInt32BE(at + 1)
      if (at + wanted > octets.length) break
      if (octets[at] === codeOfRow) {
        if (passedOn < at) this.#others.emit('data', octets.subarray(passedOn, at))
        row.octets = octets
        row.at = at + headOctets
        this.#connection.emit('dataRow', row)
        passedOn = at + wanted
      }
      at += wanted
      wanted = headOctets
    }
    if (passedOn < at) this.#others.emit('data', octets.subarray(passedOn, at))
    if (at < octets.length) {
      const rest = octets.subarray(at)
      this.#begun.push(rest)
      this.#begunOctets = rest.length
      this.#wanted = wanted
    }
  }
}
