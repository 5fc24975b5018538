// Tells a person by one SMS of a step of their request, with a fresh link to their page.
//
// It is owed (GDPR 12(3) and (4), 18(3)): it goes as what the law orders, past an objection to
// marketing. It says nothing of what was asked for or answered: their page does.
import { systemCaller } from '../../accounts/index.ts'
import type { Job, JobHandlers } from '../../jobs/index.ts'
import { type AccountId, assert, type Caller, type Language } from '../../kernel/index.ts'
import { type HiddenInOurs, numberFactsOf } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { dayInText } from '../ask-link.ts'
import type { StepKind } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { sendOrSay } from '../handset-code.ts'
import { originIfAny } from '../origin.ts'
import { type MadeLink, makeLink } from '../page-link.ts'
import { findPerson, type Known } from '../person-page.ts'
import { isOfHolder } from './identity.ts'
import { settleTold, stepsOf, type Told } from './life-store.ts'
import { type NotTold, notTold, tellJob } from './order-telling.ts'
import { findRequest, type PersonRequest } from './request-store.ts'

/** The steps that are told. */
const toldKinds = ['received', 'acknowledged', 'extended', 'answered', 'lifted'] as const
type ToldKind = (typeof toldKinds)[number]
const isTold = (kind: StepKind): kind is ToldKind => (toldKinds as readonly string[]).includes(kind)

export function tellingJobs(deps: PreferencesDeps): JobHandlers {
  return { [tellJob]: (job) => tellLater(deps, job) }
}

/** Run again it finds the step told of, and sends nothing. */
async function tellLater(deps: PreferencesDeps, job: Job): Promise<void> {
  const { accountId, input } = job
  assert(accountId !== null, 'a request is of an account')
  const requestId = String(input['requestId'])
  const stepId = String(input['stepId'])
  const settle = (told: Told) =>
    deps.database.inAccount(accountId, (tx) =>
      settleTold(tx, accountId, { requestId, stepId, told }),
    )
  const message = await deps.database.inAccount(accountId, async (tx) => {
    const request = await findRequest(tx, accountId, requestId)
    const steps = request === null ? [] : await stepsOf(tx, accountId, { requestId })
    const step = steps.find(({ id }) => id === stepId)
    if (request === null || step?.told?.state !== 'waiting' || !isTold(step.kind)) return null
    return writeTelling(deps, tx, { accountId, request, kind: step.kind })
  })
  if (message === null) return
  try {
    await settle(await sendTelling(deps, message))
  } catch (error) {
    if (job.isLastAttempt) await settle(notTold(deps, 'preferences.not_told_failed'))
    throw error
  }
}

/** Before what the person must hear of first: sent, or why it cannot be. */
export async function tellNow(
  deps: PreferencesDeps,
  accountId: AccountId,
  about: { request: PersonRequest; kind: ToldKind },
): Promise<Told> {
  const message = await deps.database.inAccount(accountId, (tx) =>
    writeTelling(deps, tx, { accountId, ...about }),
  )
  return sendTelling(deps, message)
}

type Telling = {
  caller: Caller
  form: Parameters<typeof sendOrSay>[2]['form']
  number: Known['number']
  text: string
  hidden: HiddenInOurs | null
  goodUntil: number
}
type Written = { telling: Telling } | { why: NotTold }

type About = { accountId: AccountId; request: PersonRequest; kind: ToldKind }

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
  const said = { request, kind, language, controller: controller.name }
  if (isDoubtful) {
    const text = textOf({ ...said, code: 'preferences.told_received_plain', link: null })
    return { telling: { caller, form, number, text, hidden: null, goodUntil: request.dueAt } }
  }
  const made = await makeLink(deps, tx, whose)
  const deed = { action: 'preferences.link_sent' as const, subjectId }
  await deps.audit.record(tx, caller, { ...deed, details: { contactId: whose.contactId } })
  const url = `${origin}/p/${made.token}`
  const text = textOf({ ...said, code: sentenceOf(kind), link: { made, url } })
  const hidden: HiddenInOurs = { what: 'link', text: url, accountWrote: controller.name }
  return { telling: { caller, form, number, text, hidden, goodUntil: made.expiresAt } }
}

/** That a complaint has arrived reads like that any request has. */
const sentenceOf = (kind: ToldKind): string =>
  `preferences.told_${kind === 'acknowledged' ? 'received' : kind}`

function textOf(said: {
  request: PersonRequest
  language: Language
  controller: string
  code: string
  link: { made: MadeLink; url: string } | null
}): string {
  const { request, language, controller, code, link } = said
  const text = sentence(language, code, {
    controller,
    asked: dayInText(language, request.askedAt),
    due: dayInText(language, request.dueAt),
    ...(link === null ? {} : { url: link.url, until: dayInText(language, link.made.expiresAt) }),
  })
  assert(text !== null, 'each step that is told has its sentence')
  return text
}

/** What the door or the gate says no to is why; what fails for now is tried again. */
async function sendTelling(deps: PreferencesDeps, written: Written): Promise<Told> {
  if ('why' in written) return notTold(deps, written.why)
  const { caller, ...message } = written.telling
  const at = deps.clock.now()
  const sent = await sendOrSay(deps, caller, { ...message, at })
  if (sent.id === null) return notTold(deps, sent.code)
  return { state: 'sent', at, messageId: sent.id, why: null }
}
