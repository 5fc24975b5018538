// The code that a handset is sent: at once where every form asks for it,
// later where the page must not tell that it is.

import { systemCaller } from '../accounts/index.ts'
import type { Job, JobHandlers } from '../jobs/index.ts'
import {
  type AccountId,
  AppError,
  assert,
  type Caller,
  type ControllerId,
  type E164,
  type Instant,
  type Language,
  type MessageId,
} from '../kernel/index.ts'
import type { HiddenInOurs, SendMessage } from '../sending/index.ts'
import { type Tx, takeTurn } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import type { PreferencesDeps } from './deps.ts'
import type { FormId } from './form.ts'
import { type ShownForm, shownForm } from './manage-forms.ts'
import { endOldForms, openForm, sealForm } from './pending-form.ts'
import { findPending, giveCode, insertPending, type Pending } from './store.ts'

export const codeMinutes = 15
export const codeMs = codeMinutes * 60_000
/** What forms may send, codes and links together, each counted before it is made. */
const handsetLimits = {
  ofNumber: { max: 3, perMs: codeMs },
  /** A form that somebody abuses to send messages stops here, a quarter of an hour at a time. */
  ofAccount: { max: 1_000, perMs: codeMs },
} as const

/** Whether one more message may go to this handset: so that nobody's is flooded from a page. */
export async function mayWriteToHandset(
  deps: Pick<PreferencesDeps, 'database' | 'clock'>,
  accountId: AccountId,
  numberTag: Buffer,
): Promise<boolean> {
  const now = new Date(deps.clock.now())
  const number = { door: 'form.handset', of: numberTag.toString('hex') }
  const ofNumber = await takeTurn(deps.database, { ...number, ...handsetLimits.ofNumber, now })
  if (!ofNumber.allowed) return false
  const account = { door: 'form.account', of: accountId, ...handsetLimits.ofAccount, now }
  return (await takeTurn(deps.database, account)).allowed
}

export const codeTag = (
  deps: Pick<PreferencesDeps, 'vault'>,
  pendingId: string,
  code: string,
): Buffer => deps.vault.installationTag('preferences_code', `${pendingId} ${code}`)

function newCode({ randomness }: Pick<PreferencesDeps, 'randomness'>): string {
  const random = Buffer.from(randomness.bytes(4)).readUInt32BE()
  return String(random % 1_000_000).padStart(6, '0')
}

/**
 * An alert that the person has just asked for, which the duty to prove consent rests on (art. 7).
 */
export async function send(
  deps: PreferencesDeps,
  caller: Caller,
  message: ToHandset,
): Promise<string | null> {
  return (await sendOrSay(deps, caller, message)).id
}

type ToHandset = {
  form: Pick<ShownForm['form'], 'controllerId' | 'sender'>
  number: E164
  text: string
  /** What of it is for the handset alone. */
  hidden: HiddenInOurs | null
  at: Instant
  /** Until when what it carries is good for something. */
  goodUntil: Instant
  /** Written down before by whoever looks after a crash whether it was accepted. */
  id?: MessageId
}

/** No longer: networks give up after some days, and its person has forgotten that they asked. */
const reachMs = 2 * 86_400_000

/** For staff, who can mend what stands in the way: what was not sent comes with its sentence. */
export async function sendOrSay(
  deps: PreferencesDeps,
  caller: Caller,
  message: ToHandset,
): Promise<{ id: string; why: null } | { id: null; why: string; code: string }> {
  const { form, number, text, hidden, at, goodUntil } = message
  try {
    const order: Parameters<SendMessage>[1] = {
      to: number,
      text,
      class: 'alert',
      basis: 'legal_obligation',
      controllerId: form.controllerId,
      sender: form.sender,
      ifUnsure: 'twice_rather_than_never',
      usefulUntil: new Date(Math.min(goodUntil, at + reachMs)).toISOString(),
    }
    const id = await deps.sendMessage(caller, order, hidden, message.id)
    const refusal = await deps.refusalOf(caller.accountId, id)
    if (refusal === null) return { id, why: null }
    const code = `sending.${refusal}`
    return { id: null, why: sentence(caller.language, code) ?? refusal, code }
  } catch (error) {
    if (error instanceof AppError && error.kind !== 'unavailable') {
      const why = sentence(caller.language, error.code, error.details)
      return { id: null, why: why ?? error.message, code: error.code }
    }
    throw error
  }
}

type CodeSentence =
  | 'preferences.code_message'
  | 'preferences.code_after_stop'
  | 'preferences.answer_code_message'

/** A code in a sentence of ours. Null: it was not sent. */
export async function sendCode(
  deps: PreferencesDeps,
  caller: Caller,
  asked: {
    controller: { id: ControllerId; name: string }
    sender: string
    number: E164
    code: string
    says: CodeSentence
    language: Language
    at: Instant
  },
): Promise<string | null> {
  const { controller, sender, number, code, at } = asked
  const details = { controller: controller.name, code, minutes: codeMinutes }
  const text = sentence(asked.language, asked.says, details)
  assert(text !== null, 'the code has its sentence')
  const form = { controllerId: controller.id, sender }
  const hidden: HiddenInOurs = { what: 'code', text: code, accountWrote: controller.name }
  return send(deps, caller, { form, number, text, hidden, at, goodUntil: at + codeMs })
}

function sendFormCode(
  deps: PreferencesDeps,
  { account, form, controller }: ShownForm,
  { traceId, ...asked }: { number: E164; code: string; says: CodeSentence; traceId: string },
): Promise<string | null> {
  const { language, sender, controllerId } = form
  return sendCode(deps, systemCaller(account, 'form', traceId), {
    ...asked,
    ...{ controller: { id: controllerId, name: controller.name }, sender, language },
    at: deps.clock.now(),
  })
}

/** What waits for its code. Opened, it is what was filled in. */
type Waiting = { number: E164; filled: object; traceId: string }

/** Where every form asks for it: the fault is told, since it is the same for every number. */
export async function askHandset(
  deps: PreferencesDeps,
  shown: ShownForm,
  { number, filled, traceId }: Waiting,
): Promise<{ pendingId: string } | { fault: 'tooMany' | 'notSent' }> {
  const { account, form } = shown
  const at = deps.clock.now()
  const numberTag = deps.vault.numberTag(account.id, number)
  if (!(await mayWriteToHandset(deps, account.id, numberTag))) return { fault: 'tooMany' }
  const code = newCode(deps)
  const says = 'preferences.code_message'
  const messageId = await sendFormCode(deps, shown, { number, code, says, traceId })
  if (messageId === null) return { fault: 'notSent' }
  const id = deps.makeId()
  const row = { id, formId: form.id, numberTag, madeAt: at, expiresAt: at + codeMs }
  const waits = { ...row, filled, messageId, codeTag: codeTag(deps, id, code) }
  await deps.database.inAccount(account.id, (tx) => keepForm(deps, tx, account.id, waits))
  return { pendingId: id }
}

/** As each begins, those whose time is over go. */
const oldAtOnce = 500

async function keepForm(
  deps: PreferencesDeps,
  tx: Tx,
  accountId: AccountId,
  {
    filled,
    ...row
  }: Omit<Pending, 'bodySealed' | 'bodyKey'> & {
    numberTag: Buffer
    madeAt: Instant
    filled: object
  },
): Promise<void> {
  await endOldForms(deps, tx, accountId, { at: row.madeAt, limit: oldAtOnce })
  const sealed = await sealForm(deps, tx, accountId, { id: row.id, filled })
  await insertPending(tx, accountId, { ...row, ...sealed })
}

const askJob = 'preferences.ask_handset'

/**
 * Where only a number that said stop is sent a code: the reader is answered before it is made, and
 * hears neither that it is nor that there were too many: the page says nothing of the number.
 */
export async function askHandsetLater(
  deps: PreferencesDeps,
  { account, form }: ShownForm,
  { number, filled, pendingId: id }: Omit<Waiting, 'traceId'> & { pendingId: string },
): Promise<void> {
  const at = deps.clock.now()
  const numberTag = deps.vault.numberTag(account.id, number)
  if (!(await mayWriteToHandset(deps, account.id, numberTag))) return
  await deps.database.inAccount(account.id, async (tx) => {
    await keepForm(deps, tx, account.id, {
      ...{ id, formId: form.id, numberTag, madeAt: at, expiresAt: at + codeMs, filled },
      // Chance that no code leads to, until one is sent.
      codeTag: Buffer.from(deps.randomness.bytes(16)),
      messageId: id,
    })
    const input = { formId: form.id, pendingId: id }
    await deps.jobs.enqueue(tx, { name: askJob, key: id, accountId: account.id, input })
  })
}

export function handsetJobs(deps: PreferencesDeps): JobHandlers {
  return { [askJob]: (job) => sendLater(deps, job) }
}

/** Run again, it sends another code, and the last one counts; once one is sent, it does nothing. */
async function sendLater(deps: PreferencesDeps, { accountId, input }: Job): Promise<void> {
  assert(accountId !== null, 'a form belongs to an account')
  const { database, clock } = deps
  const id = String(input['pendingId'])
  const formId = String(input['formId']) as FormId
  const filled = await database.inAccount(accountId, async (tx) => {
    const pending = await findPending(tx, accountId, { id, formId, at: clock.now() })
    if (pending === null || pending.messageId !== id) return null
    return openForm(deps, tx, accountId, { id, ...pending })
  })
  if (filled === null) return
  const shown = await shownForm(deps, { accountId, formId })
  const { number } = filled as { number: E164 }
  const code = newCode(deps)
  const give = (messageId: string) =>
    database.inAccount(accountId, (tx) =>
      giveCode(tx, accountId, { id, codeTag: codeTag(deps, id, code), messageId }),
    )
  // Before it leaves: a code that is on a handset counts.
  await give(id)
  const says = 'preferences.code_after_stop'
  const messageId = await sendFormCode(deps, shown, { number, code, says, traceId: '' })
  if (messageId !== null) await give(messageId)
}
