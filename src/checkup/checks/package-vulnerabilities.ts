// Whether a package of the program has a known vulnerability, as the npm registry says when asked.
import { type Check, dayMs, dayOf, fine, gap, listed, notSeen, unknown } from '../check.ts'
import { isUnseen } from '../facts.ts'

const daysMax = 30

export const packageVulnerabilities: Check = {
  name: 'packages',
  group: 'upkeep',
  cnil: [11, 15],
  recyf: [5],
  judge: ({ packages, at }) => {
    if (isUnseen(packages)) return notSeen(packages)
    const date = dayOf(packages.at)
    if (packages.severe.length > 0) return gap('severe', { names: listed(packages.severe), date })
    if (at - packages.at > daysMax * dayMs) return unknown('old', { date })
    return fine('none', { date, count: packages.other })
  },
}
