// Sectors in which no consent makes advertising by SMS lawful.
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const sector: GateCheck = {
  name: 'sector',
  ask: ({ text }) => {
    if (text.class !== 'marketing') return notApplicable
    return text.sectorBan === null ? passed : refuse('sector_banned')
  },
}
