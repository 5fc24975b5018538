// Does what a person asked for, and answers in the same transaction: nobody does it by hand.

import type { Written } from '../../contacts/index.ts'
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { byOf } from '../act-for-person.ts'
import type { OthersReason, RequestErase } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { ShownRequest } from './answer-request.ts'
import { forgetFilesOf } from './life-store.ts'
import { renewIdentity } from './renew-identity.ts'
import { openRequestsOf, type PersonRequest } from './request-store.ts'
import { recordStep } from './steps.ts'
import { closeRequest, demandIdentified, holdWaiting } from './waiting-request.ts'

type Deed = { id: string; reason: string }

/** The contact is corrected, and the person reads what was done. */
export async function correctAsked(
  deps: PreferencesDeps,
  caller: Caller,
  { id, fields, custom, reason }: Deed & Written,
): Promise<ShownRequest> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await holdWaiting(deps, tx, caller, { id, kinds: ['rectification'] })
    const { request, known } = held
    demandIdentified(await renewIdentity(deps, tx, caller.accountId, request))
    const at = deps.clock.now()
    const asked = { contactId: known.contact.id, fields, custom, at }
    if (!(await deps.contacts.correct(tx, caller, asked))) {
      throw preferencesError('preferences.request_nothing_changed')
    }
    const step = { request, kind: 'corrected' as const, at, by: byOf(caller) }
    await recordStep(deps, tx, caller.accountId, step)
    const outcome = 'corrected' as const
    return { request: await closeRequest(deps, tx, caller, { ...held, outcome, reason }), known }
  })
}

/** The contact goes with its key: what was said to the person goes too, since nobody reads it. */
export async function eraseAsked(
  deps: PreferencesDeps,
  caller: Caller,
  { id, reason, othersReason }: RequestErase & { id: string },
): Promise<ShownRequest> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await holdWaiting(deps, tx, caller, { id, kinds: ['erasure'] })
    const { request, known } = held
    demandIdentified(await renewIdentity(deps, tx, caller.accountId, request))
    await demandDecided(deps, tx, caller, { request, reason: othersReason })
    const { subjectId } = request
    const at = deps.clock.now()
    const { heardBy } = request
    // A word from a phone asks for a copy, and never for this.
    const how = heardBy === null || heardBy === 'sms' ? 'page' : heardBy
    const asked = { how, at: request.askedAt, requestId: id } as const
    await deps.contacts.erase(tx, caller, { contactId: known.contact.id, asked })
    await forgetFilesOf(tx, caller.accountId, [subjectId])
    const step = { request, kind: 'erased' as const, at, by: byOf(caller) }
    await recordStep(deps, tx, caller.accountId, step)
    const closed = { request, known: null, outcome: 'erased' as const, reason }
    return { request: await closeRequest(deps, tx, caller, closed), known: null }
  })
}

/**
 * Whatever else the person asked for has nothing left to be answered with: whoever erases them
 * first decides so, and says why. One of a few reasons: free text would go with the person.
 */
async function demandDecided(
  { audit }: Pick<PreferencesDeps, 'audit'>,
  tx: Tx,
  caller: Caller,
  { request, reason }: { request: PersonRequest; reason: OthersReason | undefined },
): Promise<void> {
  const { id, subjectId } = request
  const open = await openRequestsOf(tx, caller.accountId, [subjectId])
  // What they ask for a second time is carried out with this.
  const others = open.filter(({ requestId, kind }) => requestId !== id && kind !== 'erasure')
  const [first] = others
  if (first === undefined) return
  if (reason === undefined) {
    const { requestId } = first
    throw preferencesError('preferences.request_others_open', { requestId })
  }
  const details = { requestId: id, open: others.length, why: reason }
  const action = `preferences.erased_${reason}` as const
  await audit.record(tx, caller, { action, subjectId, details })
}

/** From here on nothing is sent to the person, but what the law orders. */
export async function restrictAsked(
  deps: PreferencesDeps,
  caller: Caller,
  { id, reason }: Deed,
): Promise<ShownRequest> {
  const done = await deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await holdWaiting(deps, tx, caller, { id, kinds: ['restriction'] })
    const { request, known } = held
    demandIdentified(await renewIdentity(deps, tx, caller.accountId, request))
    const at = deps.clock.now()
    const { id: contactId } = known.contact
    await deps.contacts.restrict(tx, caller.accountId, { contactId, at, isRestricted: true })
    const step = { request, kind: 'restricted' as const, at, by: byOf(caller) }
    await recordStep(deps, tx, caller.accountId, step)
    const outcome = 'restricted' as const
    const answered = await closeRequest(deps, tx, caller, { ...held, outcome, reason })
    const contact = { ...known.contact, restrictedAt: known.contact.restrictedAt ?? at }
    return { request: answered, known: { ...known, contact } }
  })
  return done
}
