// Marketing needs an effective consent, well enough proved for the country.
import { unreachable } from '../../../kernel/index.ts'
import type { Refusal } from '../../refusals.ts'
import { type GateCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const consent: GateCheck = {
  name: 'consent',
  ask: ({ text, person }) => {
    if (text.class !== 'marketing') return notApplicable
    const lacks = (refusal: Refusal) => refuse(person.hasDeclined ? 'consent_declined' : refusal)
    if (person.consent === null) return lacks('no_consent')
    if (person.consent.effective) {
      // What stands in for a consent elsewhere may be nothing where this person is.
      const { legalBasis } = person.consent
      if (legalBasis !== undefined) {
        return person.otherLegalBases.includes(legalBasis) ? passed : lacks('no_consent')
      }
      return person.consent.gradeRank < person.proofRankMin ? lacks('consent_unproven') : passed
    }
    switch (person.consent.why) {
      case 'altered':
        return refuse('record_altered')
      case 'none':
        return lacks('no_consent')
      case 'withdrawn':
        return refuse('consent_withdrawn')
      case 'unproven':
        return lacks('consent_unproven')
      case 'expired':
        return refuse('consent_expired')
      default:
        return unreachable(person.consent.why)
    }
  },
}
