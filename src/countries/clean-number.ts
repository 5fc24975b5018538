// Takes a cell as people and spreadsheets write it, and leaves the digits of one number.
import type { NumberReason } from './number-reading.ts'

export type Cleaned =
  | { digits: string; international: boolean }
  | { reason: Extract<NumberReason, 'empty' | 'two_numbers' | 'lost_digits' | 'not_a_number'> }

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g
const label =
  /^(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|port(?:able)?|gsm|cell|phone|num[ée]ro|n°|sms)\s*[.:°]?\s*/iu
const scientific = /^\+?(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i
const separators = /[\s.\-\u2010-\u2015\u2212/()[\]_,:]/g

/** Arabic-Indic and Persian digits; NFKC has already dealt with the full-width ones. */
function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  )
}

export function cleanNumber(raw: string): Cleaned {
  let text = plainDigits(raw.normalize('NFKC')).replace(invisible, '').trim()
  text = text
    .replace(/^="?(.*?)"?$/, '$1')
    .replace(/^['"`\u2019]+|['"`\u2019]+$/g, '')
    .replace(/^tel:/i, '')
    .replace(label, '')
    .trim()
  const power = scientific.exec(text)
  if (power) {
    const mantissa = (power[1] ?? '') + (power[2] ?? '')
    if (mantissa.length !== Number(power[3]) + 1) return { reason: 'lost_digits' }
    text = mantissa
  }
  // A spreadsheet that took the number for an amount: 612345678.0
  text = text.replace(/^(\+?\d{8,})[.,]0{1,2}$/, '$1')
  if (!/[\p{L}\p{N}]/u.test(text)) return { reason: 'empty' }
  if (holdsTwoNumbers(text)) return { reason: 'two_numbers' }
  const international = /^\(?\s*\+/.test(text)
  const digits = text.replace(/^\(?\s*\++/, '').replace(separators, '')
  if (!/^\d+$/.test(digits)) return { reason: 'not_a_number' }
  return { digits, international }
}

/**
 * Two numbers: parts on both sides of a separator that does not stand inside a number, or far
 * more digits than one number has. "06/12/34/56/78" is one: no part of it is long enough.
 */
function holdsTwoNumbers(text: string): boolean {
  const parts = text
    .split(/[/;,|&\n\r]|\s(?:ou|et|or|and|puis)\s|\s-\s/i)
    .map((part) => part.replace(/\D/g, ''))
    .filter((digits) => digits !== '')
  if (parts.length > 1 && parts.some((digits) => digits.length >= 9)) return true
  if (/\d[^+]*\+\s*\d/.test(text) && text.replace(/\D/g, '').length > 15) return true
  return /^0\d{9}0\d{9}$|^(?:33\d{9}){2}$|^(?:0033\d{9}){2}$/.test(text.replace(/\D/g, ''))
}
