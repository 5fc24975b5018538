// Branded identifiers, so that two strings cannot be swapped; and UUIDv7, made in Node.

declare const brand: unique symbol
export type Branded<T, B extends string> = T & { readonly [brand]: B }

export type AccountId = Branded<string, 'AccountId'>
export type UserId = Branded<string, 'UserId'>
export type TokenId = Branded<string, 'TokenId'>
export type SubjectId = Branded<string, 'SubjectId'>
export type ContactId = Branded<string, 'ContactId'>
export type ListId = Branded<string, 'ListId'>
export type CustomFieldId = Branded<string, 'CustomFieldId'>
export type SegmentId = Branded<string, 'SegmentId'>
export type ControllerId = Branded<string, 'ControllerId'>
export type WordingId = Branded<string, 'WordingId'>
export type EntryId = Branded<string, 'EntryId'>
export type ImportId = Branded<string, 'ImportId'>
export type CampaignId = Branded<string, 'CampaignId'>
export type MessageId = Branded<string, 'MessageId'>
export type RouteId = Branded<string, 'RouteId'>

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}

/** Gives a string its brand after checking that it is a lower-case UUID; null when it is not. */
export function asId<T extends Branded<string, string>>(text: string): T | null {
  return isUuid(text) ? (text as T) : null
}

const hexCodes = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))
/** The letters of the text that is being made; the dashes stay where they are. */
const uuidCodes = new Array<number>(36).fill(0x2d)

/**
 * Sixteen octets as the text of a UUID, made in one piece: put together from pairs it would be a
 * chain of twenty texts, and an import makes three a row.
 */
export function uuidText(from: Uint8Array, at = 0): string {
  let place = 0
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) place += 1
    const octet = from[at + index] ?? 0
    uuidCodes[place] = hexCodes[octet >> 4] ?? 0
    uuidCodes[place + 1] = hexCodes[octet & 0x0f] ?? 0
    place += 2
  }
  return String.fromCharCode.apply(null, uuidCodes)
}

const uuidRoom = new Uint8Array(16)

/**
 * A UUIDv7 (RFC 9562, 5.7) from an instant in milliseconds and ten random bytes; `count`, where it
 * is given, takes the place of the first twelve random bits. It tells its time, so it never stands
 * in a link that a person receives.
 */
export function uuidV7(nowMs: number, random: Uint8Array, count?: number): string {
  const high = Math.floor(nowMs / 0x1_0000_0000)
  const low = nowMs % 0x1_0000_0000
  uuidRoom[0] = high >>> 8
  uuidRoom[1] = high
  uuidRoom[2] = low >>> 24
  uuidRoom[3] = low >>> 16
  uuidRoom[4] = low >>> 8
  uuidRoom[5] = low
  for (let index = 0; index < 10; index += 1) uuidRoom[6 + index] = random[index] ?? 0
  if (count !== undefined) {
    uuidRoom[6] = count >>> 8
    uuidRoom[7] = count
  }
  uuidRoom[6] = 0x70 | ((uuidRoom[6] ?? 0) & 0x0f)
  uuidRoom[8] = 0x80 | ((uuidRoom[8] ?? 0) & 0x3f)
  return uuidText(uuidRoom)
}

/** The first id (UUIDv7) of an instant: where in a table what was made from then on begins. */
export function firstIdOf(at: number): string {
  const hex = Math.max(0, Math.min(at, 2 ** 48 - 1))
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
