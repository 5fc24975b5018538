// An alert must give its legal basis (GDPR, article 6(1)).
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const alertBasis: GateCheck = {
  name: 'alert_basis',
  ask: ({ text }) => {
    if (text.class !== 'alert') return notApplicable
    return text.basis === null ? refuse('alert_basis_missing') : passed
  },
}
