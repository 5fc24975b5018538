// Reads a telephone number strictly: one E.164 number with its kind and place, or none and why.
import {
  isSupportedCountry,
  type CountryCode as LibraryCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import { asE164, type E164 } from '../kernel/index.ts'
import { type Cleaned, cleanNumber } from './clean-number.ts'
import { fictionOf } from './fiction.ts'
import {
  emergency,
  isMetropolitanMobileBlock,
  machines,
  overseas,
  platforms,
  shortNumbers,
  unallocated,
} from './fr-numbers.ts'
import type {
  CountryCode,
  NumberKind,
  NumberOptions,
  NumberReading,
  NumberReason,
} from './number-reading.ts'
import { frenchTerritories, lawOf, zonesOf } from './places.ts'

/** Reads one cell. Never throws; `reason === null` means that an SMS can be sent there. */
export function readNumber(text: string, options: NumberOptions = {}): NumberReading {
  const country = options.country ?? 'FR'
  const isFrench = frenchTerritories.includes(country)
  const quick = metropolitanMobile(text, isFrench)
  if (quick !== 0) return metropolitan(quick)
  if (!isSupportedCountry(country)) return none('unknown_country')
  const cleaned = cleanNumber(text)
  if ('reason' in cleaned) return doubtful(cleaned, options)
  if (isFrench) return readInFrance({ country, options, ...cleaned })
  if (!cleaned.international && cleaned.digits.length <= 6) {
    const short = shortNumber(cleaned.digits)
    if (short) return short
  }
  const dialled = (cleaned.international ? '+' : '') + cleaned.digits
  if (dialled.startsWith('+33')) return readFrenchNational(dialled.slice(3), true, options)
  return judge(dialled, country, options)
}

/** The doubt is stated and the number proposed; where nothing valid is meant, it is no number. */
function doubtful(
  { reason, meant }: Extract<Cleaned, { reason: NumberReason }>,
  options: NumberOptions,
): NumberReading {
  if (meant === undefined) return none(reason)
  const reading = readNumber(meant, { ...options, repair: ['lost_zero'] })
  if (reading.e164 === null) return none('not_a_number')
  // A switchboard gets no SMS, whatever the extension behind it.
  if (reading.reason !== null && reading.reason !== 'fiction') return reading
  return { ...none(reason), suggestion: reading.e164 }
}

const metropolitanZones = zonesOf('FR')

function metropolitan(national: number): NumberReading {
  return {
    e164: `+33${national}` as E164,
    country: 'FR',
    territory: 'FR',
    kind: 'mobile',
    zones: metropolitanZones,
    reason: null,
    fiction: false,
    suggestion: null,
  }
}

/**
 * The fast path: the nine digits of a metropolitan mobile in any of its usual writings, or 0 for
 * all that the slow path must look at. It takes only blocks in which the library finds every
 * number valid (`read-number.test.ts` holds them together). A number of thirteen digits is exact.
 */
function metropolitanMobile(text: string, isFrench: boolean): number {
  let value = 0
  let count = 0
  let plus = false
  const end = text.length
  if (end > 24 || (text.charCodeAt(end - 1) === 0x30 && isPoint(text.charCodeAt(end - 2)))) return 0
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30
      count += 1
    } else if (code === 0x2b) {
      if (count > 0 || plus) return 0
      plus = true
    } else if (!isSpacing(code)) return 0
  }
  const national = value % 1e9
  if (!isMetropolitanMobileBlock[Math.floor(national / 1e6)]) return 0
  if ((national % 1e8) % 11_111_111 === 0) return 0
  const before = Math.floor(value / 1e9)
  if (plus) return (count === 11 && before === 33) || isTrunk(count, before, 12) ? national : 0
  if ((count === 13 && before === 33) || isTrunk(count, before, 14)) return national
  if (!isFrench) return 0
  return (count === 10 && before === 0) || (count === 11 && before === 33) ? national : 0
}

/** +33 (0)6 …: the trunk 0 kept behind the country code. */
function isTrunk(count: number, before: number, length: number): boolean {
  return count === length && before === 330
}

function isPoint(code: number): boolean {
  return code === 0x2e || code === 0x2c
}

/** Space, point, hyphen, brackets, no-break space, thin and narrow no-break space. */
function isSpacing(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x2e ||
    code === 0x2d ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0xa0 ||
    code === 0x2009 ||
    code === 0x202f
  )
}

type InFrance = {
  digits: string
  international: boolean
  country: CountryCode
  options: NumberOptions
}

function readInFrance({ digits, international, country, options }: InFrance): NumberReading {
  if (/^(\d)\1{7,}$/.test(digits)) return none('placeholder')
  if (international) return readInternational(digits, country, options)
  if (digits.startsWith('00')) return readInternational(digits.slice(2), country, options)
  if (emergency.has(digits)) return none('emergency_number', 'emergency')
  // St-Pierre-et-Miquelon dials six digits of its own.
  if (country === 'PM' && digits.length === 6) return judge(digits, country, options)
  if (shortNumbers.test(digits)) return none('short_code', 'short_code')
  // 033612345678: one 0 less, or one more, and it is a number; which, a person must say.
  if (/^033[1-9]\d{8}$/.test(digits)) {
    return { ...none('too_long'), suggestion: judge(`+${digits.slice(1)}`, country, options).e164 }
  }
  if (digits.startsWith('0')) return readFrenchNational(digits.slice(1), false, options)
  if (/^(?:33\d{9}|330\d{9}|(?:262|590|594|596)\d{9})$/.test(digits)) {
    return readInternational(digits, country, options)
  }
  if (digits.length === 9) {
    const reading = readFrenchNational(digits, false, options)
    if (reading.e164 === null || options.repair?.includes('lost_zero')) return reading
    return { ...none('lost_zero'), suggestion: reading.e164 }
  }
  if (digits.length < 9) return none('too_short')
  const foreign = judge(`+${digits}`, country, options)
  return { ...none(digits.length === 10 ? 'not_valid' : 'too_long'), suggestion: foreign.e164 }
}

function readInternational(
  digits: string,
  country: CountryCode,
  options: NumberOptions,
): NumberReading {
  const clean = digits.replace(/^00/, '')
  if (!clean.startsWith('33')) return judge(`+${clean}`, country, options)
  return readFrenchNational(clean.slice(2).replace(/^0/, ''), true, options)
}

/** `national` is without the trunk 0; `had33` tells that it was written with +33. */
function readFrenchNational(
  national: string,
  had33: boolean,
  options: NumberOptions,
): NumberReading {
  if (machines.test(national)) return french(national, 'm2m', 'm2m')
  if (platforms.test(national)) return french(national, 'platform', 'platform_number')
  if (national.length < 9) return none('too_short')
  if (national.length > 9) return none('too_long')
  const fiction = fictionOf(`+33${national}`)
  if (fiction) return fictional(`+33${national}`, options)
  if (isPlaceholder(national)) return none('placeholder')
  const elsewhere = overseas.find(({ pattern }) => pattern.test(national))
  if (elsewhere) {
    const reading = judge(`+${elsewhere.code}${national}`, elsewhere.territory, options)
    const mayUndo = options.repair?.includes('wrong_overseas_prefix')
    if (!had33 || mayUndo || reading.e164 === null) return reading
    return { ...none('wrong_overseas_prefix'), suggestion: reading.e164 }
  }
  if (unallocated.test(national)) return none('unallocated')
  if (national.startsWith('508')) {
    // 0508 41 12 34 as dialled from the metropole: the 508 is the country code said twice.
    const miquelon = judge(`+508${national.slice(3)}`, 'PM', options)
    if (miquelon.e164 !== null && !had33) return miquelon
  }
  return judge(`+33${national}`, 'FR', options)
}

/** The same digit all through, behind the one that tells the kind: 0600000000. */
function isPlaceholder(national: string): boolean {
  return /^\d(\d)\1+$/.test(national)
}

function fictional(e164: string, options: NumberOptions): NumberReading {
  const range = fictionOf(e164)
  const kind = range?.kind ?? 'unknown'
  const territory = range?.territory ?? null
  const ordinary: NumberReason | null = kind === 'mobile' ? null : 'landline'
  return {
    e164: asE164(e164),
    country: territory,
    territory,
    kind,
    zones: territory ? zonesOf(territory) : [],
    reason: options.sandbox ? ordinary : 'fiction',
    fiction: true,
    suggestion: null,
  }
}

const helpNumbers: ReadonlySet<string> = new Set(['112', '110', '113', '118', '911', '999', '000'])

function shortNumber(digits: string): NumberReading | null {
  if (helpNumbers.has(digits)) return none('emergency_number', 'emergency')
  return digits.length <= 5 ? none('short_code', 'short_code') : null
}

type LibraryType = NonNullable<ReturnType<PhoneNumber['getType']>>
const kinds: Readonly<Record<LibraryType, [NumberKind, NumberReason | null]>> = {
  MOBILE: ['mobile', null],
  FIXED_LINE_OR_MOBILE: ['fixed_or_mobile', null],
  FIXED_LINE: ['fixed_line', 'landline'],
  VOIP: ['voip', 'voip'],
  PREMIUM_RATE: ['premium', 'premium_number'],
  SHARED_COST: ['premium', 'premium_number'],
  TOLL_FREE: ['toll_free', 'service_number'],
  UAN: ['service', 'service_number'],
  PERSONAL_NUMBER: ['service', 'service_number'],
  VOICEMAIL: ['service', 'service_number'],
  PAGER: ['pager', 'service_number'],
}

/** All else, by the metadata library. */
function judge(dialled: string, country: CountryCode, options: NumberOptions): NumberReading {
  if (fictionOf(dialled)) return fictional(dialled, options)
  const home = country as LibraryCountry
  const parsed = parsePhoneNumberFromString(dialled, { defaultCountry: home, extract: false })
  if (!parsed?.isValid()) {
    if (parsed && fictionOf(parsed.number)) return fictional(parsed.number, options)
    const length = validatePhoneNumberLength(dialled, { defaultCountry: home })
    if (length === 'TOO_SHORT') return none('too_short')
    if (length === 'TOO_LONG') return none('too_long')
    return none(length === 'INVALID_COUNTRY' ? 'unknown_country' : 'not_valid')
  }
  if (/^(\d)\1+$/.test(parsed.nationalNumber)) return none('placeholder')
  if (fictionOf(parsed.number)) return fictional(parsed.number, options)
  const type = parsed.getType()
  const [kind, reason] = type ? kinds[type] : (['unknown', 'not_valid'] as const)
  const territory = parsed.country ?? null
  return {
    e164: asE164(parsed.number),
    country: territory ? lawOf(territory) : null,
    territory,
    kind,
    zones: territory ? zonesOf(territory) : [],
    reason,
    fiction: false,
    suggestion: null,
  }
}

function french(national: string, kind: NumberKind, reason: NumberReason): NumberReading {
  return { ...none(reason, kind), e164: asE164(`+33${national}`), country: 'FR', territory: 'FR' }
}

function none(reason: NumberReason, kind: NumberKind = 'unknown'): NumberReading {
  return {
    e164: null,
    country: null,
    territory: null,
    kind,
    zones: [],
    reason,
    fiction: false,
    suggestion: null,
  }
}
