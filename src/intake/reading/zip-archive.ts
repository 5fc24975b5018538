// A ZIP archive held in memory: its entries by name, each inflated as a stream with bounds.
import { createInflateRaw } from 'node:zlib'
import { intakeError } from '../errors.ts'
import { readingLimits } from './table.ts'

type Entry = { method: number; packedOctets: number; headerAt: number; locked: boolean }

/** Signatures of APPNOTE.TXT 4.3: local header, central header, end of central directory. */
const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50
const endSizeMin = 22
const commentOctetsMax = 65_535

export class ZipArchive {
  readonly #octets: Buffer
  readonly #entries: Map<string, Entry>

  constructor(octets: Buffer) {
    this.#octets = octets
    this.#entries = readDirectory(octets)
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
      yield packed
      return
    }
    if (entry.method !== 8) throw intakeError('intake.xlsx_damaged', { part: name })
    const inflate = createInflateRaw({ chunkSize: 262_144 })
    inflate.end(packed)
    let unpacked = 0
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) {
        unpacked += chunk.length
        const bomb = unpacked > 50_000_000 && unpacked > packed.length * readingLimits.inflationMax
        if (unpacked > octetsMax || bomb) throw intakeError('intake.xlsx_too_large')
        yield chunk
      }
    } catch (error) {
      if (isZlibError(error)) throw intakeError('intake.xlsx_damaged', { part: name }, error)
      throw error
    }
  }

  async text(name: string): Promise<string> {
    const chunks: Uint8Array[] = []
    for await (const chunk of this.open(name, readingLimits.smallPartOctetsMax)) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
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
