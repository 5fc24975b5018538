// What is sealed of a message: the number and the text, under the person's message key.
import { asE164, assert, type E164, utf8Bytes } from '../kernel/index.ts'

export type MessageBody = { number: E164; text: string }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** One octet of length, the number's characters, the text in UTF-8. */
export function encodeBody(body: MessageBody): Uint8Array {
  const text = utf8Bytes(body.text)
  const octets = new Uint8Array(1 + body.number.length + text.length)
  octets[0] = body.number.length
  for (let at = 0; at < body.number.length; at += 1) octets[at + 1] = body.number.charCodeAt(at)
  octets.set(text, 1 + body.number.length)
  return octets
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
