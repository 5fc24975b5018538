// Limits marketing messages to one person in a period.
import { type AcceptanceCheck, notApplicable, passed, refuse } from '../gate-check.ts'

export const frequency: AcceptanceCheck = {
  name: 'frequency',
  askOnce: ({ text, person }) => {
    if (text.class !== 'marketing' || person.frequencyCap === null) return notApplicable
    return person.recentMarketing >= person.frequencyCap ? refuse('frequency_cap_reached') : passed
  },
}
