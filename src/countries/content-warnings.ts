// What a message should not say: health and the like, national numbers, bank data, hidden links.
import { reviewedRules } from './country-rules.ts'
import { foldText } from './fold-text.ts'
import type { CountryCode } from './number-reading.ts'
import type { BothLanguages } from './rules.ts'

export const contentWarnings = [
  'national_number_in_body',
  'card_in_body',
  'iban_in_body',
  'password_in_body',
  'art9_in_body',
] as const
export type ContentWarning = (typeof contentWarnings)[number]
export type FoundWarning = { code: ContentWarning; words: readonly string[] }

/** An SMS is read along the chain of operators and on a locked screen. */
export function readContentWarnings(text: string): FoundWarning[] {
  const found: FoundWarning[] = []
  const add = (code: ContentWarning, words: readonly string[]) => {
    if (words.length > 0) found.push({ code, words: [...new Set(words)] })
  }
  add('national_number_in_body', matches(text, nationalNumber).filter(hasNirKey).map(mask))
  add('card_in_body', matches(text, card).filter(passesLuhn).map(mask))
  add('iban_in_body', matches(text, iban).filter(passesIban).map(mask))
  const folded = foldText(text)
  add('password_in_body', matches(folded, password))
  add('art9_in_body', matches(folded, special))
  return found
}

const nationalNumber =
  /(?<!\d)[12378] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[ABab]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g
const card = /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/g
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gi
const password = /\b(?:mot de passe|mdp|password|passwd)\b ?(?:est|is|:|=) ?\S+/g

/** Words that tell of health, belief, union, sex life or origin (GDPR art. 9). */
const special = new RegExp(
  `\\b(?:${[
    'oncolog\\w*',
    'cancer\\w*',
    'chimio\\w*',
    'radiotherap\\w*',
    'vih',
    'hiv',
    'sida',
    'diabet\\w*',
    'psychiatr\\w*',
    'psycholog\\w*',
    'addictolog\\w*',
    'gynecolog\\w*',
    'urolog\\w*',
    'cardiolog\\w*',
    'dialyse',
    'ivg',
    'pma',
    'grossesse',
    'enceinte',
    'pregnan\\w*',
    'handicap\\w*',
    'rqth',
    'ald',
    'maladie\\w*',
    'patholog\\w*',
    'depist\\w*',
    'sante mentale',
    'mental health',
    'religion',
    'culte',
    'messe',
    'ramadan',
    'syndica\\w*',
    'cgt',
    'cfdt',
    'trade union',
    'orientation sexuelle',
    'biometr\\w*',
    'adn',
  ].join('|')})\\b`,
  'g',
)

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([word]) => word)
}

/** Shown in a warning: enough to find the place, not the number again. */
function mask(word: string): string {
  return `${word.slice(0, 4)}…`
}

function hasNirKey(text: string): boolean {
  const digits = text.replace(/ /g, '').toUpperCase().replace('2A', '19').replace('2B', '18')
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13))
}

function passesLuhn(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits)
}

function passesIban(text: string): boolean {
  const compact = text.replace(/ /g, '').toUpperCase()
  if (compact.length < 15) return false
  const turned = compact.slice(4) + compact.slice(0, 4)
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}

export type FoundBan = { id: string; name: BothLanguages; words: readonly string[] }

/** What may not be marketed by SMS at all, whatever the consent. */
export function readSectorBans(text: string, country: CountryCode): FoundBan[] {
  const folded = foldText(text)
  return (reviewedRules(country)?.marketing.sectorBans ?? []).flatMap(({ value }) => {
    const words = value.patterns.flatMap((pattern) => matches(folded, new RegExp(pattern, 'g')))
    return words.length > 0 ? [{ id: value.id, name: value.name, words: [...new Set(words)] }] : []
  })
}

// biome-ignore format: a list of domains
const shorteners = [
  'bit.ly', 'bitly.com', 'tinyurl.com', 't.co', 'goo.gl', 'ow.ly', 'is.gd', 'v.gd', 'buff.ly',
  'rebrand.ly', 'cutt.ly', 'rb.gy', 'shorturl.at', 't.ly', 'urlz.fr', 'tiny.cc', 'lnkd.in',
  'smsz.net', 'swll.to', 'vu.fr', 'urls.fr', 'x.gd', 'short.gy', 's.id', 'bl.ink',
]

const host = /(?<![\w@.-])(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?=[/\s?#:]|$)/g

/** A public shortener hides who sends; operators filter it. */
export function readShorteners(text: string): string[] {
  const hosts = [...text.toLowerCase().matchAll(host)].map(([, name]) =>
    (name ?? '').replace(/^www\./, ''),
  )
  return [...new Set(hosts)].filter((name) => shorteners.includes(name))
}
