// What is sealed of a message: the number and the text, under the person's message key.
import { asE164, assert, type E164 } from '../kernel/index.ts'

export type MessageBody = { number: E164; text: string }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** One octet of length, the number's characters, the text in UTF-8. */
export function encodeBody(body: MessageBody): Uint8Array {
  const { number, text } = body
  const octets = Buffer.allocUnsafe(1 + number.length + text.length * 3)
  octets[0] = number.length
  octets.write(number, 1, 'latin1')
  const textOctets = octets.write(text, 1 + number.length, 'utf8')
  return octets.subarray(0, 1 + number.length + textOctets)
}

export function decodeBody(octets: Uint8Array): MessageBody {
  const length = octets[0] ?? 0
  let written = ''
  for (let at = 1; at <= length; at += 1) written += String.fromCharCode(octets[at] ?? 0)
  const number = asE164(written)
  assert(number !== null, 'a sealed message begins with its number')
  return { number, text: decoder.decode(octets.subarray(1 + length)) }
}

/** Where the sealed body stands; it opens nowhere else. */
export const bodyPlace = (table: 'sending.message' | 'sending.inbound', rowId: string) => ({
  table,
  column: 'body_sealed',
  rowId,
})
