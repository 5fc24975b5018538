// A request that somebody is about to do something with: locked, unanswered, with its person.
import type { AccountId, Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import { byOf } from '../act-for-person.ts'
import { type Asker, findAsker } from '../askers/asker.ts'
import { isRefusal, type RequestKind, type RequestOutcome } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { findPerson, type Known } from '../person-page.ts'
import { wasToldOf } from './drop-request.ts'
import { isIdentified } from './identity.ts'
import { notTold, recordToldStep } from './order-telling.ts'
import { sealReason } from './request-reason.ts'
import { answerRequest, forgetWords, lockRequest, type PersonRequest } from './request-store.ts'
import { recordStep } from './steps.ts'

/** `known`: null once the person is erased. `asker`: of a request of somebody who is no contact. */
export type Held = { request: PersonRequest; known: Known | null; asker: Asker | null }
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
  const asker = contactId === null ? await findAsker(deps, tx, accountId, id) : null
  return { request, known, asker }
}

/** Under which keys what is said of it stands; null once the person is erased. */
export const keysOf = ({ known, asker }: Pick<Held, 'known'> & { asker?: Asker | null }) =>
  known?.keys ?? asker?.keys ?? null

/**
 * Whom a deed is about: the contact, whom the journal names, or whoever asks and is none. Of them
 * only the request is named; what is written of them goes with them all the same.
 */
export const aboutIn = ({ request, asker }: Pick<Held, 'request'> & { asker?: Asker | null }) =>
  asker == null ? { subjectId: request.subjectId } : { asker: asker.subjectId }

/** Of these kinds, unanswered, and of somebody who is still there, a contact or not. */
export async function holdOpen(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Pick<Caller, 'accountId'>,
  { id, kinds }: { id: string; kinds: readonly RequestKind[] },
): Promise<Held & { keys: SubjectKeys }> {
  const held = await holdRequest(deps, tx, caller, id)
  const { request } = held
  if (request.answeredAt !== null) throw preferencesError('preferences.request_answered')
  if (!kinds.includes(request.kind)) throw preferencesError('preferences.request_act_unfit')
  const keys = keysOf(held)
  if (keys === null) throw preferencesError('preferences.request_of_nobody')
  return { ...held, keys }
}

/** Unanswered, and of somebody who is no contact. */
export async function holdAsker(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Pick<Caller, 'accountId'>,
  id: string,
): Promise<{ request: PersonRequest; asker: Asker }> {
  const { request, asker } = await holdRequest(deps, tx, caller, id)
  if (request.answeredAt !== null) throw preferencesError('preferences.request_answered')
  if (asker === null) throw preferencesError('preferences.request_not_of_asker')
  return { request, asker }
}

/** A contact is told of it by SMS; whoever is none gets a letter. */
export async function recordTellingStep(
  deps: PreferencesDeps,
  tx: Tx,
  accountId: AccountId,
  { asker }: Pick<Held, 'asker'>,
  step: Parameters<typeof recordToldStep>[3],
): Promise<void> {
  if (asker === null) await recordToldStep(deps, tx, accountId, step)
  else {
    const told = notTold(deps, 'preferences.not_told_no_contact')
    await recordStep(deps, tx, accountId, { ...step, told })
  }
}

/** Of these kinds, unanswered, and of somebody who is still there. */
export async function holdWaiting(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Pick<Caller, 'accountId'>,
  { id, kinds }: { id: string; kinds: readonly RequestKind[] },
): Promise<HeldKnown> {
  const { request, known, asker } = await holdRequest(deps, tx, caller, id)
  if (request.answeredAt !== null) throw preferencesError('preferences.request_answered')
  if (!kinds.includes(request.kind)) throw preferencesError('preferences.request_act_unfit')
  if (asker !== null) throw preferencesError('preferences.request_of_asker')
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
  {
    request,
    known,
    asker = null,
    outcome,
    reason,
  }: Omit<Held, 'asker'> & { asker?: Asker | null; outcome: RequestOutcome; reason: string },
): Promise<PersonRequest> {
  const { accountId } = caller
  const { id, kind } = request
  const at = deps.clock.now()
  const keys = keysOf({ known, asker })
  const isMistake = outcome === 'by_mistake'
  const gone = isMistake ? { letters: await forgetWords(tx, accountId, id) } : {}
  const answered = await answerRequest(tx, accountId, {
    ...{ id, outcome, by: byOf(caller), at },
    answer: isRefusal(outcome) ? 'refused' : 'done',
    reasonSealed: keys === null ? null : sealReason(deps, { accountId, keys, id, reason }),
  })
  const step = { request, kind: 'answered' as const, at, by: byOf(caller) }
  if (isMistake && !(await wasToldOf(tx, accountId, id))) {
    const told = notTold(deps, 'preferences.not_told_by_mistake')
    await recordStep(deps, tx, accountId, { ...step, told })
  } else if (known === null && asker === null) {
    // Nothing is held by which they could be told.
    const told = notTold(deps, 'preferences.not_told_erased')
    await recordStep(deps, tx, accountId, { ...step, told })
  } else await recordTellingStep(deps, tx, accountId, { asker }, step)
  const details = { requestId: id, kind, outcome, ...gone }
  // Told apart in the journal: somebody else can ask what was deleted, and why.
  const action = isMistake ? 'preferences.request_mistaken' : 'preferences.request_answered'
  const about = aboutIn({ request, asker })
  await deps.audit.record(tx, caller, { action, ...about, reason, details })
  return answered
}
