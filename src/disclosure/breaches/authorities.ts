// Until when, from which risk on, and to whom a breach is notified: dated, since the law changes.
import type { Instant } from '../../kernel/index.ts'
import type { BreachCountry, BreachRisk } from '../contract-breaches.ts'

type Rule = {
  /** The breaches that become known from then on. */
  from: string
  hours: number
  /** The least risk of which the authority is told. */
  atRisk: BreachRisk
  source: string
}

/** The last that had begun counts. Proposals that are not adopted (96 hours) are not here. */
const rules: readonly Rule[] = [
  { from: '2018-05-25T00:00:00Z', hours: 72, atRisk: 'risk', source: 'GDPR, article 33(1)' },
]

type Authority = { from: string; name: string; url: string }

const authorities: Readonly<Record<BreachCountry, readonly Authority[]>> = {
  FR: [{ from: '2018-05-25T00:00:00Z', name: 'CNIL', url: 'https://www.cnil.fr' }],
  BE: [
    {
      from: '2018-05-25T00:00:00Z',
      name: 'Autorité de protection des données',
      url: 'https://www.autoriteprotectiondonnees.be',
    },
  ],
  ES: [
    {
      from: '2018-05-25T00:00:00Z',
      name: 'Agencia Española de Protección de Datos',
      url: 'https://www.aepd.es',
    },
  ],
  IE: [
    {
      from: '2018-05-25T00:00:00Z',
      name: 'Data Protection Commission',
      url: 'https://www.dataprotection.ie',
    },
  ],
  IT: [
    {
      from: '2018-05-25T00:00:00Z',
      name: 'Garante per la protezione dei dati personali',
      url: 'https://www.garanteprivacy.it',
    },
  ],
  LU: [
    {
      from: '2018-05-25T00:00:00Z',
      name: 'Commission nationale pour la protection des données',
      url: 'https://cnpd.public.lu',
    },
  ],
  NL: [
    {
      from: '2018-05-25T00:00:00Z',
      name: 'Autoriteit Persoonsgegevens',
      url: 'https://www.autoriteitpersoonsgegevens.nl',
    },
  ],
}

/** Hours left at which whoever manages the installation is told again. */
export const remindedAtHours = [6, 24] as const

const hourMs = 3_600_000

function inForce<T extends { from: string }>(dated: readonly T[], at: Instant): T {
  const begun = dated.filter(({ from }) => Date.parse(from) <= at)
  const found = begun.at(-1) ?? dated[0]
  if (found === undefined) throw new Error('a rule without a date')
  return found
}

export type Duty = { hours: number; dueAt: Instant; authority: Authority; atRisk: BreachRisk }

export function dutyOf(country: BreachCountry, discoveredAt: Instant): Duty {
  const { hours, atRisk } = inForce(rules, discoveredAt)
  return {
    ...{ hours, atRisk, dueAt: discoveredAt + hours * hourMs },
    authority: inForce(authorities[country], discoveredAt),
  }
}
