// The rule of a person's status over one consent room, as the app puts it together.
import type { Consent } from '../../src/consent/index.ts'
import type { Statuses } from '../../src/contacts/index.ts'
import { personConditions } from '../../src/sending/index.ts'

const anything = { controllerId: null, purpose: null }

export function statusesOver(consent: Pick<Consent, 'statusRule' | 'statusLegalBases'>): Statuses {
  return {
    rule: (tx, accountId, { at, about = anything }) =>
      consent.statusRule(tx, accountId, { at, about, elsewhere: personConditions }),
    legalBases: consent.statusLegalBases,
  }
}
