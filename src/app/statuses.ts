// The one rule of a person's status, of what consent and sending know of them.
import { type Consent, consentFacts } from '../consent/index.ts'
import type { StatusAbout, Statuses } from '../contacts/index.ts'
import { deadNumbersOf, keepsMessagesOf, personConditions, sendingFacts } from '../sending/index.ts'

const anything: StatusAbout = { controllerId: null, purpose: null }

export function statusesOver(consent: Pick<Consent, 'statusRule' | 'statusLegalBases'>): Statuses {
  return {
    facts: { ...sendingFacts, ...consentFacts },
    keepsMessagesOf,
    rule: (tx, accountId, { at, about = anything }) =>
      consent.statusRule(tx, accountId, { at, about, elsewhere: personConditions }),
    legalBases: async (tx, accountId, people) => {
      const bases = await consent.statusLegalBases(tx, accountId, people)
      const subjects = people.map(({ subjectId }) => subjectId)
      const dead = await deadNumbersOf(tx, accountId, subjects)
      return new Map(
        [...bases].map(([id, basis]) => [id, { ...basis, dead: dead.get(id) ?? null }]),
      )
    },
  }
}
