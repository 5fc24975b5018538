// Data of a person who asked for its restriction is kept and not used (GDPR 18): nothing is sent.
import { type GateCheck, passed, refuse } from '../gate-check.ts'

export const restriction: GateCheck = {
  name: 'restriction',
  ask: ({ text, person }) => {
    if (!person.isRestricted) return passed
    // What the law orders or a life depends on still leaves, such as the code that they ask for
    // themselves (GDPR 18(2)).
    const isOrdered = text.basis === 'legal_obligation' || text.basis === 'vital_interests'
    return text.class === 'alert' && isOrdered ? passed : refuse('restricted')
  },
}
