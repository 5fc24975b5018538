// What may be answered to somebody who is no contact: only what a search of today bears out.
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { outcomesForNobody, type RequestAnswer, searchedOutcomes } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { PersonRequest } from '../requests/request-store.ts'
import type { Asker } from './asker.ts'
import { forgetNamesakes } from './asker-store.ts'
import { searchExact } from './search-held.ts'

/** A contact may come at any hour: what was looked for yesterday is looked for again. */
const searchCountsMs = 86_400_000

/** In the transaction of the answer: what is found at once is looked for again in it. */
export async function demandTrue(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { request, asker, ...said }: { request: PersonRequest; asker: Asker } & RequestAnswer,
): Promise<void> {
  const { outcome, namesakesRuledOut = false } = said
  if (!outcomesForNobody(request.kind).includes(outcome)) {
    throw preferencesError('preferences.request_outcome_unfit')
  }
  if (searchedOutcomes.includes(outcome)) {
    await demandNobody(deps, tx, caller, { asker, outcome, namesakesRuledOut })
  }
  await forgetNamesakes(tx, caller.accountId, request.id)
}

async function demandNobody(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  {
    asker,
    outcome,
    namesakesRuledOut,
  }: { asker: Asker; outcome: RequestAnswer['outcome']; namesakesRuledOut: boolean },
): Promise<void> {
  const { search } = asker
  const since = deps.clock.now() - searchCountsMs
  if (search === null || search.endedAt === null || search.endedAt < since) {
    throw preferencesError('preferences.request_search_first')
  }
  const { found, contacts } = await searchExact(deps, tx, caller, asker.details)
  if (contacts.size > 0) throw preferencesError('preferences.request_match_found')
  if (outcome === 'not_identifiable') return
  const hasNamesakes = (search.found.name ?? 0) > 0
  if (hasNamesakes && !namesakesRuledOut) throw preferencesError('preferences.request_namesakes')
  const { suppression } = found
  if (suppression === 'unknown') throw preferencesError('preferences.request_objections_unknown')
  const isListed = suppression !== null && suppression !== 'none'
  if (isListed && outcome === 'nothing_held') {
    throw preferencesError('preferences.request_number_listed')
  }
  if (!isListed && outcome === 'only_suppressed') {
    throw preferencesError('preferences.request_number_not_listed')
  }
}
