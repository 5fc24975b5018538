// Bank data: IBAN with its national key, BIC, payment cards.

import { isValidBIC, isValidIBAN } from 'ibantools'
import { passesLuhn } from '../check-digits.ts'
import { latePattern } from '../patterns.ts'
import type { Checks } from './recogniser.ts'

const ibanShape = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/
/**
 * First digits of the schemes met in Europe (ISO/IEC 7812): Visa, Mastercard, Amex, Diners, JCB.
 */
const cardShape = latePattern('card_shape')
const bicShape = /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/

export function isIban(compactText: string): boolean {
  return ibanShape.test(compactText) && isValidIBAN(compactText)
}

export function isCard(compactText: string): boolean {
  return cardShape.test(compactText) && passesLuhn(compactText)
}

export const bankChecks: Checks = {
  iban: isIban,
  card: isCard,
  bic: (text) => bicShape.test(text) && isValidBIC(text),
}
