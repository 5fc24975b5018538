// What may be answered to somebody who is no contact: only what a search of today bears out.
import type { Caller, ContactId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  matchesShownMax,
  outcomesForNobody,
  type RequestAnswer,
  searchedOutcomes,
} from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { PersonRequest } from '../requests/request-store.ts'
import type { Asker } from './asker.ts'
import { type AskerSearch, forgetNamesakes } from './asker-store.ts'
import { searchExact } from './search-held.ts'
import { stopObjector } from './stop-objector.ts'

/** A contact may come at any hour: what was looked for yesterday is looked for again. */
const searchCountsMs = 86_400_000

type Answered = { request: PersonRequest; asker: Asker } & RequestAnswer

/** In the transaction of the answer: what is found at once is looked for again in it. */
export async function demandTrue(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  answered: Answered,
): Promise<void> {
  const { request, asker, outcome } = answered
  const { kind, id } = request
  if (!outcomesForNobody(kind).includes(outcome)) {
    throw preferencesError('preferences.request_outcome_unfit')
  }
  // No objection is closed that was not carried out: where the key was lost before, it counts now.
  const isObjector = kind === 'objection' && asker.details.number !== undefined
  if (isObjector) {
    if (!fitsObjector(asker, outcome)) throw preferencesError('preferences.request_objection_first')
    const about = { kind, details: asker.details, origin: 'desk' as const }
    if (!(await stopObjector(deps, tx, caller, about))) {
      throw preferencesError('preferences.request_objections_unknown')
    }
  }
  if (searchedOutcomes.includes(outcome)) await demandNobody(deps, tx, caller, answered)
  await forgetNamesakes(tx, caller.accountId, id)
}

/** Their objection stands in any case; of who has many namesakes nobody knows the rest. */
const fitsObjector = ({ search }: Asker, outcome: RequestAnswer['outcome']): boolean =>
  outcome === 'only_suppressed' ||
  (outcome === 'not_identifiable' && (search?.found.name ?? 0) > matchesShownMax)

async function demandNobody(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  answered: Answered,
): Promise<void> {
  const { request, asker, outcome } = answered
  const { search } = asker
  const since = deps.clock.now() - searchCountsMs
  if (search === null || search.endedAt === null || search.endedAt < since) {
    throw preferencesError('preferences.request_search_first')
  }
  // That nobody can tell who of them asks, if any, is no claim that nothing is held.
  if (outcome === 'not_identifiable') return
  const { found, contacts } = await searchExact(deps, tx, caller, asker.details)
  demandRuledOut({ ...answered, search, exact: { found, contacts } })
  const { suppression } = found
  if (suppression === 'unknown') throw preferencesError('preferences.request_objections_unknown')
  const isListed = suppression !== null && suppression !== 'none'
  if (isListed && outcome === 'nothing_held') {
    throw preferencesError('preferences.request_number_listed')
  }
  if (!isListed && outcome === 'only_suppressed') {
    throw preferencesError('preferences.request_number_not_listed')
  }
  const reason = answered.matchesRuledOut
  if (contacts.size === 0 || reason === undefined) return
  const action = 'preferences.request_matches_ruled_out' as const
  const details = { requestId: request.id, contacts: contacts.size }
  const about = { asker: asker.subjectId }
  await deps.audit.record(tx, caller, { action, ...about, reason, details })
}

/** Each contact that may be them was shown to somebody, who says that it is not. */
function demandRuledOut({
  search,
  exact: { found, contacts },
  matchesRuledOut,
  namesakesRuledOut = false,
}: Answered & { search: AskerSearch; exact: Awaited<ReturnType<typeof searchExact>> }): void {
  const maybe = new Set<ContactId>([...contacts.keys(), ...search.namesakes])
  const namesakes = search.found.name ?? 0
  if (namesakes > matchesShownMax || maybe.size > matchesShownMax) {
    throw preferencesError('preferences.request_matches_unseen', { max: matchesShownMax })
  }
  // Who came since the search was shown to nobody.
  const isNewer = (['number', 'email', 'reference'] as const).some(
    (by) => (found[by] ?? 0) > (search.found[by] ?? 0),
  )
  if (contacts.size > 0 && (matchesRuledOut === undefined || isNewer)) {
    throw preferencesError('preferences.request_match_found')
  }
  if (namesakes > 0 && !namesakesRuledOut) throw preferencesError('preferences.request_namesakes')
}
