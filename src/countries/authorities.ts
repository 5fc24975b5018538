// The authority to which people complain about the use of their data, by country.
// GDPR, article 77.

export type Authority = { name: string; address: string; site: string; checkedOn: string }

/** Of countries whose authority was looked up; of others the notice says "of your country". */
const authorities: ReadonlyMap<string, Authority> = new Map([
  [
    'FR',
    {
      name: 'CNIL',
      address: '3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07',
      site: 'cnil.fr',
      checkedOn: '2026-11-30',
    },
  ],
])

export const authorityOf = (country: string): Authority | null => authorities.get(country) ?? null
