// Whether the Node that runs the program still gets security mends.
import { type Check, dayMs, fine, gap, unknown } from '../check.ts'

/** https://github.com/nodejs/Release, README and schedule.json; checked 2026-11-30. */
const endOf: Readonly<Record<string, string>> = {
  '20': '2026-04-30',
  '21': '2024-06-01',
  '22': '2027-04-30',
  '23': '2025-06-01',
  '24': '2028-04-30',
  '25': '2026-06-01',
  '26': '2029-04-30',
}
/** Time to change it. */
const daysLeftMin = 60

export const nodeVersion: Check = {
  name: 'node_version',
  group: 'upkeep',
  cnil: [9, 15],
  recyf: [5],
  judge: ({ nodeVersion: version, at }) => {
    const date = endOf[version.split('.')[0] ?? '']
    if (date === undefined) return unknown('not_listed', { version })
    const days = Math.floor((Date.parse(date) - at) / dayMs)
    return (days < daysLeftMin ? gap : fine)('until', { version, date })
  },
}
