// What is sealed of a message: the number and the text, under the person's message key.
import { asE164, assert, type E164 } from '../kernel/index.ts'
import type { Terms } from './terms.ts'
import { termsMark, termsMarkOctets } from './terms-mark.ts'

/** What of a text is for the handset alone: whoever reads it elsewhere could act as the person. */
export type HiddenKind = 'code' | 'link'
export type Hidden = { what: HiddenKind; text: string }
/**
 * Of a sentence of ours. What the account wrote of it, as its name, is judged like any text of its
 * own: else a name that advertises would leave as an alert.
 */
export type HiddenInOurs = Hidden & { accountWrote: string }

/** `hides`: what of the text was left out when it was read; null for a text that is shown whole. */
export type MessageBody = { number: E164; text: string; hides: HiddenKind | null }

/**
 * What is sealed with a text: what of it is hidden, its terms, the words that decided of a reply.
 */
type Beside = { hidden?: Hidden | null; terms?: Terms | null; words?: string | null }

/** Stands in the text where something of it is not shown. */
export const hiddenMark = '••••••'

const kinds: readonly HiddenKind[] = ['code', 'link']
/** In the first octet, which else is the length of the number: five octets about it follow. */
const hidesBit = 0x80
const markOctets = 5
/** Likewise: the mark of its terms follows. A message from before has none, and a reply neither. */
const termsBit = 0x40
/**
 * Likewise: the words of a reply that decided what it means follow,
 * after the octets of their length.
 */
const wordsBit = 0x20
const wordsLengthOctets = 2
/** More would be no few words. */
const wordsMax = 400

/**
 * One octet of length, the number's characters, the text in UTF-8. Before the text stand, sealed
 * with it, the mark of the message's terms, the words that decided of a reply, and where something
 * is hidden, its kind, its place and its length in octets.
 */
export function encodeBody(
  body: Pick<MessageBody, 'number' | 'text'>,
  { hidden = null, terms = null, words = null }: Beside = {},
): Uint8Array {
  const { number, text } = body
  const told = words === null ? null : Buffer.from(words.slice(0, wordsMax), 'utf8')
  const marks = termsMarkOctets + markOctets + wordsLengthOctets + (told?.length ?? 0)
  const octets = Buffer.allocUnsafe(1 + number.length + marks + text.length * 3)
  let first = number.length
  octets.write(number, 1, 'latin1')
  let textFrom = 1 + number.length
  if (terms !== null) {
    first |= termsBit
    octets.set(termsMark(terms), textFrom)
    textFrom += termsMarkOctets
  }
  if (told !== null) {
    first |= wordsBit
    octets.writeUInt16BE(told.length, textFrom)
    octets.set(told, textFrom + wordsLengthOctets)
    textFrom += wordsLengthOctets + told.length
  }
  if (hidden !== null) {
    const at = text.lastIndexOf(hidden.text)
    assert(at >= 0 && hidden.text !== '', 'what is hidden stands in the text')
    first |= hidesBit
    octets[textFrom] = kinds.indexOf(hidden.what)
    octets.writeUInt16BE(Buffer.byteLength(text.slice(0, at), 'utf8'), textFrom + 1)
    octets.writeUInt16BE(Buffer.byteLength(hidden.text, 'utf8'), textFrom + 3)
    textFrom += markOctets
  }
  octets[0] = first
  const textOctets = octets.write(text, textFrom, 'utf8')
  return octets.subarray(0, textFrom + textOctets)
}

/** For whoever reads: what is for the handset alone is left out, and `hides` says so. */
export function decodeBody(octets: Uint8Array): MessageBody {
  const { number, text, mark } = parse(octets)
  if (mark === null) return { number, text: text.toString('utf8'), hides: null }
  const before = text.toString('utf8', 0, mark.from)
  const after = text.toString('utf8', mark.from + mark.length)
  return { number, text: before + hiddenMark + after, hides: mark.what }
}

/** A reply with the words that decided what it means; null for one from before they were kept. */
export function decodeReply(octets: Uint8Array): MessageBody & { words: string | null } {
  return { ...decodeBody(octets), words: parse(octets).words }
}

/** For what leaves to the handset, and for nothing else: the whole text. */
export function decodeForHandset(octets: Uint8Array): MessageBody {
  const { number, text } = parse(octets)
  return { number, text: text.toString('utf8'), hides: null }
}

/**
 * Whether it was accepted under these terms: they stand in the database in clear, and who changes
 * them there could have advertising leave as an alert.
 */
export function isUnderTerms(octets: Uint8Array, terms: Terms): boolean {
  const { terms: sealed } = parse(octets)
  return sealed === null || sealed.equals(termsMark(terms))
}

/** What was sealed is what comes back, or the seal does not open: it is UTF-8 as it was written. */
function parse(octets: Uint8Array) {
  const plain = Buffer.from(octets.buffer, octets.byteOffset, octets.length)
  const first = plain[0] ?? 0
  const hides = (first & hidesBit) !== 0
  const numberEnd = 1 + (first & ~(hidesBit | termsBit | wordsBit))
  const number = asE164(plain.toString('latin1', 1, numberEnd))
  assert(number !== null, 'a sealed message begins with its number')
  const termsEnd = (first & termsBit) === 0 ? numberEnd : numberEnd + termsMarkOctets
  const terms = termsEnd === numberEnd ? null : plain.subarray(numberEnd, termsEnd)
  const { words, end } = wordsAt(plain, (first & wordsBit) === 0 ? null : termsEnd, termsEnd)
  if (!hides) return { number, text: plain.subarray(end), mark: null, terms, words }
  const what = kinds[plain[end] ?? kinds.length]
  assert(what !== undefined, 'what is hidden of a sealed message has a known kind')
  const from = plain.readUInt16BE(end + 1)
  const length = plain.readUInt16BE(end + 3)
  const text = plain.subarray(end + markOctets)
  return { number, text, mark: { what, from, length }, terms, words }
}

function wordsAt(plain: Buffer, at: number | null, none: number) {
  if (at === null) return { words: null, end: none }
  const from = at + wordsLengthOctets
  const end = from + plain.readUInt16BE(at)
  return { words: plain.toString('utf8', from, end), end }
}

/** Where the sealed body stands; it opens nowhere else. */
export const bodyPlace = (table: 'sending.message' | 'sending.inbound', rowId: string) => ({
  table,
  column: 'body_sealed',
  rowId,
})
