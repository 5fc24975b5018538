// A subject id encodes where the person's keys are, so that no lookup table is needed.
import { type SubjectId, uuidText } from '../kernel/index.ts'

/**
 * A UUIDv8 (RFC 9562, 5.8): page number (32 bits), slot (8 bits), the rest random (82 bits less
 * version and variant). It is an id within the program; no link to a person holds it.
 */
export function writeSubjectId(into: Buffer, at: number, page: number, slot: number): void {
  into.writeUInt32BE(page, at)
  into[at + 4] = slot
  into[at + 6] = 0x80 | ((into[at + 6] ?? 0) & 0x0f)
  into[at + 8] = 0x80 | ((into[at + 8] ?? 0) & 0x3f)
}

const hex: readonly string[] = Array.from({ length: 256 }, (_, octet) =>
  octet.toString(16).padStart(2, '0'),
)

export function subjectIdText(from: Uint8Array, at: number): SubjectId {
  return uuidText(from, at) as SubjectId
}

/** The same as comparing texts, with none made: each message asks twice. */
export function isSubjectAt(plain: Uint8Array, at: number, subjectId: SubjectId): boolean {
  let index = 0
  for (let octet = 0; octet < 16; octet += 1) {
    if (octet === 4 || octet === 6 || octet === 8 || octet === 10) index += 1
    const text = hex[plain[at + octet] ?? 0] as string
    if (text.charCodeAt(0) !== subjectId.charCodeAt(index)) return false
    if (text.charCodeAt(1) !== subjectId.charCodeAt(index + 1)) return false
    index += 2
  }
  return subjectId.length === index
}

export function subjectIdOctets(subjectId: SubjectId): Buffer {
  return Buffer.from(subjectId.replaceAll('-', ''), 'hex')
}

export function placeOf(subjectId: SubjectId): { page: number; slot: number } {
  return {
    page: Number.parseInt(subjectId.slice(0, 8), 16),
    slot: Number.parseInt(subjectId.slice(9, 11), 16),
  }
}
