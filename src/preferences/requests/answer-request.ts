// Answers a data request: the result, the reason, by whom. The person reads it on their page.
import type { Caller } from '../../kernel/index.ts'
import { demandTrue } from '../askers/answer-asker.ts'
import type { Asker } from '../askers/asker.ts'
import { actOutcomes, givingOutcomes, outcomesOf, type RequestAnswer } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { Known } from '../person-page.ts'
import { demandMistake } from './drop-request.ts'
import { renewIdentity } from './renew-identity.ts'
import type { PersonRequest } from './request-store.ts'
import { closeRequest, demandIdentified, holdRequest } from './waiting-request.ts'

export type ShownRequest = {
  request: PersonRequest
  known: Known | null
  /** Of somebody who is no contact. */
  asker?: Asker | null
}

export async function answerAsked(
  deps: PreferencesDeps,
  caller: Caller,
  { id, ...answer }: RequestAnswer & { id: string },
): Promise<ShownRequest> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await holdRequest(deps, tx, caller, id)
    const { request, known, asker } = held
    const { outcome, reason } = answer
    if (request.answeredAt !== null) throw preferencesError('preferences.request_answered')
    if (outcome === 'by_mistake') await demandMistake(tx, caller.accountId, request)
    if (asker !== null) {
      await demandTrue(deps, tx, caller, { request, asker, ...answer })
      const closed = await closeRequest(deps, tx, caller, { ...held, outcome, reason })
      return { request: closed, known, asker }
    }
    const possible: readonly string[] = outcomesOf(request.kind)
    if (!possible.includes(outcome)) throw preferencesError('preferences.request_outcome_unfit')
    // Whoever is still here was not erased, and whose data is used is not restricted, whatever
    // somebody says.
    const isUndone = known !== null && actOutcomes.includes(outcome)
    if (isUndone && !(outcome === 'restricted' && known.contact.restrictedAt !== null)) {
      throw preferencesError(
        outcome === 'erased'
          ? 'preferences.request_not_erased'
          : 'preferences.request_not_carried_out',
      )
    }
    const isGiven = known !== null && givingOutcomes.includes(outcome)
    if (isGiven) demandIdentified(await renewIdentity(deps, tx, caller.accountId, request))
    return { request: await closeRequest(deps, tx, caller, { ...held, outcome, reason }), known }
  })
}
