// The MAC of a batch of entries: who wrote it held the keys, and the sequencer signs nothing else.
import { createHmac } from 'node:crypto'
import { commitmentOctets, linkOctets } from '../../ledger/index.ts'
import { macOctets } from './guard-macs.ts'

/** What the leaves of a batch share; those of a bulk all do, and it is written once. */
export type SharedFacts = {
  kind: string
  purpose: string
  channel: string
  /** Hexadecimal; empty where no wording is meant. */
  wording: string
  recordedAt: number
}

export const headOf = ({ kind, purpose, channel, wording, recordedAt }: SharedFacts): string =>
  `${kind}\0${purpose}\0${channel}\0${wording}\0${recordedAt}`

type Run = {
  head: string
  hasLink: boolean
  count: number
  from: number
  packed: Uint8Array | null
}

/**
 * All that the leaves will say, in one writing whoever reads it: row by row as a batch is written,
 * or packed as the database gives it. Entries that share their facts and follow each other are one
 * run, whose head tells their number, so that no two batches are written alike.
 */
export class BatchOctets {
  readonly #runs: Run[] = []
  readonly #room: Buffer
  #at = 0
  #count = 0
  #last: Run | null = null

  /** `expected`: entries that come one by one. */
  constructor(expected: number) {
    this.#room = Buffer.allocUnsafe(expected * (linkOctets + commitmentOctets))
  }

  /** `head`: by `headOf`, made once for those that share it. */
  add(head: string, link: Uint8Array | null, commitment: Uint8Array): void {
    const hasLink = link !== null
    let run = this.#last
    if (run === null || run.head !== head || run.hasLink !== hasLink)
      run = this.#begin(head, hasLink)
    if (link !== null) {
      this.#room.set(link, this.#at)
      this.#at += linkOctets
    }
    this.#room.set(commitment, this.#at)
    this.#at += commitmentOctets
    run.count += 1
    this.#count += 1
  }

  /** Link and commitment of each, end to end: a batch that is one run. */
  addPacked(head: string, packed: Uint8Array, count: number): void {
    const run = this.#begin(head, true)
    run.packed = packed
    run.count = count
    this.#count += count
  }

  mac(key: Uint8Array, batchId: string): Buffer {
    const hmac = createHmac('sha256', key).update(`batch\0${batchId}\0${this.#count}\0`)
    for (const { head, hasLink, count, from, packed } of this.#runs) {
      const octets = count * (commitmentOctets + (hasLink ? linkOctets : 0))
      hmac.update(`${Buffer.byteLength(head)}\0${head}\0${hasLink ? 1 : 0}\0${count}\0`)
      hmac.update(packed ?? this.#room.subarray(from, from + octets))
    }
    return hmac.digest().subarray(0, macOctets)
  }

  #begin(head: string, hasLink: boolean): Run {
    const run: Run = { head, hasLink, count: 0, from: this.#at, packed: null }
    this.#runs.push(run)
    this.#last = run
    return run
  }
}
