// Custom fields: what an account keeps of people beside their names.
// Shapes, reading and formatting.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import type { Language } from '../kernel/index.ts'

export const customTypes = ['text', 'number', 'amount', 'date', 'date_time'] as const
export const customType = z
  .enum(customTypes)
  .describe('Decides how cells are read and how the value is written in a text.')
export type CustomType = (typeof customTypes)[number]

export const customFieldsMax = 50
/** With those that are archived, which are still shown where they hold a value. */
export const customFieldsEverMax = 200
export const customValueMax = 200

const key = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/)
export const customFieldView = z.object({
  id: z.uuid(),
  key: key
    .describe('How a text names it: `{appointment}`, or `{appointment|what stands instead}`.')
    .meta({ example: 'appointment' }),
  name: z.string().meta({ example: 'Appointment' }),
  type: customType,
  isArchived: z
    .boolean()
    .describe('Not offered to imports and new texts; what people have of it stays shown.'),
  createdAt: instantText,
})
export type CustomFieldView = z.output<typeof customFieldView>
export const customFieldList = z.object({ items: z.array(customFieldView) })
const fieldName = z.string().trim().min(1).max(60)
export const customFieldRequest = z.object({
  name: fieldName,
  type: customType,
  key: key.optional().describe('Made from the name when absent; it never changes.'),
})
export type CustomFieldRequest = z.output<typeof customFieldRequest>
export const customFieldChange = z.object({ name: fieldName, isArchived: z.boolean() }).partial()
export type CustomFieldChange = z.output<typeof customFieldChange>

/** Of one person, in clear: only where the look is recorded. */
export const customValueView = z.object({
  key: z.string(),
  name: z.string(),
  type: customType,
  value: z.string().describe('As it is kept: `2026-12-03T14:30`, `49.90 EUR`, `12.5`.'),
  text: z.string().describe('As a text shows it, in the reader’s language.'),
})
export type CustomValueView = z.output<typeof customValueView>
export const customValues = z
  .record(key, z.string().max(1_000).nullable())
  .refine((values) => Object.keys(values).length <= customFieldsMax)
  .describe('By the key of the custom field, as people write it; null empties the field.')

/** Why a cell was left empty: it is not what its field keeps. */
export const customLeftReasons = [
  'too_long',
  'not_a_number',
  'not_an_amount',
  'not_a_date',
  'not_a_date_time',
  'time_in_utc',
] as const
export const customLeftReason = z.enum(customLeftReasons)
export type CustomLeftReason = (typeof customLeftReasons)[number]

export type CustomReading =
  | { value: string; reason: null }
  | { value: null; reason: CustomLeftReason }
const read = (value: string): CustomReading => ({ value, reason: null })
const left = (reason: CustomLeftReason): CustomReading => ({ value: null, reason })

/** Reads a cell that is not blank into the one way in which its type is kept. */
export function readCustom(type: CustomType, cell: string): CustomReading {
  // Line ends and signs that no phone shows would only take room.
  const text = cell.replace(/[\p{C}\s]+/gu, ' ').trim()
  if (type === 'text') return [...text].length > customValueMax ? left('too_long') : read(text)
  if (text.length > customValueMax) return left(unreadable[type])
  if (type === 'number') return readOr(decimalOf(text, 6), 'not_a_number')
  if (type === 'amount') return readOr(amountOf(text), 'not_an_amount')
  if (type === 'date') return readOr(dayOf(text)?.day ?? null, 'not_a_date')
  return dateTimeOf(text)
}

const unreadable = {
  number: 'not_a_number',
  amount: 'not_an_amount',
  date: 'not_a_date',
  date_time: 'not_a_date_time',
} as const satisfies Partial<Record<CustomType, CustomLeftReason>>

const readOr = (value: string | null, reason: CustomLeftReason): CustomReading =>
  value === null ? left(reason) : read(value)

/**
 * `1 234,5`, `1.234,50`, `1,234.50`, `-12`. Of two kinds of separators the last is the decimal one;
 * `1,234` alone has two readings, a thousand times apart: it is none.
 */
function decimalOf(text: string, decimalsMax: number): string | null {
  const [, sign, body] = /^([-−+]?) ?(\d[\d .,'’]*)$/.exec(text) ?? []
  if (body === undefined) return null
  const marks = [...body.replace(/[\d]/g, '')]
  const kinds = new Set(marks)
  const last = marks.at(-1)
  const isDecimal =
    (last === ',' || last === '.') && marks.filter((one) => one === last).length === 1
  const at = isDecimal ? body.lastIndexOf(last as string) : body.length
  const [whole, decimals] = [body.slice(0, at), body.slice(at + 1)]
  if (isDecimal && decimals === '') return null
  if (isDecimal && kinds.size === 1 && /^[1-9]\d{0,2}$/.test(whole) && decimals.length === 3) {
    return null
  }
  const isGrouped = /^\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*$/.test(whole)
  if (!/^\d+$/.test(whole) && !isGrouped) return null
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  if (digits.length > 12 || decimals.length > decimalsMax) return null
  const kept = decimals.replace(/0+$/, '')
  const number = kept === '' ? digits : `${digits}.${kept}`
  return (sign === '-' || sign === '−') && number !== '0' ? `-${number}` : number
}

const currencies: Readonly<Record<string, string>> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  $: 'USD',
  usd: 'USD',
  '£': 'GBP',
  gbp: 'GBP',
  chf: 'CHF',
}

/** Euros where no currency is written. */
function amountOf(text: string): string | null {
  const [, before, body, after] =
    /^([^\d\s+−-]*) ?([-−+]?[\d .,'’]*\d) ?([^\d\s]*)$/.exec(text) ?? []
  if (body === undefined || (before && after)) return null
  const mark = (before || after || '€').toLowerCase()
  const currency = Object.hasOwn(currencies, mark) ? currencies[mark] : undefined
  const number = decimalOf(body, 2)
  if (currency === undefined || number === null) return null
  const [whole, cents = ''] = number.split('.')
  return `${whole}.${cents.padEnd(2, '0')} ${currency}`
}

const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ,])/
const writtenDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?=$|[T ,])/

/** Day first, or ISO; what stands behind the day is left to the caller. */
function dayOf(text: string): { day: string; rest: string } | null {
  const iso = isoDay.exec(text)
  const written = writtenDay.exec(text)
  const [whole, ...parts] = iso ?? written ?? []
  if (whole === undefined) return null
  const [year = '', month = '', date = ''] = iso ? parts : parts.reverse()
  const full = Number(year.length === 2 ? `20${year}` : year)
  const at = new Date(Date.UTC(full, Number(month) - 1, Number(date)))
  const isReal = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(date)
  if (!isReal || full < 1900 || full > 2100) return null
  return { day: at.toISOString().slice(0, 10), rest: text.slice(whole.length) }
}

const clock =
  /^(?:T|,? (?:à |a |at |um |om )?|,)(\d{1,2})(?:[:.](\d{2})(?::\d{2}(?:\.\d+)?)?| ?[hH] ?(\d{2})?)?(?: ?([aApP])\.?[mM]\.?)?(Z| UTC| GMT|[+-]\d{2}:?\d{2})?$/

/** The clock of the place, as written: an appointment is where it is, whoever receives it. */
function dateTimeOf(text: string): CustomReading {
  const found = dayOf(text)
  const time = found === null ? null : clock.exec(found.rest)
  if (found === null || time === null) return left('not_a_date_time')
  const [, hours = '', colon, letter, half, zone] = time
  const isBare = colon === undefined && !/[hH]/.test(time[0]) && half === undefined
  if (isBare) return left('not_a_date_time')
  if (zone !== undefined && /Z|UTC|GMT/.test(zone)) return left('time_in_utc')
  const isTwelve = half !== undefined
  const told = Number(hours)
  if (isTwelve && (told < 1 || told > 12)) return left('not_a_date_time')
  const hour = isTwelve ? (told % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : told
  const minute = Number(colon ?? letter ?? 0)
  if (hour > 23 || minute > 59) return left('not_a_date_time')
  const two = (number: number) => String(number).padStart(2, '0')
  return read(`${found.day}T${two(hour)}:${two(minute)}`)
}

/**
 * As a text shows it. Every sign is in the SMS alphabet, which `août` and the space that French
 * typography puts into numbers are not: one of them would more than halve what a part holds.
 */
export function writeCustom(type: CustomType, value: string, language: Language): string {
  if (type === 'number') return writeNumber(value, language)
  if (type === 'amount') return writeAmount(value, language)
  if (type === 'date') return writeDay(value, language)
  if (type === 'date_time') {
    const [day = '', time = ''] = value.split('T')
    const hours = language === 'fr' ? `à ${writeHours(time)}` : `at ${time}`
    return `${writeDay(day, language)} ${hours}`
  }
  return value
}

/** 14h30, 9h: as French people write them. */
function writeHours(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  return `${Number(hours)}h${minutes === '00' ? '' : minutes}`
}

function writeNumber(value: string, language: Language): string {
  const [whole = '', decimals] = value.split('.')
  const [group, point] = language === 'fr' ? [' ', ','] : [',', '.']
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, `$&${group}`)
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`
}

const signs: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' }

function writeAmount(value: string, language: Language): string {
  const [number = '', currency = ''] = value.split(' ')
  const isNegative = number.startsWith('-')
  const written = writeNumber(number.replace(/^-/, '').replace(/\.00$/, ''), language)
  const minus = isNegative ? '-' : ''
  const sign = signs[currency]
  if (language === 'fr') return `${minus}${written} ${sign ?? currency}`
  return `${minus}${sign ?? `${currency} `}${written}`
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function writeDay(value: string, language: Language): string {
  const [year = '', month = '', day = ''] = value.split('-')
  if (language === 'fr') return `${day}/${month}/${year}`
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`
}

/** What a check sheet and a preview show where nobody is looked at. */
export const customExamples: Readonly<Record<CustomType, string>> = {
  text: 'AB-4512',
  number: '12',
  amount: '49.90 EUR',
  date: '2026-12-03',
  date_time: '2026-12-03T14:30',
}

named({ customFieldView, customFieldList, customFieldRequest, customFieldChange, customValueView })
