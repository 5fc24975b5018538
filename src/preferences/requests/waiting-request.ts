// A request that somebody is about to do something with: locked, unanswered, with its person.
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { byOf } from '../act-for-person.ts'
import { type RequestKind, type RequestOutcome, refusedOutcomes } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { findPerson, type Known } from '../person-page.ts'
import { isIdentified } from './identity.ts'
import { notTold, recordToldStep } from './order-telling.ts'
import { sealReason } from './request-reason.ts'
import { answerRequest, lockRequest, type PersonRequest } from './request-store.ts'
import { recordStep } from './steps.ts'

/** `known`: null once the person is erased. */
export type Held = { request: PersonRequest; known: Known | null }
export type HeldKnown = { request: PersonRequest; known: Known }

export async function holdRequest(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId }: Pick<Caller, 'accountId'>,
  id: string,
): Promise<Held> {
  const request = await lockRequest(tx, accountId, id)
  if (request === null) throw preferencesError('preferences.request_not_found')
  const { contactId, subjectId } = request
  const known =
    contactId === null ? null : await findPerson(deps, tx, { accountId, contactId, subjectId })
  return { request, known }
}

/** Of these kinds, unanswered, and of somebody who is still there. */
export async function holdWaiting(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Pick<Caller, 'accountId'>,
  { id, kinds }: { id: string; kinds: readonly RequestKind[] },
): Promise<HeldKnown> {
  const { request, known } = await holdRequest(deps, tx, caller, id)
  if (request.answeredAt !== null) throw preferencesError('preferences.request_answered')
  if (!kinds.includes(request.kind)) throw preferencesError('preferences.request_act_unfit')
  if (known === null) throw preferencesError('preferences.request_of_nobody')
  return { request, known }
}

/** Where it must be sure who asks, nothing of the person's is changed or given before it is. */
export function demandIdentified(request: PersonRequest): void {
  if (!isIdentified(request)) throw preferencesError('preferences.request_not_identified')
}

/** The answer, its step and its deed, in the transaction of what was done. */
export async function closeRequest(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { request, known, outcome, reason }: Held & { outcome: RequestOutcome; reason: string },
): Promise<PersonRequest> {
  const { accountId } = caller
  const { id, kind, subjectId } = request
  const at = deps.clock.now()
  const isRefused = (refusedOutcomes as readonly string[]).includes(outcome)
  const answered = await answerRequest(tx, accountId, {
    ...{ id, outcome, by: byOf(caller), at },
    answer: isRefused ? 'refused' : 'done',
    reasonSealed:
      known === null ? null : sealReason(deps, { accountId, keys: known.keys, id, reason }),
  })
  const step = { request, kind: 'answered' as const, at, by: byOf(caller) }
  if (known === null) {
    // Nothing is held by which they could be told.
    const told = notTold(deps, 'preferences.not_told_erased')
    await recordStep(deps, tx, accountId, { ...step, told })
  } else await recordToldStep(deps, tx, accountId, step)
  const details = { requestId: id, kind, outcome }
  const deed = { action: 'preferences.request_answered' as const, subjectId, reason, details }
  await deps.audit.record(tx, caller, deed)
  return answered
}
