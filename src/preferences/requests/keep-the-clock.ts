// What moves a request's clock: asking who somebody is, hearing it, extending, acknowledging.
import { accountOf } from '../../accounts/index.ts'
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { byOf } from '../act-for-person.ts'
import { sendOwnLink } from '../ask-link.ts'
import { requestKinds } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { openLink } from '../page-link.ts'
import { personOf } from '../person-page.ts'
import type { ShownRequest } from './answer-request.ts'
import { dueAfterAcknowledging, extendedDue, isLate, resumedDue } from './clock.ts'
import { isIdentified } from './identity.ts'
import { changedHandsAtOf } from './identity-facts.ts'
import { identifyRequest, moveDue, pauseRequest } from './life-store.ts'
import { findRequest, lockRequest } from './request-store.ts'
import { byPerson, recordStep } from './steps.ts'
import {
  aboutIn,
  holdOpen,
  holdRequest,
  holdWaiting,
  recordTellingStep,
} from './waiting-request.ts'

async function again(
  tx: Tx,
  { accountId }: Caller,
  { request, ...held }: ShownRequest,
): Promise<ShownRequest> {
  return { request: (await findRequest(tx, accountId, request.id)) ?? request, ...held }
}

/**
 * The link to their page goes to the number, where the person says that it is they. The clock
 * stands still meanwhile (GDPR 12(6)): only once the message is on its way.
 */
export async function askIdentity(
  deps: PreferencesDeps,
  caller: Caller,
  { id, sendFrom }: { id: string; sendFrom: string },
): Promise<ShownRequest> {
  const { database } = deps
  const asked = { id, kinds: requestKinds }
  const { request } = await database.inAccount(caller.accountId, async (tx) => {
    const held = await holdWaiting(deps, tx, caller, asked)
    const { identity, identifiedAt, subjectId } = held.request
    if (identity === 'none' || identifiedAt !== null) {
      throw preferencesError('preferences.request_identity_known')
    }
    if ((await changedHandsAtOf(tx, { accountId: caller.accountId, subjectId })) !== null) {
      throw preferencesError('preferences.request_number_changed_hands')
    }
    return held
  })
  const { contactId } = request
  if (contactId === null) throw preferencesError('preferences.request_of_nobody')
  await sendOwnLink(deps, caller, { contactId, sendFrom })
  return database.inAccount(caller.accountId, async (tx) => {
    const held = await holdWaiting(deps, tx, caller, asked)
    const at = deps.clock.now()
    await pauseRequest(tx, caller.accountId, { id, at })
    const { subjectId } = held.request
    const step = { request: { id, subjectId }, kind: 'identity_asked' as const, at }
    await recordStep(deps, tx, caller.accountId, { ...step, by: byOf(caller) })
    const details = { requestId: id }
    const action = 'preferences.request_identity_asked' as const
    await deps.audit.record(tx, caller, { action, subjectId, details })
    return again(tx, caller, held)
  })
}

/**
 * Staff know who it is by something else than the number; what it was stays with them. Of an answer
 * that waits for its second sign too: the person calls once their page tells them so.
 */
export async function identifyByStaff(
  deps: PreferencesDeps,
  caller: Caller,
  { id, how, reason }: { id: string; how: 'shared_fact' | 'known_to_staff'; reason: string },
): Promise<ShownRequest> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { request, known, asker } = await holdRequest(deps, tx, caller, id)
    if (asker !== null) throw preferencesError('preferences.request_of_asker')
    if (known === null) throw preferencesError('preferences.request_of_nobody')
    const waitsForSign = request.identity === 'second' && !isIdentified(request)
    if (request.answeredAt !== null && !(request.answer === 'done' && waitsForSign)) {
      throw preferencesError('preferences.request_answered')
    }
    const at = deps.clock.now()
    const dueAt = resumedDue(request, at, known.account.zone)
    await identifyRequest(tx, caller.accountId, { id, at, how, dueAt })
    await recordStep(deps, tx, caller.accountId, {
      ...{ request, kind: 'identified', at, by: byOf(caller) },
    })
    const { subjectId } = request
    const details = { requestId: id, how }
    const action = 'preferences.request_identified' as const
    await deps.audit.record(tx, caller, { action, subjectId, reason, details })
    return again(tx, caller, { request, known })
  })
}

/**
 * By the link that went to their number: the clock goes on. An answer that asks for more asks for
 * it again as it is fetched.
 */
export async function identifyOnPage(
  deps: PreferencesDeps,
  token: string,
  requestId: string,
): Promise<void> {
  const whose = await openLink(deps, token)
  const { accountId, subjectId } = whose
  await deps.database.inAccount(accountId, async (tx) => {
    await personOf(deps, tx, whose)
    const request = await lockRequest(tx, accountId, requestId)
    if (request === null || request.subjectId !== subjectId) {
      throw preferencesError('preferences.request_not_found')
    }
    // Whoever has the number now says nothing of what somebody else asked for.
    if ((await changedHandsAtOf(tx, whose)) !== null) {
      throw preferencesError('preferences.number_changed_hands')
    }
    if (request.answeredAt !== null || request.identifiedAt !== null) return
    const at = deps.clock.now()
    const { zone } = await accountOf(tx, accountId)
    const dueAt = resumedDue(request, at, zone)
    await identifyRequest(tx, accountId, { id: requestId, at, how: 'link', dueAt })
    await recordStep(deps, tx, accountId, { ...{ request, kind: 'identified', at, by: byPerson } })
  })
}

/** A letter with its reasons, before the first month is over; once, and two months at most. */
export async function extendAsked(
  deps: PreferencesDeps,
  caller: Caller,
  { id, months, reason }: { id: string; months: number; reason: string },
): Promise<ShownRequest> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { keys, ...held } = await holdOpen(deps, tx, caller, { id, kinds: requestKinds })
    const { request } = held
    const at = deps.clock.now()
    if (request.kind === 'complaint') throw preferencesError('preferences.request_act_unfit')
    if (request.extendedAt !== null) throw preferencesError('preferences.request_extended')
    if (isLate(request, at)) throw preferencesError('preferences.request_late')
    const { zone } = await accountOf(tx, caller.accountId)
    const dueAt = extendedDue(request, months, zone)
    await moveDue(tx, caller.accountId, { id, by: 'extended', at, dueAt })
    const said = { text: reason, keys }
    await recordTellingStep(deps, tx, caller.accountId, held, {
      ...{ request, kind: 'extended', at, by: byOf(caller), said },
    })
    const details = { requestId: id, months }
    const action = 'preferences.request_extended' as const
    await deps.audit.record(tx, caller, { action, ...aboutIn(held), reason, details })
    return again(tx, caller, held)
  })
}

/** That a complaint arrived, said to the person; from then on its answer is due. */
export async function acknowledgeAsked(
  deps: PreferencesDeps,
  caller: Caller,
  { id }: { id: string },
): Promise<ShownRequest> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { keys: _, ...held } = await holdOpen(deps, tx, caller, { id, kinds: ['complaint'] })
    const { request } = held
    if (request.acknowledgedAt !== null) return held
    const at = deps.clock.now()
    const { zone } = await accountOf(tx, caller.accountId)
    const dueAt = dueAfterAcknowledging(request.askedAt, zone)
    await moveDue(tx, caller.accountId, { id, by: 'acknowledged', at, dueAt })
    await recordTellingStep(deps, tx, caller.accountId, held, {
      ...{ request, kind: 'acknowledged', at, by: byOf(caller) },
    })
    const action = 'preferences.request_acknowledged' as const
    await deps.audit.record(tx, caller, { action, ...aboutIn(held), details: { requestId: id } })
    return again(tx, caller, held)
  })
}
