// Whether there is room for what is still to be written.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

const freePercentMin = 10
const freeOctetsMin = 1024 ** 3
const freeInodesPercentMin = 5

export const diskSpace: Check = {
  name: 'disk_space',
  group: 'continuity',
  cnil: [9, 18],
  recyf: [13],
  judge: ({ disks }) => {
    if (isUnseen(disks)) return notSeen(disks)
    const full = disks.filter(
      ({ freePercent, freeOctets, freeInodesPercent }) =>
        (freePercent < freePercentMin && freeOctets < 20 * freeOctetsMin) ||
        freeOctets < freeOctetsMin ||
        (freeInodesPercent !== null && freeInodesPercent < freeInodesPercentMin),
    )
    const percent = Math.min(...disks.map(({ freePercent }) => freePercent))
    if (full.length === 0) return fine('free', { percent })
    return gap('full', { names: listed(full.map(({ folder }) => folder)), percent })
  },
}
