// A contact in quarantine receives no marketing.
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const quarantine: GateCheck = {
  name: 'quarantine',
  ask: ({ text, person }) => {
    if (text.class !== 'marketing') return notApplicable
    if (!person.inQuarantine) return passed
    return refuse(person.hasDeclined ? 'consent_declined' : 'in_quarantine')
  },
}
