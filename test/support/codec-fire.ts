// The codec under fire: PDUs bent out of shape by a seed, each to end as a value or as a fault.
import { readFileSync } from 'node:fs'
import {
  decodeFaults,
  decodePdu,
  decodeText,
  encodePdu,
  Framer,
  messageOctets,
  type Pdu,
  pduOctetsMaxByDefault,
  readReceipt,
  readUserData,
} from '../../src/wire/index.ts'

export type FireResult = {
  pdus: number
  values: number
  faults: Record<string, number>
  /** The slowest one, in milliseconds. */
  slowestMs: number
  /** What broke: the sentence and the octets; empty when nothing did. */
  broken: { what: string; octets: string; seed: number; turn: number }[]
}

type Vector = { octets: string }

export function codecVectors(): Uint8Array[] {
  const file = new URL('../../src/wire/vectors/pdus.json', import.meta.url)
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[]
  return vectors.map(({ octets }) => new Uint8Array(Buffer.from(octets, 'hex')))
}

/** Every beginning of every vector, with the length that it had and with the one it has. */
export function firePrefixes(): FireResult {
  const result = nothingYet()
  for (const vector of codecVectors()) {
    for (let length = 0; length <= vector.length; length += 1) {
      check(vector.slice(0, length), result, { seed: 0, turn: length })
      check(withLength(vector.slice(0, length)), result, { seed: 0, turn: length })
    }
  }
  return result
}

export function fireMutations(
  count: number,
  seed: number,
  progress: (result: FireResult) => void = () => {},
): FireResult {
  const vectors = codecVectors()
  const random = randomFrom(seed)
  const result = nothingYet()
  let framer = new Framer()
  for (let turn = 0; turn < count && result.broken.length === 0; turn += 1) {
    const bent = bend(vectors, random)
    check(bent, result, { seed, turn })
    if (turn % 16 === 0) framer = stream(framer, bent, { random, result, where: { seed, turn } })
    if (turn % 1_000_000 === 999_999) progress(result)
  }
  return result
}

type Random = (below: number) => number
type Where = { seed: number; turn: number }

/** xorshift32. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function nothingYet(): FireResult {
  return { pdus: 0, values: 0, faults: {}, slowestMs: 0, broken: [] }
}

const edges = [0x00, 0x01, 0x04, 0x08, 0x40, 0x7f, 0x80, 0xfe, 0xff] as const

function bend(vectors: readonly Uint8Array[], random: Random): Uint8Array {
  let octets: Uint8Array = (vectors[random(vectors.length)] ?? new Uint8Array(16)).slice()
  const times = 1 + random(4)
  for (let time = 0; time < times; time += 1) octets = bendOnce(octets, vectors, random)
  // Mostly the length is made to fit, or nothing behind the header would ever be read.
  return random(8) === 0 ? octets : withLength(octets)
}

function bendOnce(octets: Uint8Array, vectors: readonly Uint8Array[], random: Random): Uint8Array {
  const at = random(octets.length + 1)
  switch (random(8)) {
    case 0:
      octets[at] = (octets[at] ?? 0) ^ (1 << random(8))
      return octets
    case 1:
      octets[at] = edges[random(edges.length)] ?? 0
      return octets
    case 2:
      octets[at] = random(256)
      return octets
    case 3:
      return octets.slice(0, at)
    case 4: {
      const end = Math.min(octets.length, at + 1 + random(8))
      return joined(octets.subarray(0, at), octets.subarray(end))
    }
    case 5: {
      const some = new Uint8Array(random(24)).map(() => random(256))
      return joined(octets.subarray(0, at), some, octets.subarray(at))
    }
    case 6: {
      const again = octets.subarray(at, at + random(40))
      return joined(octets.subarray(0, at), again, octets.subarray(at))
    }
    default: {
      const other = vectors[random(vectors.length)] ?? octets
      return joined(octets.subarray(0, at), other.subarray(random(other.length + 1)))
    }
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function withLength(octets: Uint8Array): Uint8Array {
  if (octets.length < 4) return octets
  new DataView(octets.buffer, octets.byteOffset).setUint32(0, octets.length)
  return octets
}

/** One PDU: a value that encodes to the same octets again, or a fault within its bounds. */
function check(octets: Uint8Array, result: FireResult, where: Where): void {
  result.pdus += 1
  const before = performance.now()
  let what: string | null
  try {
    what = whatIsWrong(octets, result)
  } catch (error) {
    what = `threw ${error instanceof Error ? error.message : String(error)}`
  }
  result.slowestMs = Math.max(result.slowestMs, performance.now() - before)
  if (what !== null) {
    result.broken.push({ what, octets: Buffer.from(octets).toString('hex'), ...where })
  }
}

function whatIsWrong(octets: Uint8Array, result: FireResult): string | null {
  const decoded = decodePdu(octets)
  if (!decoded.ok) {
    result.faults[decoded.fault] = (result.faults[decoded.fault] ?? 0) + 1
    if (!decodeFaults.includes(decoded.fault)) return `an unknown fault ${decoded.fault}`
    const isWithin = decoded.at >= 0 && decoded.at <= octets.length
    return isWithin ? null : `a fault at ${decoded.at} of ${octets.length}`
  }
  result.values += 1
  readOn(decoded.pdu)
  const encoded = encodePdu(decoded.pdu)
  if (!encoded.ok) return `a value that does not encode: ${encoded.field} ${encoded.problem}`
  // An answer may leave its body out; written again it has one.
  if (octets.length === 16) return null
  const isSame = Buffer.compare(encoded.octets, octets) === 0
  return isSame ? null : `other octets: ${Buffer.from(encoded.octets).toString('hex')}`
}

/** What is done with a message: none of it may throw. */
function readOn(pdu: Pdu): void {
  if (pdu.command !== 'deliver_sm' && pdu.command !== 'data_sm' && pdu.command !== 'submit_sm')
    return
  const octets = messageOctets(pdu)
  readUserData(octets)
  decodeText(octets, pdu.dataCoding)
  decodeText(octets, pdu.dataCoding, 'latin1')
  if (pdu.command !== 'submit_sm') readReceipt(pdu)
}

/**
 * The same octets in pieces: whole PDUs or a fault, and never more held back than a PDU may have.
 */
function stream(
  framer: Framer,
  octets: Uint8Array,
  { random, result, where }: { random: Random; result: FireResult; where: Where },
): Framer {
  const cut = random(octets.length + 1)
  for (const piece of [octets.subarray(0, cut), octets.subarray(cut)]) {
    const { frames, fault } = framer.push(piece)
    for (const frame of frames) check(frame, result, where)
    if (framer.pending > pduOctetsMaxByDefault) {
      result.broken.push({ what: 'held back too much', octets: '', ...where })
    }
    if (fault !== null) return new Framer()
  }
  return framer
}
