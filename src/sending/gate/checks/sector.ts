// Sectors in which no consent makes advertising by SMS lawful.
import { type AcceptanceCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const sector: AcceptanceCheck = {
  name: 'sector',
  askOnce: ({ text }) => {
    if (text.class !== 'marketing') return notApplicable
    return text.sectorBan === null ? passed : refuse('sector_banned')
  },
}
