// Whether a sender may be shown on telephones of a country: names, short codes, platform numbers.
import { reviewedRules } from './country-rules.ts'
import type { CountryCode } from './number-reading.ts'
import { readNumber } from './read-number.ts'
import type { SenderRules } from './rules.ts'

export const senderRefusals = [
  'sender_no_rules',
  'sender_empty',
  'sender_ordinary_number',
  'sender_digits_only',
  'sender_bad_character',
  'sender_too_short',
  'sender_too_long',
  'sender_no_letter',
  'sender_generic',
  'sender_name_overwritten',
  'sender_foreign_number',
] as const
export type SenderRefusal = (typeof senderRefusals)[number]

export type SenderReading =
  | {
      refusal: null
      kind: 'alphanumeric' | 'short_code' | 'number'
      /** An imitated name, or a country with a register: evidence must be on file. */
      needsAuthorisation: boolean
    }
  | { refusal: SenderRefusal; kind: null; needsAuthorisation: false }

export function checkSender(sender: string, country: CountryCode): SenderReading {
  const rules = reviewedRules(country)
  if (!rules) return refused('sender_no_rules')
  if (sender === '') return refused('sender_empty')
  const digits = sender.replace(/^\+/, '')
  if (/^\d+$/.test(digits)) {
    if (rules.senders.value.numbers === 'own_of_country') return checkOwnNumber(sender, country)
    if (/^\d{5}$/.test(digits)) {
      const isFamily = digits.slice(0, 2) in rules.marketing.shortcodeFamilies.value
      return isFamily ? accepted('short_code') : refused('sender_digits_only')
    }
    return checkNumber(sender, rules.senderNumbers.value)
  }
  return checkName(sender, rules.senders.value)
}

/** A person's or a household's number may not be shown by an automated system (Arcep's plan). */
function checkNumber(sender: string, allowed: readonly string[]): SenderReading {
  const national = sender.replace(/^(?:\+33|0033|33|0)/, '')
  if (allowed.some((start) => national.startsWith(start)) && national.length === 9) {
    return accepted('number')
  }
  return refused(/^[1-79]\d{8}$/.test(national) ? 'sender_ordinary_number' : 'sender_digits_only')
}

/** An operator's short code, or a number of the country in international writing. */
function checkOwnNumber(sender: string, country: CountryCode): SenderReading {
  if (/^\d{3,6}$/.test(sender)) return accepted('short_code')
  const reading = readNumber(sender, { country })
  if (reading.e164 === null) return refused('sender_digits_only')
  return reading.country === country ? accepted('number') : refused('sender_foreign_number')
}

function checkName(sender: string, rules: SenderRules): SenderReading {
  // Operators put a number in its place: nobody would see who writes.
  if (rules.names === 'refused') return refused('sender_name_overwritten')
  if (!new RegExp(`^[${rules.characters}]*$`).test(sender)) return refused('sender_bad_character')
  if (sender.length < rules.lengthMin) return refused('sender_too_short')
  if (sender.length > rules.lengthMax) return refused('sender_too_long')
  if (rules.needsLetter && !/[A-Za-z]/.test(sender)) return refused('sender_no_letter')
  const name = sender.toUpperCase()
  // INFO2026 and INFO say equally little.
  if (rules.generic.includes(name.replace(/\d+$/, ''))) return refused('sender_generic')
  const isSensitive = rules.sensitive.includes(name.replace(/\d+$/, ''))
  return accepted('alphanumeric', isSensitive || rules.names === 'registered')
}

function accepted(
  kind: 'alphanumeric' | 'short_code' | 'number',
  needsAuthorisation = false,
): SenderReading {
  return { refusal: null, kind, needsAuthorisation }
}

function refused(refusal: SenderRefusal): SenderReading {
  return { refusal, kind: null, needsAuthorisation: false }
}
