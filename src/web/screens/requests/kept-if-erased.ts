// What stays of the person of a request once they are erased: shown before, and told to them.
import { useQuery } from '@tanstack/react-query'
import { keptPartsText, keptProofWords } from '../../../words/contract.ts'
import { call } from '../../data/client.ts'
import { date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import type { Instead } from './reason-field.tsx'

/** `contactId`: null where nobody is to be erased. */
export function useKeptIfErased(contactId: string | null): {
  what: string | null
  instead: Instead
} {
  const { language, words } = useLanguage()
  const w = words.people.acts
  const found = useQuery({
    queryKey: ['contact', contactId, 'consents'],
    enabled: contactId !== null,
    queryFn: () => call('GET /v1/consents', { query: { contactId: contactId ?? '' } }),
  })
  if (found.data === undefined) return { what: null, instead: () => null }
  const kept = found.data.proofsIfErased
  if (kept === null) return { what: w.eraseWhat, instead: () => null }
  const holds = keptPartsText(language, kept.holds) ?? w.eraseHoldsNothing
  return {
    what: fill(w.eraseWhatKept, { until: date(language, kept.until), holds }),
    instead: (their) => fill(keptProofWords[their].erased, { until: date(their, kept.until) }),
  }
}
