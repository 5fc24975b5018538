// A ZIP archive held in memory: its entries by name, each inflated as a stream with bounds.
import { createInflateRaw } from 'node:zlib'
import { type LimitedSource, readingLimits } from '../../files/index.ts'
import { intakeError } from '../errors.ts'

type Entry = { method: number; packedOctets: number; headerAt: number; locked: boolean }

/** Signatures of APPNOTE.TXT 4.3: local header, central header, end of central directory. */
const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50
const endSizeMin = 22
const commentOctetsMax = 65_535
const chunkOctets = 262_144

export class ZipArchive {
  readonly #octets: Buffer
  readonly #entries: Map<string, Entry>
  /**
   * Of all parts and all readings together: a part that is named twenty times is read twenty times.
   */
  #unpacked = 0

  private constructor(octets: Buffer) {
    this.#octets = octets
    this.#entries = readDirectory(octets)
  }

  static async read(source: LimitedSource): Promise<ZipArchive> {
    return new ZipArchive(await source.whole())
  }

  get packedOctets(): number {
    return this.#octets.length
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  names(): string[] {
    return [...this.#entries.keys()]
  }

  /** The entry's octets, unpacked; fails where it grows past `octetsMax` or out of proportion. */
  async *open(name: string, octetsMax: number): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw intakeError('intake.xlsx_damaged', { part: name })
    if (entry.locked) throw intakeError('intake.xlsx_locked')
    const packed = this.#packed(entry, name)
    if (entry.method === 0) {
      for (let at = 0; at < packed.length; at += chunkOctets) {
        yield this.#charged(packed.subarray(at, at + chunkOctets))
      }
      return
    }
    if (entry.method !== 8) throw intakeError('intake.xlsx_damaged', { part: name })
    const inflate = createInflateRaw({ chunkSize: chunkOctets })
    inflate.end(packed)
    let unpacked = 0
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) {
        unpacked += chunk.length
        if (unpacked > octetsMax || isBomb(unpacked, packed.length)) {
          throw intakeError('intake.xlsx_too_large')
        }
        yield this.#charged(chunk)
      }
    } catch (error) {
      if (isZlibError(error)) throw intakeError('intake.xlsx_damaged', { part: name }, error)
      throw error
    }
  }

  #charged(chunk: Uint8Array): Uint8Array {
    this.#unpacked += chunk.length
    const isOver = this.#unpacked > readingLimits.unpackedOctetsMax
    if (isOver || isBomb(this.#unpacked, this.#octets.length)) {
      throw intakeError('intake.xlsx_too_large')
    }
    return chunk
  }

  #packed({ headerAt, packedOctets }: Entry, name: string): Buffer {
    const octets = this.#octets
    if (headerAt + 30 > octets.length || octets.readUInt32LE(headerAt) !== localHeader) {
      throw intakeError('intake.xlsx_damaged', { part: name })
    }
    const nameLength = octets.readUInt16LE(headerAt + 26)
    const extraLength = octets.readUInt16LE(headerAt + 28)
    const start = headerAt + 30 + nameLength + extraLength
    if (start + packedOctets > octets.length) throw intakeError('intake.xlsx_cut')
    return octets.subarray(start, start + packedOctets)
  }
}

/** Out of all proportion: a small file may unpack to some megabytes, and a large one to its due. */
export function isBomb(unpacked: number, packed: number): boolean {
  const { inflationFromOctets, inflationMax } = readingLimits
  return unpacked > inflationFromOctets && unpacked > packed * inflationMax
}

function isZlibError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('Z_')
}

/** The directory stands at the end: a file that was cut on its way has none. */
function readDirectory(octets: Buffer): Map<string, Entry> {
  let at = octets.length - endSizeMin
  const lowest = Math.max(0, at - commentOctetsMax)
  while (at >= lowest && octets.readUInt32LE(at) !== endOfDirectory) at -= 1
  if (at < lowest) throw intakeError('intake.xlsx_cut')
  const count = octets.readUInt16LE(at + 10)
  if (count > readingLimits.zipEntriesMax) throw intakeError('intake.xlsx_too_large')
  let position = octets.readUInt32LE(at + 16)
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index += 1) {
    if (position + 46 > octets.length || octets.readUInt32LE(position) !== centralHeader) {
      throw intakeError('intake.xlsx_cut')
    }
    const nameLength = octets.readUInt16LE(position + 28)
    const name = octets.toString('utf8', position + 46, position + 46 + nameLength)
    entries.set(name, {
      method: octets.readUInt16LE(position + 10),
      packedOctets: octets.readUInt32LE(position + 20),
      headerAt: octets.readUInt32LE(position + 42),
      locked: (octets.readUInt16LE(position + 8) & 1) === 1,
    })
    const extraLength = octets.readUInt16LE(position + 30)
    const commentLength = octets.readUInt16LE(position + 32)
    position += 46 + nameLength + extraLength + commentLength
  }
  return entries
}
