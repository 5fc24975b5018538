// How much is read and kept of a text that comes from outside: whoever wrote it, it has an end.

export const heardLimits = {
  /** Characters of a reply that are read for what it means: thirteen parts of an SMS. */
  readOfReply: 2_000,
  /** Characters of a reply that are kept, sealed: the longest SMS has 255 parts of 153. */
  keptOfReply: 40_000,
  /** Octets of one part of several: a part of an SMS has 140. */
  octetsOfPart: 1_024,
  /** Characters of a receipt's text that are read: operators write some 160. */
  readOfReceipt: 1_000,
  /** Characters of an operator's own id or word. */
  readOfWord: 100,
} as const

/**
 * What is read of a text: all of it, or its beginning and its end, since a word that ends things
 * may stand at either. Never more than `max` characters: reading takes as long whatever came.
 */
export function endsOf(text: string, max: number): string {
  if (text.length <= max) return text
  const half = Math.floor((max - 1) / 2)
  return `${beginningOf(text, half)}\n${endOf(text, half)}`
}

/** The first characters; none is cut in two. */
export function beginningOf(text: string, max: number): string {
  if (text.length <= max) return text
  return text.slice(0, isHighSurrogate(text, max - 1) ? max - 1 : max)
}

function endOf(text: string, max: number): string {
  const from = text.length - max
  return text.slice(isHighSurrogate(text, from - 1) ? from + 1 : from)
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}
