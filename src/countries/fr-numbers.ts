// The French numbering plan as far as the metadata library does not tell it.
import type { CountryCode } from './number-reading.ts'

/**
 * Overseas numbers as they are dialled inside France, without the leading 0. Applied before the
 * library, which would give an invalid +33 number. Source: libphonenumber metadata of November
 * 2026, and Arcep's page on overseas numbering
 * (https://arcep.fr/la-regulation/grands-dossiers-thematiques-transverses/la-numerotation/la-numerotation-outre-mer.html).
 */
export const overseas: readonly { pattern: RegExp; code: string; territory: CountryCode }[] = [
  { pattern: /^69[01]\d{6}$/, code: '590', territory: 'GP' },
  { pattern: /^7090\d{5}$/, code: '590', territory: 'GP' },
  { pattern: /^694\d{6}$/, code: '594', territory: 'GF' },
  { pattern: /^7093[0-3]\d{4}$/, code: '594', territory: 'GF' },
  { pattern: /^69[67]\d{6}$/, code: '596', territory: 'MQ' },
  { pattern: /^7091\d{5}$/, code: '596', territory: 'MQ' },
  { pattern: /^69[23]\d{6}$/, code: '262', territory: 'RE' },
  { pattern: /^7092\d{5}$/, code: '262', territory: 'RE' },
  { pattern: /^639\d{6}$/, code: '262', territory: 'YT' },
  { pattern: /^7093[5-7]\d{4}$/, code: '262', territory: 'YT' },
  { pattern: /^708[45]\d{5}$/, code: '508', territory: 'PM' },
  { pattern: /^26[23]\d{6}$/, code: '262', territory: 'RE' },
  { pattern: /^269\d{6}$/, code: '262', territory: 'YT' },
  { pattern: /^590\d{6}$/, code: '590', territory: 'GP' },
  { pattern: /^594\d{6}$/, code: '594', territory: 'GF' },
  { pattern: /^596\d{6}$/, code: '596', territory: 'MQ' },
]

/** Blocks 0700 to 0729 that no person has, once the overseas ones are taken out. */
export const unallocated = /^7[0-2]\d{7}$/

/** Numbers of machines: 14 digits in national form (Arcep's plan, 07000 to 07004). */
export const machines = /^700[0-4]\d{9}$/

/** Exchanges with a technical platform, and the extended numbers of such platforms. */
export const platforms = /^(?:9(?:37|38)\d{6}|939[0-4]\d{5}|901[0-4]\d{9})$/

export const emergency: ReadonlySet<string> = new Set([
  ...['15', '17', '18', '112', '114', '115', '116', '119', '191', '196', '197'],
  ...['116000', '116006', '116111', '116117', '116123'],
])

/** 10xx and 3xxx, five digits beginning with 3 to 8, and directory services. */
export const shortNumbers = /^(?:10\d\d|3\d{3}|[3-8]\d{4}|118\d{3})$/

/** The metropolitan mobile blocks, by their first three digits without the 0. */
export const isMetropolitanMobileBlock: readonly boolean[] = Array.from({ length: 1000 }, (_, n) =>
  /^(?:6(?:[0-24-8]\d|3[0-8]|9[589])|7[3-9]\d)$/.test(String(n)),
)
