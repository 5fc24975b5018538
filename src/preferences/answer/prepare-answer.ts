// Takes the order to make the file that answers a request, and makes it in the background.
import { type Account, systemCaller } from '../../accounts/index.ts'
import type { Job, JobHandlers } from '../../jobs/index.ts'
import {
  type AccountId,
  assert,
  type Caller,
  type Language,
  type TokenId,
  type UserId,
} from '../../kernel/index.ts'
import { isOfDatabase } from '../../storage/index.ts'
import { byOf } from '../act-for-person.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { findPerson } from '../person-page.ts'
import type { ShownRequest } from '../requests/answer-request.ts'
import { isOfHolder } from '../requests/identity.ts'
import { changedHandsAtOf } from '../requests/identity-facts.ts'
import { keepAnswerText } from '../requests/life-store.ts'
import { renewIdentity } from '../requests/renew-identity.ts'
import { reasonOf, sealReason } from '../requests/request-reason.ts'
import { lockRequest, setLanguage } from '../requests/request-store.ts'
import { recordStep } from '../requests/steps.ts'
import { closeRequest, holdWaiting } from '../requests/waiting-request.ts'
import { keepAnswerFile } from './answer-file.ts'
import { gatherAnswer } from './gather-answer.ts'
import { makeArchive } from './make-archive.ts'

const makeJob = 'preferences.make_answer'
/** As the page says it: how long an answer can be fetched. */
export const answerLifeMs = 30 * 86_400_000

/**
 * What the person will read is kept at once; the answer counts as given when its file is there.
 */
export async function prepareAnswer(
  deps: PreferencesDeps,
  caller: Caller,
  { id, reason, language }: { id: string; reason: string; language: Language },
): Promise<ShownRequest> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const kinds = ['access', 'portability'] as const
    const held = await holdWaiting(deps, tx, caller, { id, kinds })
    const { subjectId, kind } = held.request
    // Its link would lead whoever has the number now to what somebody else asked for.
    if (!isOfHolder(held.request, await changedHandsAtOf(tx, { accountId, subjectId }))) {
      throw preferencesError('preferences.request_number_changed_hands')
    }
    const renewed = await renewIdentity(deps, tx, accountId, held.request)
    await setLanguage(tx, accountId, { id, language })
    const request = { ...renewed, language }
    const { keys } = held.known
    const reasonSealed = sealReason(deps, { accountId, keys, id, reason })
    await keepAnswerText(tx, accountId, { id, reasonSealed })
    const details = { requestId: id, kind, language }
    const action = 'preferences.answer_prepared' as const
    await deps.audit.record(tx, caller, { action, subjectId, reason, details })
    const input = { requestId: id, language, ...orderedBy(caller) }
    await deps.jobs.enqueue(tx, { name: makeJob, key: id, accountId, input })
    return { request, known: held.known }
  })
}

export function answerJobs(deps: PreferencesDeps): JobHandlers {
  return { [makeJob]: (job) => makeAnswer(deps, job) }
}

/** Whoever ordered the answer gives it, though it is made later: the person did nothing here. */
function whoOrdered(account: Account, { byKind, byId }: Job['input']): Caller {
  const caller = systemCaller(account, 'answer_made', '')
  if (byKind === 'user') return { ...caller, by: { kind: byKind, userId: byId as UserId } }
  return byKind === 'token' ? { ...caller, by: { kind: byKind, tokenId: byId as TokenId } } : caller
}

/** A job takes ids and words. */
function orderedBy({ by }: Caller): Job['input'] {
  if (by.kind === 'user') return { byKind: by.kind, byId: by.userId }
  return by.kind === 'token' ? { byKind: by.kind, byId: by.tokenId } : {}
}

/**
 * What is committed gets its place, so that the answer can prove it. Where the ledger waits for
 * somebody to look at it, after a restore or on a disk that fails, the person's answer does not.
 */
async function placeEntries(
  { consent }: Pick<PreferencesDeps, 'consent'>,
  accountId: AccountId,
): Promise<void> {
  try {
    await consent.sequenceOnce(accountId)
  } catch (error) {
    if (isOfDatabase(error)) throw error
  }
}

/** Run again it finds the request answered, and does nothing. */
async function makeAnswer(deps: PreferencesDeps, { accountId, input }: Job): Promise<void> {
  assert(accountId !== null, 'an answer is of an account')
  const id = String(input['requestId'])
  const language: Language = input['language'] === 'en' ? 'en' : 'fr'
  const suppliers = await deps.answer.suppliers()
  await placeEntries(deps, accountId)
  await deps.database.inAccount(accountId, async (tx) => {
    const ordered = await lockRequest(tx, accountId, id)
    if (ordered === null || ordered.answeredAt !== null || ordered.contactId === null) return
    const { subjectId, contactId } = ordered
    const whose = { accountId, contactId, subjectId }
    const known = await findPerson(deps, tx, whose)
    if (known === null) return
    // A reply may have come since the order, and one may come while all is gathered.
    const request = await renewIdentity(deps, tx, accountId, ordered)
    const asked = { whose, known, language, request, suppliers }
    const answer = await gatherAnswer(deps, tx, asked)
    await renewIdentity(deps, tx, accountId, request)
    const bytes = await makeArchive(answer, { language, verifier: deps.answer.verifier() })
    const at = deps.clock.now()
    const caller = whoOrdered(known.account, input)
    const by = byOf(caller)
    await keepAnswerFile(deps, tx, {
      ...{ accountId, requestId: id, subjectId, keys: known.keys, bytes },
      ...{ at, by, expiresAt: at + answerLifeMs },
    })
    await recordStep(deps, tx, accountId, { request, kind: 'prepared', at, by })
    const reason = reasonOf(deps, { accountId, keys: known.keys, request }) ?? ''
    const outcome = request.kind === 'portability' ? 'file_sent' : 'copy_sent'
    await closeRequest(deps, tx, caller, { request, known, outcome, reason })
  })
}
