// Marketing needs an effective consent, well enough proved for the country.
import { whatStands } from '../../../consent/index.ts'
import { unreachable } from '../../../kernel/index.ts'
import type { Refusal } from '../../refusals.ts'
import { type GateCheck, notApplicable, passed, refuse, untilKnown } from '../gate-check.ts'

export const consent: GateCheck = {
  name: 'consent',
  ask: (facts) => {
    const { text, person } = facts
    if (text.class !== 'marketing') return notApplicable
    const lacks = (refusal: Refusal) => refuse(person.hasDeclined ? 'consent_declined' : refusal)
    if (person.consent === null) return lacks('no_consent')
    const stands = whatStands(person.consent)
    if (stands !== null) {
      // What stands in for a consent elsewhere may be nothing where this person is.
      const { legalBasis, gradeRank } = stands
      if (legalBasis !== undefined && !person.otherLegalBases.includes(legalBasis)) {
        return lacks('no_consent')
      }
      const isProven = legalBasis !== undefined || gradeRank >= person.proofRankMin
      if (!isProven) return lacks('consent_unproven')
    }
    if (person.consent.effective) return passed
    switch (person.consent.why) {
      case 'unknown':
        return untilKnown(facts)
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
        return unreachable(person.consent)
    }
  },
}
