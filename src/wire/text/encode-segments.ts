// From a text to the octets of each of its segments, headers included.
import { type CharacterWithoutCode, firstWithoutCode, writeGsm7 } from './gsm7.ts'
import {
  type Alphabet,
  type Concatenation,
  planSegments,
  type SegmentPlan,
  singleSegmentUnits,
} from './plan-segments.ts'
import { type Shift, shiftElements, writeShifted } from './shift.ts'
import type { ShiftLanguage } from './shift-tables.ts'
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
  /** Languages whose national tables may be used. */
  shiftTables?: readonly ShiftLanguage[]
}

/**
 * Cuts and encodes as `planSegments` plans. Fails only for a lone surrogate (named, with its
 * place) or above 255 segments (`character: null`).
 */
export function encodeSegments(text: string, options: SegmentOptions): EncodedSegments {
  const concatenation = options.concatenation ?? 'udh8'
  const short = oneGsm7Segment(text)
  if (short !== null) return { ok: true, encoding: 'gsm7', segments: [short] }
  const plan = planSegments(text, concatenation, options.shiftTables)
  if (plan.segments > segmentsMax) return { ok: false, character: null, segments: plan.segments }
  const isPayload = concatenation === 'payload' && plan.segments > 1
  const cuts = isPayload ? [{ start: 0, end: text.length }] : plan.parts
  const segments: SegmentContent[] = []
  for (const [index, cut] of cuts.entries()) {
    const header = headerOf(concatenation, {
      shift: plan.shift,
      reference: options.reference,
      total: cuts.length,
      part: index + 1,
    })
    const octets = new Uint8Array(header.length + (cut.end - cut.start) * 2)
    octets.set(header)
    const end = write(plan, { text, from: cut.start, to: cut.end }, octets, header.length)
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
  let octets = roomFor(text.length)
  let end = writeGsm7(text, 0, text.length, octets, 0)
  if (end < 0 || end > unitsMax) return null
  if (end > octets.length) {
    // An escape took more room than its character; what did not fit was not written.
    octets = roomFor(end)
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

const slabOctets = 16_384
let slab = new Uint8Array(slabOctets)
let slabUsed = 0

/** A piece of a larger one: an array of its own for each text costs more than all its writing. */
function roomFor(length: number): Uint8Array<ArrayBuffer> {
  if (slabUsed + length > slabOctets) {
    slab = new Uint8Array(slabOctets)
    slabUsed = 0
  }
  slabUsed += length
  return slab.subarray(slabUsed - length, slabUsed)
}

const noHeader = new Uint8Array(0)

function write(
  plan: Pick<SegmentPlan, 'encoding' | 'shift'>,
  cut: { text: string; from: number; to: number },
  octets: Uint8Array,
  at: number,
): number {
  if (plan.shift !== null) return writeShifted(plan.shift, cut, octets, at)
  const writeText = plan.encoding === 'gsm7' ? writeGsm7 : writeUcs2
  return writeText(cut.text, cut.from, cut.to, octets, at)
}

type Header = { shift: Shift | null; reference: number; total: number; part: number }

function headerOf(kind: Concatenation, header: Header): Uint8Array {
  const elements = [...shiftElements(header.shift), ...partElements(kind, header)]
  return elements.length === 0 ? noHeader : Uint8Array.of(elements.length, ...elements)
}

function partElements(kind: Concatenation, { reference, total, part }: Header): readonly number[] {
  if (total === 1) return []
  if (kind === 'udh8') return [0x00, 3, reference & 0xff, total, part]
  if (kind === 'udh16') return [0x08, 4, (reference >> 8) & 0xff, reference & 0xff, total, part]
  return []
}
