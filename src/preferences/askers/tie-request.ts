// Ties the request of somebody who was no contact to a contact: it goes on as theirs.
//
// Never by itself: staff say who it is and why. Nothing is given to anybody by it; how sure it must
// be that the person is who asks is decided anew, as for any request of theirs.
import type { TakenBack } from '../../consent/index.ts'
import type { Caller, ContactId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import { requestAnswerWords } from '../../words/index.ts'
import { actFor, byOf, untilNothingLeaves } from '../act-for-person.ts'
import type { RequestHeardBy } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { findPerson, type Known, type Whose } from '../person-page.ts'
import type { ShownRequest } from '../requests/answer-request.ts'
import { resumedDue } from '../requests/clock.ts'
import { identityFor } from '../requests/identity-facts.ts'
import { filesOf, readSealedFile, stepsOf } from '../requests/life-store.ts'
import { openFile, sealFile } from '../requests/request-letters.ts'
import { sealTold, toldOf } from '../requests/request-reason.ts'
import { findRequest, type PersonRequest } from '../requests/request-store.ts'
import { recordStep, sealStep, toldStep } from '../requests/steps.ts'
import { closeRequest, holdAsker } from '../requests/waiting-request.ts'
import { deleteAsker, moveFile, moveRequest, moveStep } from './asker-store.ts'

type Tied = ShownRequest & { known: Known; stops: TakenBack | null }

export async function tieRequest(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { id: string; contactId: ContactId; reason: string },
): Promise<ShownRequest> {
  const tied = await deps.database.inAccount(caller.accountId, (tx) => tie(deps, tx, caller, asked))
  await untilNothingLeaves(deps, tied.known, { stops: tied.stops })
  return { request: tied.request, known: tied.known }
}

async function tie(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { id, contactId, reason }: { id: string; contactId: ContactId; reason: string },
): Promise<Tied> {
  const { accountId } = caller
  const { request, asker } = await holdAsker(deps, tx, caller, id)
  const contact = await deps.contacts.find(tx, accountId, contactId)
  const whose = contact === null ? null : { accountId, contactId, subjectId: contact.subjectId }
  const known = whose === null ? null : await findPerson(deps, tx, whose)
  if (whose === null || known === null) throw preferencesError('preferences.contact_not_found')
  const text = toldOf(deps, { accountId, keys: asker.keys, request })
  const { zone } = known.account
  await moveAll(deps, tx, { request, from: asker.keys, to: known.keys, whose, text, zone })
  await deleteAsker(tx, accountId, id)
  const moved = { from: asker.subjectId, to: whose.subjectId }
  await deps.audit.giveReasons(tx, accountId, moved)
  await deps.vault.destroyKeys(tx, accountId, [asker.subjectId], 'both')
  const { subjectId } = whose
  const at = deps.clock.now()
  const by = byOf(caller)
  await recordStep(deps, tx, accountId, { request: { id, subjectId }, kind: 'tied', at, by })
  const action = 'preferences.request_tied' as const
  const details = { requestId: id, contactId, kind: request.kind }
  await deps.audit.record(tx, caller, { action, subjectId, reason, details })
  const stops = await stopFirst(deps, tx, caller, { whose, known, request, text: text ?? '' })
  const found = await findRequest(tx, accountId, id)
  if (found === null) throw preferencesError('preferences.request_not_found')
  if (found.kind !== 'objection') return { request: found, known, stops }
  // There is nothing left to do: the answer is the program's sentence.
  const { texts } = requestAnswerWords[found.language ?? known.account.language]
  const closed = {
    request: found,
    known,
    outcome: 'stopped' as const,
    reason: texts['stopped'] ?? reason,
  }
  return { request: await closeRequest(deps, tx, caller, closed), known, stops }
}

/** What was written, its steps and its letters open with the contact's key from here on. */
async function moveAll(
  deps: PreferencesDeps,
  tx: Tx,
  move: {
    request: PersonRequest
    from: SubjectKeys
    to: SubjectKeys
    whose: Whose
    text: string | null
    zone: string
  },
): Promise<void> {
  const { request, from, to, whose, text, zone } = move
  const { accountId, subjectId, contactId } = whose
  const { id, kind } = request
  const { level, why } = await identityFor(deps, tx, {
    ...{ accountId, subjectId, kind, isOnPage: false },
  })
  await moveRequest(tx, accountId, {
    ...{ id, subjectId, contactId, identity: level, identityWhy: why },
    toldSealed: text === null ? null : sealTold(deps, { accountId, keys: to, id, text }),
    dueAt: resumedDue(request, deps.clock.now(), zone),
  })
  for (const step of await stepsOf(tx, accountId, { requestId: id })) {
    const told = toldStep(deps, accountId, from, step)
    const textSealed =
      told.text === null ? null : sealStep(deps, accountId, to, { id: step.id, text: told.text })
    await moveStep(tx, accountId, { id: step.id, requestId: id, subjectId, textSealed })
  }
  // One at a time: ten of them are a hundred mebibytes.
  for (const { id: fileId } of await filesOf(tx, accountId, { requestIds: [id] })) {
    const file = await readSealedFile(tx, accountId, { requestId: id, fileId })
    if (file === null) continue
    const bytes = openFile(deps, { accountId, keys: from, id: fileId }, file.sealed)
    const sealed = sealFile(deps, { accountId, keys: to, id: fileId }, bytes)
    await moveFile(tx, accountId, { id: fileId, subjectId, sealed })
  }
}

/** Who objects, or wants to be erased, is written to no more. */
async function stopFirst(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  {
    whose,
    known,
    request,
    text,
  }: { whose: Whose; known: Known; request: PersonRequest; text: string },
): Promise<TakenBack | null> {
  const { kind } = request
  if (kind !== 'objection' && kind !== 'erasure') return null
  const choice = { action: 'object_marketing' as const }
  const onBehalf = { heardBy: wayOf(request.heardBy), note: text }
  return (await actFor(deps, tx, caller, { whose, known, choice, onBehalf })).stops
}

/** Of somebody who is no contact neither a page of theirs nor a word from their phone is known. */
const wayOf = (by: RequestHeardBy | null) => (by === null || by === 'sms' ? ('web' as const) : by)
