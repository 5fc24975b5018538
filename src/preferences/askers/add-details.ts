// Asks somebody who is no contact for more of themselves, hears it, and shows who they are.
import { accountOf } from '../../accounts/index.ts'
import type { AccountId, Caller, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { byOf } from '../act-for-person.ts'
import { type AskerGiven, type AskerShown, askerParts } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { ShownRequest } from '../requests/answer-request.ts'
import { isLate, resumedDue } from '../requests/clock.ts'
import { pauseRequest, resumeRequest, stepsOf } from '../requests/life-store.ts'
import { notTold } from '../requests/order-telling.ts'
import { findRequest, type PersonRequest } from '../requests/request-store.ts'
import { recordStep } from '../requests/steps.ts'
import { holdAsker } from '../requests/waiting-request.ts'
import { type Asker, findAsker, partsGiven, sealAsker } from './asker.ts'
import { changeAsker } from './asker-store.ts'
import { askerTags } from './same-asker.ts'
import { stopObjector, untilObjectorIsFree } from './stop-objector.ts'
import { detailsOf, shownAsker } from './take-asker.ts'

/**
 * By a letter that staff print and send, or in an e-mail of theirs. The clock stands still from
 * here on, since nobody can be found by what was given (GDPR 11(2) and 12(6)).
 */
export async function askDetails(
  deps: PreferencesDeps,
  caller: Caller,
  id: string,
): Promise<ShownRequest> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { request, asker } = await holdAsker(deps, tx, caller, id)
    if (request.pausedAt !== null) return shownAsker(deps, tx, caller, id)
    const at = deps.clock.now()
    await demandMayAsk(tx, accountId, { request, asker, at })
    await pauseRequest(tx, accountId, { id, at })
    const told = notTold(deps, 'preferences.not_told_no_contact')
    const step = { request, kind: 'identity_asked' as const, at, by: byOf(caller), told }
    await recordStep(deps, tx, accountId, step)
    const action = 'preferences.request_identity_asked' as const
    await deps.audit.record(tx, caller, { action, details: { requestId: id } })
    return shownAsker(deps, tx, caller, id)
  })
}

/**
 * The clock stands still only where somebody looked and could not tell, in time, and once. A
 * complaint is answered, whoever made it.
 */
async function demandMayAsk(
  tx: Tx,
  accountId: AccountId,
  { request, asker, at }: { request: PersonRequest; asker: Asker; at: Instant },
): Promise<void> {
  if (request.kind === 'complaint') throw preferencesError('preferences.request_act_unfit')
  if (asker.search === null || asker.search.endedAt === null) {
    throw preferencesError('preferences.request_search_first')
  }
  if (isLate(request, at)) throw preferencesError('preferences.request_late_to_ask')
  const steps = await stepsOf(tx, accountId, { requestId: request.id })
  if (steps.some(({ kind }) => kind === 'identity_asked')) {
    throw preferencesError('preferences.request_details_asked')
  }
}

/** What they gave now is added, or takes the place of what they gave before; the clock goes on. */
export async function addDetails(
  deps: PreferencesDeps,
  caller: Caller,
  { id, asker: given }: { id: string; asker: AskerGiven },
): Promise<ShownRequest> {
  const { accountId } = caller
  const shown = await deps.database.inAccount(accountId, async (tx) => {
    const { request, asker } = await holdAsker(deps, tx, caller, id)
    const account = await accountOf(tx, accountId)
    const added = detailsOf(account, given)
    const { keys } = asker
    const details = { ...asker.details, ...added }
    const at = deps.clock.now()
    const sealed = sealAsker(deps, accountId, { requestId: id, keys, details })
    const tags = askerTags(deps, accountId, details)
    await changeAsker(tx, accountId, { requestId: id, sealed, changedAt: at, ...tags })
    const { kind } = request
    const stopped = await stopObjector(deps, tx, caller, { kind, details: added, origin: 'desk' })
    if (request.pausedAt !== null) {
      await resumeRequest(tx, accountId, { id, dueAt: resumedDue(request, at, account.zone) })
    }
    await recordStep(deps, tx, accountId, { request, kind: 'details_added', at, by: byOf(caller) })
    const action = 'preferences.request_asker_changed' as const
    const parts = Object.keys(added).join(' ')
    await deps.audit.record(tx, caller, { action, details: { requestId: id, parts, stopped } })
    return shownAsker(deps, tx, caller, id)
  })
  const { request, asker } = shown
  // It may be a contact's, to whom something is on its way.
  if (given.number !== undefined && asker != null) {
    const { details } = asker
    await untilObjectorIsFree(deps, caller, { kind: request.kind, details })
  }
  return shown
}

/** In clear, for a reason; also once it is answered, until it goes. */
export async function revealAsker(
  deps: PreferencesDeps,
  caller: Caller,
  { id, reason }: { id: string; reason: string },
): Promise<AskerShown> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const request = await findRequest(tx, accountId, id)
    if (request === null) throw preferencesError('preferences.request_not_found')
    const asker = await findAsker(deps, tx, accountId, id)
    if (asker === null) throw preferencesError('preferences.request_not_of_asker')
    const action = 'preferences.request_asker_shown' as const
    const details = { requestId: id, parts: partsGiven(asker).join(' ') }
    const about = { asker: asker.subjectId }
    await deps.audit.record(tx, caller, { action, ...about, reason, details })
    const shown = Object.fromEntries(askerParts.map((part) => [part, asker.details[part] ?? null]))
    return shown as AskerShown
  })
}
