// Branded identifiers, so that two strings cannot be swapped; and UUIDv7, made in Node.

declare const brand: unique symbol
export type Branded<T, B extends string> = T & { readonly [brand]: B }

export type AccountId = Branded<string, 'AccountId'>
export type UserId = Branded<string, 'UserId'>
export type TokenId = Branded<string, 'TokenId'>
export type SubjectId = Branded<string, 'SubjectId'>
export type ContactId = Branded<string, 'ContactId'>
export type ListId = Branded<string, 'ListId'>
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

const hex: readonly string[] = Array.from({ length: 256 }, (_, n) =>
  n.toString(16).padStart(2, '0'),
)

/**
 * A UUIDv7 (RFC 9562, 5.7) from an instant in milliseconds and ten random bytes. It tells its
 * time, so it never stands in a link that a person receives.
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const h = (n: number): string => hex[n & 0xff] ?? '00'
  const r = (index: number): number => random[index] ?? 0
  const high = Math.floor(nowMs / 0x1_0000_0000)
  const low = nowMs % 0x1_0000_0000
  return (
    h(high >>> 8) +
    h(high) +
    h(low >>> 24) +
    h(low >>> 16) +
    '-' +
    h(low >>> 8) +
    h(low) +
    '-' +
    h(0x70 | (r(0) & 0x0f)) +
    h(r(1)) +
    '-' +
    h(0x80 | (r(2) & 0x3f)) +
    h(r(3)) +
    '-' +
    h(r(4)) +
    h(r(5)) +
    h(r(6)) +
    h(r(7)) +
    h(r(8)) +
    h(r(9))
  )
}
