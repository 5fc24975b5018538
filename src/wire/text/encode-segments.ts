// From a text to the octets of each of its segments, headers included.
import { type CharacterWithoutCode, firstWithoutCode, writeGsm7 } from './gsm7.ts'
import {
  type Alphabet,
  type Concatenation,
  planSegments,
  singleSegmentUnits,
} from './plan-segments.ts'
import { writeUcs2 } from './ucs2.ts'

/** A header counts its parts in one octet (3GPP TS 23.040, 9.2.3.24.1). */
export const segmentsMax = 255

export type SegmentContent = {
  /** 1 to `partsTotal`. */
  partNumber: number
  partsTotal: number
  /** SMPP 3.4, 5.2.19: 0 (default alphabet) or 8 (UCS-2). */
  dataCoding: number
  /** The user data: header, if any, and text, one septet an octet. */
  octets: Uint8Array
  /** Whether `octets` begins with a user data header (esm_class 0x40). */
  hasUserDataHeader: boolean
  /** The numbers for the sar_* TLVs, under `sar`. */
  sar: { reference: number } | null
  /** Whether `octets` travels in the message_payload TLV. */
  inPayload: boolean
}

export type EncodedSegments =
  | { ok: true; encoding: Alphabet; segments: readonly SegmentContent[] }
  | CharacterWithoutCode
  | { ok: false; character: null; segments: number }

export type SegmentOptions = {
  concatenation?: Concatenation
  /** What the parts of one text share; taken modulo what the header holds. */
  reference: number
}

/**
 * Cuts and encodes as `planSegments` plans. Fails only for a lone surrogate (named, with its
 * place) or above 255 segments (`character: null`).
 */
export function encodeSegments(text: string, options: SegmentOptions): EncodedSegments {
  const concatenation = options.concatenation ?? 'udh8'
  const short = oneGsm7Segment(text)
  if (short !== null) return { ok: true, encoding: 'gsm7', segments: [short] }
  const plan = planSegments(text, concatenation)
  if (plan.segments > segmentsMax) return { ok: false, character: null, segments: plan.segments }
  const isPayload = concatenation === 'payload' && plan.segments > 1
  const cuts = isPayload ? [{ start: 0, end: text.length }] : plan.parts
  const segments: SegmentContent[] = []
  for (const [index, cut] of cuts.entries()) {
    const header =
      cuts.length > 1
        ? headerOf(concatenation, options.reference, cuts.length, index + 1)
        : noHeader
    const octets = new Uint8Array(header.length + (cut.end - cut.start) * 2)
    octets.set(header)
    const write = plan.encoding === 'gsm7' ? writeGsm7 : writeUcs2
    const end = write(text, cut.start, cut.end, octets, header.length)
    if (end < 0) return firstWithoutCode(text, -end - 1)
    segments.push({
      partNumber: index + 1,
      partsTotal: cuts.length,
      dataCoding: plan.encoding === 'gsm7' ? 0 : 8,
      octets: octets.subarray(0, end),
      hasUserDataHeader: header.length > 0,
      sar:
        concatenation === 'sar' && cuts.length > 1
          ? { reference: options.reference & 0xffff }
          : null,
      inPayload: isPayload,
    })
  }
  return { ok: true, encoding: plan.encoding, segments }
}

/** The commonest text by far, in one pass; null when it is another. */
function oneGsm7Segment(text: string): SegmentContent | null {
  const unitsMax = singleSegmentUnits.gsm7
  if (text.length > unitsMax) return null
  let octets = new Uint8Array(text.length)
  let end = writeGsm7(text, 0, text.length, octets, 0)
  if (end < 0 || end > unitsMax) return null
  if (end > octets.length) {
    // An escape took more room than its character; what did not fit was not written.
    octets = new Uint8Array(end)
    end = writeGsm7(text, 0, text.length, octets, 0)
  }
  return {
    partNumber: 1,
    partsTotal: 1,
    dataCoding: 0,
    octets,
    hasUserDataHeader: false,
    sar: null,
    inPayload: false,
  }
}

const noHeader = new Uint8Array(0)

function headerOf(kind: Concatenation, reference: number, total: number, part: number): Uint8Array {
  if (kind === 'udh8') return Uint8Array.of(5, 0x00, 3, reference & 0xff, total, part)
  if (kind === 'udh16') {
    return Uint8Array.of(6, 0x08, 4, (reference >> 8) & 0xff, reference & 0xff, total, part)
  }
  return noHeader
}
