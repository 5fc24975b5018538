// Takes a cell as people and spreadsheets write it, and leaves the digits of one number.
import type { NumberReason } from './number-reading.ts'

export type Cleaned =
  | { digits: string; international: boolean }
  | {
      reason: Extract<
        NumberReason,
        | 'empty'
        | 'two_numbers'
        | 'lost_digits'
        | 'letter_for_digit'
        | 'words_beside_number'
        | 'not_a_number'
      >
      /** The writing that seems to be meant; it is never taken without a person's word. */
      meant?: string
    }

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g
const scientific = /^\+?(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i
const separators = /[\s.\-\u2010-\u2015\u2212/()[\]_,:;|=~'’`·•∙]/g

/**
 * Zeros of the decimal digits of other scripts, ten in a row each; NFKC has dealt with full width.
 */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0x1040, 0x17e0, 0x1810,
]

function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((start) => code >= start && code <= start + 9)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** Words that people put beside a number to say whose or which it is; they change nothing. */
const beside =
  't[ée]l(?:[ée]phone)?|tph|mobile?|mob|portable|port|gsm|cell(?:ulare)?|phone|handy|num[ée]ro|num|n°|no|sms|whatsapp|appel|fixe|domicile|dom|maison|bureau|travail|trav|perso(?:nnel)?|pro(?:fessionnel)?|priv[ée]|maman|papa|m[èe]re|p[èe]re|parents?|mamie|papi|conjoint|[ée]poux|[ée]pouse|mari|femme|fils|fille|mme|mr|monsieur|madame|urgence|contact|home|work|office|mum|mom|dad|mother|father|privat|b[üu]ro|mutter|vater|casa|oficina|madre|padre|ufficio|thuis|werk|moeder|vader'
const wordsBefore = new RegExp(`^(?:(?:${beside})(?![\\p{L}])\\s*[.:°=-]*\\s*)+`, 'iu')
/** Spaces are read from their first on, and none fits twice: each would be tried with each. */
const wordsAfter = new RegExp(`(?<!\\s)\\s*(?:[([-]\\s*)?(?:${beside})\\s*[.)\\]]*$`, 'iu')
const pictures = /^[\p{So}\p{Extended_Pictographic}\s]+(?=[+\d(])|[\p{So}\s]+$/gu

/** Longer than any number with what people put beside it; the patterns read nothing longer. */
const charactersMax = 300

export function cleanNumber(whole: string): Cleaned {
  const raw = whole.trim()
  if (raw.length > charactersMax) {
    return { reason: /[\p{L}\p{N}]/u.test(raw) ? 'not_a_number' : 'empty' }
  }
  let text = plainDigits(raw.normalize('NFKC'))
    .replace(invisible, '')
    .replaceAll('\ufe0f', '')
    .trim()
  text = text
    .replace(/^="?(.*?)"?$/, '$1')
    .replace(/^['"`\u2019«“]+|['"`\u2019»”]+$/g, '')
    .replace(/^(?:tel|sms|callto|whatsapp):/i, '')
    .replace(/;phone-context=.*$/i, '')
    .replace(pictures, '')
    .replace(wordsBefore, '')
    .replace(/[!*.\s]+$/, '')
    .trim()
  if (/\d/.test(text)) text = text.replace(wordsAfter, '').trim()
  const power = scientific.exec(text)
  if (power) {
    const mantissa = (power[1] ?? '') + (power[2] ?? '')
    if (mantissa.length !== Number(power[3]) + 1) return { reason: 'lost_digits' }
    text = mantissa
  }
  // A spreadsheet that took the number for an amount: 612345678.0
  text = text.replace(/^(\+?\d[\d ]{7,})[.,]0{1,2}$/, '$1')
  if (!/[\p{L}\p{N}]/u.test(text)) return { reason: 'empty' }
  if (holdsTwoNumbers(text)) return { reason: 'two_numbers' }
  const international = /^\(?\s*\+/.test(text)
  const digits = text.replace(/^\(?\s*\++/, '').replace(separators, '')
  return /^\d+$/.test(digits) ? { digits, international } : doubt(text)
}

const letterDigits: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', s: '5', b: '8' }
const extension =
  /^(.*?\d)[\s,;]*(?:poste|post|p\.|ext(?:ension)?\.?|x|#|;ext=)\s*:?=?\s*\d{1,5}$/iu

/** Something stands in it that is no digit: the number that seems to be meant is only proposed. */
function doubt(text: string): Cleaned {
  const extended = extension.exec(text)
  if (extended !== null) return { reason: 'words_beside_number', meant: extended[1] ?? '' }
  // O6 12 34 56 78: at most two letters, each among digits, that look like digits.
  const mended = text.replace(/[oilsb]/gi, (letter) => letterDigits[letter.toLowerCase()] ?? letter)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters > 0 && letters <= 2 && /^[+\d\s.\-/()]+$/.test(mended)) {
    return { reason: 'letter_for_digit', meant: mended }
  }
  const digits = text.match(/\+?[\d][\d\s.\-/()]*\d/g) ?? []
  const [only] = digits
  const isMasked = /[*#][\d*#]*\d/.test(text)
  if (digits.length === 1 && only !== undefined && !isMasked && !/\d\p{L}|\p{L}\d/u.test(text)) {
    if (only.replace(/\D/g, '').length >= 9) return { reason: 'words_beside_number', meant: only }
  }
  return { reason: 'not_a_number' }
}

/**
 * Two numbers: parts on both sides of a separator that does not stand inside a number, or far
 * more digits than one number has. "06/12/34/56/78" is one: no part of it is long enough.
 */
function holdsTwoNumbers(text: string): boolean {
  const plain = text.replace(/;ext=\d{1,5}$/i, '')
  const parts = plain
    .split(/[/;,|&\n\r]|\s(?:ou|et|or|and|puis)\s|\s-\s/i)
    .map((part) => part.replace(/\D/g, ''))
    .filter((digits) => digits !== '')
  if (parts.length > 1 && parts.some((digits) => digits.length >= 9)) return true
  if (/\d[^+]*\+\s*\d/.test(plain) && plain.replace(/\D/g, '').length > 15) return true
  return /^0\d{9}0\d{9}$|^(?:33\d{9}){2}$|^(?:0033\d{9}){2}$/.test(plain.replace(/\D/g, ''))
}
