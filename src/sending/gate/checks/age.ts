// Below the age of consent, marketing needs a parental authorisation.
import { type GateCheck, notApplicable, notAsked, passed, refuse } from '../gate-check.ts'

export const age: GateCheck = {
  name: 'age',
  ask: ({ text, person }) => {
    if (text.class !== 'marketing') return notApplicable
    if (person.isMinor === null) return notAsked
    return person.isMinor ? refuse('minor_without_authorisation') : passed
  },
}
