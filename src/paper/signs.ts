// Which signs of a text the typeface has: what it lacks is shown as a box, and said in words.

/** A part of a text that is drawn as it is, or as boxes that stand for what it says. */
export type Signs = { text: string; stands: string | null }

export const box = '□'
/** Boxes for at most this many signs are one part, so that a long word can end a line. */
const boxesMax = 8

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader sees as one sign, accents and all. */
export const signsIn = (text: string): Iterable<string> =>
  /^[ -~]*$/.test(text) ? text : [...graphemes.segment(text)].map(({ segment }) => segment)

/** Without what has no shape: marks of direction, soft hyphens, controls but the end of a line. */
export const shaped = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')

export function signsOf(text: string, has: (codePoint: number) => boolean): Signs[] {
  const parts: Signs[] = []
  let known = ''
  let lacked: string[] = []
  const closeKnown = () => {
    if (known !== '') parts.push({ text: known, stands: null })
    known = ''
  }
  const closeLacked = () => {
    if (lacked.length > 0) parts.push({ text: box.repeat(lacked.length), stands: lacked.join('') })
    lacked = []
  }
  for (const sign of text) {
    if (sign === '\n' || has(sign.codePointAt(0) ?? 0)) {
      closeLacked()
      known += sign
      continue
    }
    closeKnown()
    lacked.push(sign)
    if (lacked.length === boxesMax) closeLacked()
  }
  closeKnown()
  closeLacked()
  return parts
}
