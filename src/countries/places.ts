// Places: which country's rules apply in a territory, its clocks, and the postcodes that tell it.
import type { CountryCode } from './number-reading.ts'

type Place = { law: CountryCode; zones: readonly string[] }

/**
 * Zones after the IANA database. Where one code covers several clocks, all are listed, and a
 * window is open only where it is open in each of them.
 */
const places: Readonly<Record<CountryCode, Place>> = {
  FR: { law: 'FR', zones: ['Europe/Paris'] },
  GP: { law: 'FR', zones: ['America/Guadeloupe'] },
  BL: { law: 'FR', zones: ['America/Guadeloupe'] },
  MF: { law: 'FR', zones: ['America/Guadeloupe'] },
  MQ: { law: 'FR', zones: ['America/Martinique'] },
  GF: { law: 'FR', zones: ['America/Cayenne'] },
  RE: { law: 'FR', zones: ['Indian/Reunion'] },
  YT: { law: 'FR', zones: ['Indian/Mayotte'] },
  PM: { law: 'FR', zones: ['America/Miquelon'] },
  // These three have a telecommunications law of their own: not France here.
  NC: { law: 'NC', zones: ['Pacific/Noumea'] },
  PF: { law: 'PF', zones: ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier'] },
  WF: { law: 'WF', zones: ['Pacific/Wallis'] },
  BE: { law: 'BE', zones: ['Europe/Brussels'] },
  DE: { law: 'DE', zones: ['Europe/Berlin'] },
  ES: { law: 'ES', zones: ['Europe/Madrid', 'Atlantic/Canary'] },
  IT: { law: 'IT', zones: ['Europe/Rome'] },
  NL: { law: 'NL', zones: ['Europe/Amsterdam'] },
  LU: { law: 'LU', zones: ['Europe/Luxembourg'] },
  AT: { law: 'AT', zones: ['Europe/Vienna'] },
  PT: { law: 'PT', zones: ['Europe/Lisbon', 'Atlantic/Azores'] },
  PL: { law: 'PL', zones: ['Europe/Warsaw'] },
  IE: { law: 'IE', zones: ['Europe/Dublin'] },
  GB: { law: 'GB', zones: ['Europe/London'] },
  CH: { law: 'CH', zones: ['Europe/Zurich'] },
  MC: { law: 'MC', zones: ['Europe/Monaco'] },
  AD: { law: 'AD', zones: ['Europe/Andorra'] },
}

/** French territories numbered in the French way: 0 and nine digits. */
export const frenchTerritories: readonly CountryCode[] = Object.keys(places).filter(
  (code) => places[code]?.law === 'FR',
)

/** The country whose rules apply in a territory: FR in RE. */
export function lawOf(territory: CountryCode): CountryCode {
  return places[territory]?.law ?? territory
}

/** Empty where no clock is known here: then no window can be judged, and none is open. */
export function zonesOf(territory: CountryCode): readonly string[] {
  return places[territory]?.zones ?? []
}

const territoryByPostcode: readonly (readonly [string, CountryCode])[] = [
  ['97133', 'BL'],
  ['97150', 'MF'],
  ['971', 'GP'],
  ['972', 'MQ'],
  ['973', 'GF'],
  ['974', 'RE'],
  ['975', 'PM'],
  ['976', 'YT'],
  ['977', 'BL'],
  ['978', 'MF'],
]

/** The overseas territory of a French postcode (or its beginning); null in the metropole. */
export function territoryOfPostcode(postcode: string): CountryCode | null {
  const found = territoryByPostcode.find(([start]) => postcode.startsWith(start))
  return found ? found[1] : null
}

const alsaceMoselle = ['57', '67', '68']

export function isAlsaceMoselle(postcode: string): boolean {
  return alsaceMoselle.some((start) => postcode.startsWith(start))
}

/**
 * The part of a postcode that law looks at: the French département, `2A` and `2B` in Corsica, three
 * digits overseas. Null elsewhere, and for what is no postcode.
 */
export function areaOfPostcode(
  country: CountryCode | null,
  postcode: string | undefined,
): string | null {
  if (country === null || postcode === undefined) return null
  if (lawOf(country) !== 'FR' || !/^\d{5}$/.test(postcode)) return null
  // St-Barth and St-Martin still write Guadeloupe's 971; their holidays are their own.
  if (postcode === '97133') return '977'
  if (postcode === '97150') return '978'
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3)
  if (postcode.startsWith('20')) return Number(postcode) < 20_200 ? '2A' : '2B'
  return postcode.slice(0, 2)
}

/**
 * 1000 was 01000 before a spreadsheet read it as a number; in other countries four digits are all.
 */
export function wholePostcode(country: CountryCode | null, text: string): string {
  return country === 'FR' && /^\d{4}$/.test(text) ? `0${text}` : text
}
