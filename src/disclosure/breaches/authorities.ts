// Until when, from which risk on, and to whom a breach is notified: dated, since the law changes.
import { lawOf } from '../../countries/index.ts'
import type { Instant } from '../../kernel/index.ts'
import {
  type BreachCountry,
  type BreachRisk,
  breachCountries,
  breachRisks,
} from '../contract-breaches.ts'

export type Rule = {
  /** The breaches that become known from then on. */
  from: string
  hours: number
  /** The least risk of which the authority is told. */
  atRisk: BreachRisk
  /** The least risk of which people are told. */
  peopleAtRisk: BreachRisk
  /** The law asks for "as soon as possible": the hours are a recommendation. */
  isRecommended?: true
  source: string
}

/**
 * The last that had begun counts. Proposals that are not adopted (96 hours) are not here. It stands
 * for every country below that has none of its own: the United Kingdom kept it.
 */
const rules: readonly Rule[] = [
  {
    ...{ from: '2018-05-25T00:00:00Z', hours: 72, atRisk: 'risk', peopleAtRisk: 'high' },
    source: 'GDPR, articles 33(1) and 34(1)',
  },
]

const ofCountry: Readonly<Partial<Record<BreachCountry, readonly Rule[]>>> = {
  CH: [
    {
      ...{ from: '2023-09-01T00:00:00Z', hours: 72, atRisk: 'high', peopleAtRisk: 'high' },
      ...{ isRecommended: true, source: 'FADP, article 24(1) and (4)' },
    },
  ],
}

const rulesOf = (country: BreachCountry | null): readonly Rule[] =>
  (country === null ? undefined : ofCountry[country]) ?? rules

/** `url`: its web site; empty where it is not known for certain. */
export type Authority = { name: string; url: string }
type DatedAuthority = Authority & { from: string }

const one = (name: string, url: string, from = '2018-05-25'): readonly DatedAuthority[] => [
  { from: `${from}T00:00:00Z`, name, url },
]

/** Names as the members of the European Data Protection Board give them, in a language of each. */
const authorities: Readonly<Record<BreachCountry, readonly DatedAuthority[]>> = {
  FR: one('CNIL', 'https://www.cnil.fr'),
  AT: one('Österreichische Datenschutzbehörde', 'https://www.dsb.gv.at'),
  BE: one('Autorité de protection des données', 'https://www.autoriteprotectiondonnees.be'),
  BG: one('Комисия за защита на личните данни', 'https://www.cpdp.bg'),
  CH: one(
    'Préposé fédéral à la protection des données et à la transparence',
    ...(['https://www.edoeb.admin.ch', '2023-09-01'] as const),
  ),
  CY: one('Office of the Commissioner for Personal Data Protection', ''),
  CZ: one('Úřad pro ochranu osobních údajů', 'https://uoou.gov.cz'),
  // Each Land has its own for companies; that of the federation is not theirs.
  DE: one('Datenschutz-Aufsichtsbehörde des Bundeslandes', ''),
  DK: one('Datatilsynet (Danmark)', 'https://www.datatilsynet.dk'),
  EE: one('Andmekaitse Inspektsioon', 'https://www.aki.ee'),
  ES: one('Agencia Española de Protección de Datos', 'https://www.aepd.es'),
  FI: one('Tietosuojavaltuutetun toimisto', 'https://tietosuoja.fi'),
  GB: one('Information Commissioner’s Office', 'https://ico.org.uk'),
  GR: one('Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα', 'https://www.dpa.gr'),
  HR: one('Agencija za zaštitu osobnih podataka', 'https://azop.hr'),
  HU: one('Nemzeti Adatvédelmi és Információszabadság Hatóság', 'https://www.naih.hu'),
  IE: one('Data Protection Commission', 'https://www.dataprotection.ie'),
  IS: one('Persónuvernd', '', '2018-07-20'),
  IT: one('Garante per la protezione dei dati personali', 'https://www.garanteprivacy.it'),
  LI: one('Datenschutzstelle Fürstentum Liechtenstein', '', '2018-07-20'),
  LT: one('Valstybinė duomenų apsaugos inspekcija', 'https://vdai.lrv.lt'),
  LU: one('Commission nationale pour la protection des données', 'https://cnpd.public.lu'),
  LV: one('Datu valsts inspekcija', 'https://www.dvi.gov.lv'),
  MT: one('Office of the Information and Data Protection Commissioner', 'https://idpc.org.mt'),
  NL: one('Autoriteit Persoonsgegevens', 'https://www.autoriteitpersoonsgegevens.nl'),
  NO: one('Datatilsynet (Norge)', 'https://www.datatilsynet.no', '2018-07-20'),
  PL: one('Urząd Ochrony Danych Osobowych', 'https://uodo.gov.pl'),
  PT: one('Comissão Nacional de Proteção de Dados', 'https://www.cnpd.pt'),
  RO: one(
    'Autoritatea Naţională de Supraveghere a Prelucrării Datelor cu Caracter Personal',
    'https://www.dataprotection.ro',
  ),
  SE: one('Integritetsskyddsmyndigheten', 'https://www.imy.se'),
  SI: one('Informacijski pooblaščenec', 'https://www.ip-rs.si'),
  SK: one('Úrad na ochranu osobných údajov Slovenskej republiky', ''),
}

/** French law of data protection holds there too, and so does the CNIL. */
const alsoFrench: ReadonlySet<string> = new Set(['NC', 'PF', 'WF', 'TF'])

/** Whose authority is that of a country or a territory; null where none is known here. */
export function breachCountryOf(country: string): BreachCountry | null {
  const law = alsoFrench.has(country) ? 'FR' : lawOf(country)
  return breachCountries.find((known) => known === law) ?? null
}

/** Hours left at which whoever has to notify is told again. */
export const remindedAtHours = [6, 24] as const

const hourMs = 3_600_000

function inForce<T extends { from: string }>(dated: readonly T[], at: Instant): T {
  const begun = dated.filter(({ from }) => Date.parse(from) <= at)
  const found = begun.at(-1) ?? dated[0]
  if (found === undefined) throw new Error('a rule without a date')
  return found
}

export type Duty = Pick<Rule, 'hours' | 'atRisk' | 'peopleAtRisk'> & {
  dueAt: Instant
  isRecommended: boolean
  /** Null: the country has none that is known here. */
  authority: Authority | null
}

/** `country`: of whoever notifies. `knownAt`: when whoever notifies learned of it. */
export function dutyOf(country: string, knownAt: Instant, dated?: readonly Rule[]): Duty {
  const known = breachCountryOf(country)
  const rule = inForce(dated ?? rulesOf(known), knownAt)
  const { hours, atRisk, peopleAtRisk, isRecommended = false } = rule
  return {
    ...{ hours, atRisk, peopleAtRisk, dueAt: knownAt + hours * hourMs, isRecommended },
    authority: known === null ? null : inForce(authorities[known], knownAt),
  }
}

/** Whether a risk is as high as the one from which on somebody is told. */
export const reaches = (risk: BreachRisk, threshold: BreachRisk): boolean =>
  breachRisks.indexOf(risk) >= breachRisks.indexOf(threshold)
