// What is sealed of a message: the number and the text, under the person's message key.
import { asE164, assert, type E164 } from '../kernel/index.ts'

export type MessageBody = { number: E164; text: string }

/** One octet of length, the number's characters, the text in UTF-8. */
export function encodeBody(body: MessageBody): Uint8Array {
  const { number, text } = body
  const octets = Buffer.allocUnsafe(1 + number.length + text.length * 3)
  octets[0] = number.length
  octets.write(number, 1, 'latin1')
  const textOctets = octets.write(text, 1 + number.length, 'utf8')
  return octets.subarray(0, 1 + number.length + textOctets)
}

/** What was sealed is what comes back, or the seal does not open: it is UTF-8 as it was written. */
export function decodeBody(octets: Uint8Array): MessageBody {
  const plain = Buffer.from(octets.buffer, octets.byteOffset, octets.length)
  const textFrom = 1 + (plain[0] ?? 0)
  const number = asE164(plain.toString('latin1', 1, textFrom))
  assert(number !== null, 'a sealed message begins with its number')
  return { number, text: plain.toString('utf8', textFrom) }
}

/** Where the sealed body stands; it opens nowhere else. */
export const bodyPlace = (table: 'sending.message' | 'sending.inbound', rowId: string) => ({
  table,
  column: 'body_sealed',
  rowId,
})
