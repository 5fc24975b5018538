// Positions in PostgreSQL's WAL, and the files that hold them.

/** An octet of the WAL, counted from its beginning. */
export type Lsn = bigint

export function lsnOf(text: string): Lsn {
  const [high = '', low = ''] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

export const lsnText = (at: Lsn): string =>
  `${(at >> 32n).toString(16)}/${(at & 0xffffffffn).toString(16)}`.toUpperCase()

export const pageOctets = 8192n
/** What `initdb` makes where nobody says otherwise. */
export const segmentOctets = 16n * 1024n * 1024n

export const pageStart = (at: Lsn): Lsn => at - (at % pageOctets)

/** Where a record begins that follows on `at`: aligned, and behind the header of its page. */
export function recordStart(at: Lsn): Lsn {
  const aligned = ((at + 7n) / 8n) * 8n
  if (aligned % segmentOctets === 0n) return aligned + 40n
  return aligned % pageOctets === 0n ? aligned + 24n : aligned
}

/** PostgreSQL keeps whole files: from the begin of that of a slot's position on. */
export const segmentStart = (at: Lsn): Lsn => at - (at % segmentOctets)

export function segmentName(timeline: number, at: Lsn): string {
  const inHigh = 0x100000000n / segmentOctets
  const segment = at / segmentOctets
  const parts = [BigInt(timeline), segment / inHigh, segment % inHigh]
  return parts.map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('')
}
