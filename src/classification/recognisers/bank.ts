// Bank data: IBAN with its national key, BIC, payment cards.

import { isValidBIC, isValidIBAN } from 'ibantools'
import { passesLuhn } from '../check-digits.ts'
import { latePattern } from '../patterns.ts'
import { holds, type Recogniser } from './recogniser.ts'

const ibanShape = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/
/** First digits of the schemes met in Europe (ISO/IEC 7812): Visa, Mastercard, Amex, Diners, JCB. */
const cardShape = latePattern('card_shape')
const bicShape = /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/

export function isIban(compactText: string): boolean {
  return ibanShape.test(compactText) && isValidIBAN(compactText)
}

export function isCard(compactText: string): boolean {
  return cardShape.test(compactText) && passesLuhn(compactText)
}

export const bankNumbers: readonly Recogniser[] = [
  {
    id: 'iban',
    type: 'iban',
    method: 'checksum',
    headerNeeded: false,
    needs: holds.code | holds.digit | holds.letter,
    test: (cell) => isIban(cell.compact),
  },
  {
    id: 'card',
    type: 'credit_card',
    method: 'checksum',
    headerNeeded: false,
    needs: holds.code | holds.digit,
    test: (cell) => isCard(cell.compact),
  },
  {
    id: 'bic',
    type: 'bic',
    method: 'format',
    headerNeeded: true,
    needs: holds.code | holds.letter,
    test: (cell) => bicShape.test(cell.compact) && isValidBIC(cell.compact),
  },
  {
    id: 'bank_account',
    type: 'bank_account',
    method: 'format',
    headerNeeded: true,
    needs: holds.digit,
    test: (cell) => /^(?=(?:.*\d){6})[A-Z0-9]{6,34}$/.test(cell.compact),
  },
]
