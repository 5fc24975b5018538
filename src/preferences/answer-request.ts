// Answers a data request: the result, the reason, by whom. The person reads it on their page.
import type { Caller } from '../kernel/index.ts'
import { byOf } from './act-for-person.ts'
import { outcomesOf, type RequestAnswer, refusedOutcomes } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { preferencesError } from './errors.ts'
import { findPerson, type Known } from './person-page.ts'
import { sealReason } from './request-reason.ts'
import { answerRequest, lockRequest, type PersonRequest } from './request-store.ts'

export type ShownRequest = { request: PersonRequest; known: Known | null }

export async function answerAsked(
  deps: PreferencesDeps,
  caller: Caller,
  { id, outcome, reason }: RequestAnswer & { id: string },
): Promise<ShownRequest> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const asked = await lockRequest(tx, accountId, id)
    if (asked === null) throw preferencesError('preferences.request_not_found')
    if (asked.answeredAt !== null) throw preferencesError('preferences.request_answered')
    const { kind, subjectId, contactId } = asked
    const possible: readonly string[] = outcomesOf(kind)
    if (!possible.includes(outcome)) throw preferencesError('preferences.request_outcome_unfit')
    const known =
      contactId === null ? null : await findPerson(deps, tx, { accountId, contactId, subjectId })
    // Whoever is still here was not erased, whatever somebody says.
    if (outcome === 'erased' && known !== null) {
      throw preferencesError('preferences.request_not_erased')
    }
    const isRefused = (refusedOutcomes as readonly string[]).includes(outcome)
    const request = await answerRequest(tx, accountId, {
      ...{ id, outcome, by: byOf(caller), at: deps.clock.now() },
      answer: isRefused ? 'refused' : 'done',
      reasonSealed:
        known === null ? null : sealReason(deps, { accountId, keys: known.keys, id, reason }),
    })
    const details = { requestId: id, kind, outcome }
    const deed = { action: 'preferences.request_answered' as const, subjectId, reason, details }
    await deps.audit.record(tx, caller, deed)
    return { request, known }
  })
}
