// Reads the user data header in front of a message (3GPP TS 23.040, 9.2.3.24).

import { type Shift, shiftOf } from './shift.ts'

export type ConcatenationMark = { reference: number; partsTotal: number; partNumber: number }

export type UserData =
  | { ok: true; concatenation: ConcatenationMark | null; shift: Shift | null; rest: Uint8Array }
  | { ok: false; fault: 'user_data_header_truncated'; at: number }

/**
 * Splits user data into its header's concatenation mark, the national tables it names, and the text
 * octets. An element of
 * nonsense (part 0, or above the total) is passed over, as 9.2.3.24.1 asks.
 */
export function readUserData(octets: Uint8Array): UserData {
  const headerOctets = octets[0]
  if (headerOctets === undefined || headerOctets + 1 > octets.length) {
    return { ok: false, fault: 'user_data_header_truncated', at: 0 }
  }
  const end = headerOctets + 1
  let concatenation: ConcatenationMark | null = null
  let single: number | null = null
  let locking: number | null = null
  let at = 1
  while (at < end) {
    const identifier = octets[at] ?? 0
    const size = octets[at + 1]
    if (size === undefined || at + 2 + size > end) {
      return { ok: false, fault: 'user_data_header_truncated', at }
    }
    const mark = markOf(identifier, octets.subarray(at + 2, at + 2 + size))
    if (mark !== null) concatenation = mark
    if (identifier === 0x24 && size === 1) single = octets[at + 2] ?? null
    if (identifier === 0x25 && size === 1) locking = octets[at + 2] ?? null
    at += 2 + size
  }
  const shift = shiftOf(single, locking)
  return { ok: true, concatenation, shift, rest: octets.subarray(end) }
}

function markOf(identifier: number, value: Uint8Array): ConcatenationMark | null {
  const [a = 0, b = 0, c = 0, d = 0] = value
  let mark: ConcatenationMark
  if (identifier === 0x00 && value.length === 3) {
    mark = { reference: a, partsTotal: b, partNumber: c }
  } else if (identifier === 0x08 && value.length === 4) {
    mark = { reference: (a << 8) | b, partsTotal: c, partNumber: d }
  } else return null
  const isSound = mark.partNumber > 0 && mark.partNumber <= mark.partsTotal
  return isSound ? mark : null
}
