// Which encoding a text file is in, and its decoding as it streams by.
import { StringDecoder } from 'node:string_decoder'
import { TextDecoder } from 'node:util'

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15'

export type FoundEncoding = {
  name: EncodingName
  /** True while only ASCII was seen: the first other octets decide. */
  undecided: boolean
}

/** `head` is the first part of the file, as long as is at hand. */
export function findEncoding(head: Uint8Array): FoundEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return decided('utf-8')
  if (head[0] === 0xff && head[1] === 0xfe) return decided('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return decided('utf-16be')
  const wide = wideOrder(head)
  if (wide !== null) return decided(wide)
  const state = utf8State(head)
  if (state === 'ascii') return { name: 'utf-8', undecided: true }
  return decided(state === 'valid' ? 'utf-8' : singleByteOf(head))
}

function decided(name: EncodingName): FoundEncoding {
  return { name, undecided: false }
}

/** UTF-16 without its mark: Latin text has a zero in every second octet. */
function wideOrder(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length - (head.length % 2), 8_192)
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (head[index] === 0) even += 1
    if (head[index + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.1 ? 'utf-16be' : null
}

/** Whether the octets are UTF-8; a sequence cut at the end does not count against it. */
function utf8State(octets: Uint8Array): 'ascii' | 'valid' | 'invalid' {
  let index = 0
  while (index < octets.length && (octets[index] as number) < 0x80) index += 1
  if (index === octets.length) return 'ascii'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets, { stream: true })
    return 'valid'
  } catch {
    return 'invalid'
  }
}

/**
 * Windows-1252 (which holds ISO-8859-1 whole) uses 0x80 to 0x9F, the ISO tables do not. Between
 * these, ISO-8859-15 puts € at 0xA4 and œ at 0xBD, where ISO-8859-1 has signs that stand in no
 * name and no amount.
 */
function singleByteOf(octets: Uint8Array): EncodingName {
  let euroOrLigature = false
  for (let index = 0; index < octets.length; index += 1) {
    const octet = octets[index] as number
    if (octet >= 0x80 && octet <= 0x9f) return 'windows-1252'
    if (octet === 0xa4 || ((octet === 0xbc || octet === 0xbd) && besideLetter(octets, index))) {
      euroOrLigature = true
    }
  }
  return euroOrLigature ? 'iso-8859-15' : 'windows-1252'
}

function besideLetter(octets: Uint8Array, index: number): boolean {
  const isLetter = (octet: number | undefined) =>
    octet !== undefined && ((octet >= 65 && octet <= 90) || (octet >= 97 && octet <= 122))
  return isLetter(octets[index - 1]) || isLetter(octets[index + 1])
}

/** 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index-windows-1252). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 and 22 decode Windows-1252 as Latin-1 in TextDecoder; hence by hand. */
function decodeWindows1252(octets: Uint8Array): string {
  const text = latin1(octets)
  return text.replace(
    /[\u0080-\u009f]/g,
    (control) => windows1252[control.charCodeAt(0) - 0x80] ?? '',
  )
}

function latin1(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('latin1')
}

type Decode = (octets: Uint8Array, isLast: boolean) => string

/**
 * Where no letter is beyond Latin-1 it makes strings of one octet a letter; TextDecoder never does.
 */
function decodeUtf8(): Decode {
  const decoder = new StringDecoder('utf8')
  return (octets, isLast) => {
    const text = decoder.write(Buffer.from(octets.buffer, octets.byteOffset, octets.length))
    return isLast ? text + decoder.end() : text
  }
}

function decoderOf(name: EncodingName): Decode {
  if (name === 'windows-1252') return decodeWindows1252
  if (name === 'utf-8') return decodeUtf8()
  const decoder = new TextDecoder(name)
  return (octets, isLast) => decoder.decode(octets, { stream: !isLast })
}

/** Decodes chunk by chunk; a sequence cut between two chunks is kept for the next. */
export class TextStreamDecoder {
  #encoding: FoundEncoding
  #decoder: Decode | null = null

  constructor(encoding: FoundEncoding) {
    this.#encoding = encoding
    if (!encoding.undecided) this.#decoder = decoderOf(encoding.name)
  }

  get encoding(): EncodingName {
    return this.#encoding.name
  }

  decode(octets: Uint8Array, isLast: boolean): string {
    if (this.#decoder === null) {
      const state = utf8State(octets)
      if (state === 'ascii') return latin1(octets)
      const name = state === 'invalid' ? singleByteOf(octets) : 'utf-8'
      this.#encoding = decided(name)
      this.#decoder = decoderOf(name)
    }
    return this.#decoder(octets, isLast)
  }
}
