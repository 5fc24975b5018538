// A telephone number in E.164, and how it is shown to those who may not read it.
import type { Branded } from './ids.ts'

export type E164 = Branded<string, 'E164'>

const e164Pattern = /^\+[1-9]\d{6,14}$/

/** Checks the shape only (ITU-T E.164, 6.2.1: at most 15 digits); `countries` judges the number. */
export function asE164(text: string): E164 | null {
  return e164Pattern.test(text) ? (text as E164) : null
}

/** `+33612345678` becomes `+33 6 ** ** ** 78`: enough to recognise one's own, no more. */
export function maskNumber(number: E164): string {
  const last = number.slice(-2)
  const head = number.startsWith('+33') ? `+33 ${number.slice(3, 4)}` : number.slice(0, 4)
  return `${head} ** ** ** ${last}`
}

/** As it is read aloud, on one line; of other countries as it is. */
export const spacedNumber = (number: string): string =>
  /^\+33\d{9}$/.test(number)
    ? `+33\u00a0${number.slice(3, 4)}\u00a0${(number.slice(4).match(/../g) ?? []).join('\u00a0')}`
    : number
