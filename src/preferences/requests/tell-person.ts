// Tells a person by one SMS of a step of their request, with a fresh link to their page.
//
// It is owed (GDPR 12(3) and (4), 18(3)): it goes as what the law orders, past an objection to
// marketing. It says nothing of what was asked for or answered: their page does.
//
// A commit that nobody heard of may have been kept, and its SMS holds the link of that attempt. So
// a link goes only where it is proven that its message was not accepted: one that was sent to
// nobody is known to nobody, and ends by itself.
import { accountOf, systemCaller } from '../../accounts/index.ts'
import type { Job, JobHandlers } from '../../jobs/index.ts'
import {
  type AccountId,
  AppError,
  assert,
  type Caller,
  type Instant,
  type MessageId,
} from '../../kernel/index.ts'
import { type HiddenInOurs, numberFactsOf } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { sendOrSay } from '../handset-code.ts'
import { originIfAny } from '../origin.ts'
import { linkLifeMs, makeLink } from '../page-link.ts'
import { findPerson, type Known } from '../person-page.ts'
import { deleteLinkMade, hasLinkMade } from '../store.ts'
import { isOfHolder } from './identity.ts'
import { type Mark, settleTold, stepsOf, type Told } from './life-store.ts'
import { lookJob, type NotTold, notTold, orderLook, tellJob } from './order-telling.ts'
import { findRequest, type PersonRequest } from './request-store.ts'
import { isTold, type ToldKind, tellingText } from './telling-text.ts'

export function tellingJobs(deps: PreferencesDeps): JobHandlers {
  return {
    [tellJob]: (job) => tellLater(deps, job),
    // Nobody is at it any more: what is not there now was not accepted.
    [lookJob]: (job) => giveUp(deps, placeOf(job)),
  }
}

type Place = { accountId: AccountId; requestId: string; stepId: string }

function placeOf({ accountId, input }: Job): Place {
  assert(accountId !== null, 'a request is of an account')
  return { accountId, requestId: String(input['requestId']), stepId: String(input['stepId']) }
}

async function tellLater(deps: PreferencesDeps, job: Job): Promise<void> {
  const place = placeOf(job)
  try {
    await tellStep(deps, place)
  } catch (error) {
    if (job.isLastAttempt) await (mayComeYet(error) ? lookLater : giveUp)(deps, place)
    throw error
  }
}

/** A fault of the database proves nothing: what it was asked to keep may stand there yet. */
export const mayComeYet = (error: unknown): boolean =>
  error instanceof AppError && error.code.startsWith('storage.')

async function lookLater(deps: PreferencesDeps, place: Place): Promise<void> {
  const open = await openStep(deps, place)
  if (open === null || (await settleAccepted(deps, place, open.mark))) return
  const { accountId, ...step } = place
  await deps.database.inAccount(accountId, (tx) => orderLook(deps, tx, accountId, step))
}

/** Run again it finds what was accepted by its mark, and sends nothing more. */
async function tellStep(deps: PreferencesDeps, place: Place): Promise<void> {
  const open = await openStep(deps, place)
  if (open === null || (await settleAccepted(deps, place, open.mark))) return
  const { accountId, requestId, stepId } = place
  const begun = await deps.database.inAccount(accountId, async (tx) => {
    const request = await findRequest(tx, accountId, requestId)
    if (request === null) return null
    const begun = await beginTelling(deps, tx, { accountId, request, ...open })
    if (!('mark' in begun)) return begun
    const { messageId, at } = begun.mark
    const told: Told = { state: 'leaving', at, messageId, why: null }
    return (await settleTold(tx, accountId, { requestId, stepId, told })) ? begun : null
  })
  if (begun === null) return
  const mark = 'mark' in begun ? begun.mark : null
  const told = await sendTelling(deps, begun).catch((error: unknown) =>
    toldInSpiteOf(error, deps, { place, mark, isFirst: open.mark === null }),
  )
  await settle(deps, place, told, mark)
}

type Attempt = { place: Place; mark: Mark | null; isFirst: boolean }

/** What failed may have failed behind the acceptance, of this attempt or of one before it. */
async function toldInSpiteOf(
  error: unknown,
  deps: PreferencesDeps,
  { place: { accountId, requestId }, mark, isFirst }: Attempt,
): Promise<Told> {
  if (mark === null) throw error
  const accepted = await acceptedOf(deps, accountId, mark).catch(() => undefined)
  // Nobody can say: the next attempt looks first.
  if (accepted === undefined) throw error
  if (accepted !== null) return accepted
  if (isFirst && !mayComeYet(error)) {
    await deps.database.inAccount(accountId, async (tx) => {
      const request = await findRequest(tx, accountId, requestId)
      if (request === null) return
      await deleteLinkMade(tx, accountId, { subjectId: request.subjectId, madeAt: mark.at })
    })
  }
  throw error
}

/** What the step still waits for; null: nothing. */
async function openStep(
  { database }: Pick<PreferencesDeps, 'database'>,
  { accountId, requestId, stepId }: Place,
): Promise<{ kind: ToldKind; mark: Mark | null } | null> {
  const steps = await database.inAccount(accountId, (tx) => stepsOf(tx, accountId, { requestId }))
  const step = steps.find(({ id }) => id === stepId)
  const told = step?.told ?? null
  if (step === undefined || told === null || !isTold(step.kind)) return null
  if (told.state === 'waiting') return { kind: step.kind, mark: null }
  if (told.state !== 'leaving' || told.messageId === null || told.at === null) return null
  return { kind: step.kind, mark: { messageId: told.messageId as MessageId, at: told.at } }
}

/** Whether the message of this mark was accepted: then what became of it is settled. */
async function settleAccepted(
  deps: PreferencesDeps,
  place: Place,
  mark: Mark | null,
): Promise<boolean> {
  const told = mark === null ? null : await acceptedOf(deps, place.accountId, mark)
  if (told === null) return false
  await settle(deps, place, told, mark)
  return true
}

/** Null: no message with this id was accepted. */
export async function acceptedOf(
  deps: PreferencesDeps,
  accountId: AccountId,
  { messageId, at }: Mark,
): Promise<Told | null> {
  const fate = await deps.fateOf(accountId, messageId)
  if (fate === null) return null
  if (fate.refusal !== null) return notTold(deps, `sending.${fate.refusal}`)
  return { state: 'sent', at, messageId, why: null }
}

/** The link stays: whatever comes of an attempt, its SMS leads somewhere. */
async function giveUp(deps: PreferencesDeps, place: Place): Promise<void> {
  const open = await openStep(deps, place)
  if (open === null || (await settleAccepted(deps, place, open.mark))) return
  await settle(deps, place, notTold(deps, 'preferences.not_told_failed'), null)
}

async function settle(
  deps: PreferencesDeps,
  { accountId, requestId, stepId }: Place,
  told: Told,
  mark: Mark | null,
): Promise<void> {
  await deps.database.inAccount(accountId, async (tx) => {
    const isFirst = await settleTold(tx, accountId, { requestId, stepId, told })
    const request = await findRequest(tx, accountId, requestId)
    if (isFirst && request !== null) await endTelling(deps, tx, { accountId, request, told, mark })
  })
}

/** A link that was sent is a deed; one that went to nobody is deleted. */
export async function endTelling(
  deps: PreferencesDeps,
  tx: Tx,
  {
    accountId,
    request: { subjectId, contactId },
    told,
    mark,
  }: { accountId: AccountId; request: PersonRequest; told: Told; mark: Mark | null },
): Promise<void> {
  if (mark === null) return
  const made = { subjectId, madeAt: mark.at }
  if (told.state !== 'sent') await deleteLinkMade(tx, accountId, made)
  else if (await hasLinkMade(tx, accountId, made)) {
    const caller = systemCaller(await accountOf(tx, accountId), 'request_telling', '')
    const details = { contactId }
    await deps.audit.record(tx, caller, { action: 'preferences.link_sent', subjectId, details })
  }
}

export type Begun = { telling: Telling; mark: Mark } | { why: NotTold }

/**
 * In the transaction that keeps the mark: the link, and the id that its message will have. It is
 * the same id at each attempt, so that one of them is accepted at most; each has its own link.
 */
export async function beginTelling(
  deps: PreferencesDeps,
  tx: Tx,
  { mark, ...about }: About & { mark: Mark | null },
): Promise<Begun> {
  const written = await writeTelling(deps, tx, about)
  if ('why' in written) return written
  const messageId = mark?.messageId ?? (deps.makeId() as MessageId)
  return { telling: written.telling, mark: { messageId, at: written.madeAt } }
}

type Telling = {
  caller: Caller
  form: Parameters<typeof sendOrSay>[2]['form']
  number: Known['number']
  text: string
  hidden: HiddenInOurs | null
  goodUntil: number
}
/** `madeAt`: when its link was made, by which it is found again. */
type Written = { telling: Telling; madeAt: Instant } | { why: NotTold }

export type About = { accountId: AccountId; request: PersonRequest; kind: ToldKind }

async function writeTelling(deps: PreferencesDeps, tx: Tx, about: About): Promise<Written> {
  const { accountId, request, kind } = about
  const { contactId, subjectId } = request
  const whose = contactId === null ? null : { accountId, contactId, subjectId }
  const known = whose === null ? null : await findPerson(deps, tx, whose)
  if (whose === null || known === null) return { why: 'preferences.not_told_erased' }
  const { account, number } = known
  if (account.deletionDueAt !== null) return { why: 'preferences.not_told_closed' }
  const sender = await deps.answer.senderOf(tx, accountId)
  const controller = await deps.contacts.controller(tx, accountId, 'default')
  if (sender === null || controller === null) return { why: 'preferences.not_told_no_sender' }
  const origin = originIfAny(deps, account)
  if (origin === null) return { why: 'preferences.not_told_no_address' }
  // Whoever has the number today may be somebody else: they hear of what they asked for themselves,
  // and of no other request. The page behind the link shows no more. The word alone needs no page.
  const { changedHandsAt, isUnassigned } = await numberFactsOf(tx, accountId, subjectId)
  if (!isOfHolder(request, changedHandsAt)) {
    const why = isUnassigned ? 'number_dead' : 'number_changed'
    return { why: `preferences.not_told_${why}` }
  }
  const isDoubtful = changedHandsAt !== null && request.heardBy === 'sms' && kind === 'received'
  const caller = systemCaller(account, 'request_telling', '')
  const form = { controllerId: controller.id, sender }
  const language = request.language ?? account.language
  const now = deps.clock.now()
  const said = { request, kind, language, controller: controller.name, zone: account.zone, now }
  if (isDoubtful) {
    const text = tellingText({ ...said, link: null })
    const goodUntil = now + linkLifeMs
    return { telling: { caller, form, number, text, hidden: null, goodUntil }, madeAt: now }
  }
  const made = await makeLink(deps, tx, whose)
  const url = `${origin}/p/${made.token}`
  const text = tellingText({ ...said, link: { url, expiresAt: made.expiresAt } })
  const hidden: HiddenInOurs = { what: 'link', text: url, accountWrote: controller.name }
  const { madeAt, expiresAt: goodUntil } = made
  return { telling: { caller, form, number, text, hidden, goodUntil }, madeAt }
}

/** What the door or the gate says no to is why; what fails for now is tried again. */
export async function sendTelling(deps: PreferencesDeps, begun: Begun): Promise<Told> {
  if ('why' in begun) return notTold(deps, begun.why)
  const { caller, ...message } = begun.telling
  const { messageId: id, at: markedAt } = begun.mark
  const at = deps.clock.now()
  const sent = await sendOrSay(deps, caller, { ...message, at, id })
  if (sent.id === null) return notTold(deps, sent.code)
  return { state: 'sent', at: markedAt, messageId: sent.id, why: null }
}
