// Opens an answer for the person: a code to their number, and one by e-mail where it is needed.
import { timingSafeEqual } from 'node:crypto'
import { systemCaller } from '../../accounts/index.ts'
import { assert, type Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { takeTurn } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { codeMinutes, codeMs, mayWriteToHandset, sendCode } from '../handset-code.ts'
import { openLink } from '../page-link.ts'
import { type Known, personOf, type Whose } from '../person-page.ts'
import { resumedDue } from '../requests/clock.ts'
import {
  deleteAnswerCode,
  findAnswerCode,
  identifyRequest,
  keepAnswerCode,
  type RequestFileRow,
} from '../requests/life-store.ts'
import { lockRequest, type PersonRequest } from '../requests/request-store.ts'
import { byPerson, recordStep } from '../requests/steps.ts'
import { answerParts, openAnswerFile } from './answer-file.ts'
import { type Second, secondSignOf } from './second-sign.ts'

export type Waiting = { known: Known; request: PersonRequest; second: Second }

/** By the day too: whoever has the link alone could ask for code after code, for weeks. */
const tries = [
  { door: 'answer.code', max: 5, perMs: codeMs },
  { door: 'answer.code_day', max: 15, perMs: 24 * 60 * 60_000 },
]

async function mayTry(
  { database, clock }: Pick<PreferencesDeps, 'database' | 'clock'>,
  of: string,
): Promise<boolean> {
  const now = new Date(clock.now())
  for (const limit of tries) {
    if (!(await takeTurn(database, { ...limit, of, now })).allowed) return false
  }
  return true
}

async function readyAnswer(
  deps: PreferencesDeps,
  tx: Tx,
  whose: Whose,
  requestId: string,
): Promise<Waiting & { parts: readonly RequestFileRow[] }> {
  const known = await personOf(deps, tx, whose)
  const request = await lockRequest(tx, whose.accountId, requestId)
  if (request === null || request.subjectId !== whose.subjectId) {
    throw preferencesError('preferences.request_not_found')
  }
  const { accountId } = whose
  const parts = await answerParts(tx, { accountId, requestId }, deps.clock.now())
  if (parts.length === 0) throw preferencesError('preferences.answer_not_ready')
  const second = await secondSignOf(deps, tx, { whose, known, request })
  return { known, request, second, parts }
}

const codeTag = (deps: PreferencesDeps, requestId: string, way: string, code: string): Buffer =>
  deps.vault.installationTag('answer_code', `${requestId} ${way} ${code}`)

function newCode({ randomness }: Pick<PreferencesDeps, 'randomness'>): string {
  return String(Buffer.from(randomness.bytes(4)).readUInt32BE() % 1_000_000).padStart(6, '0')
}

export type Sent = Waiting & { isSent: boolean }

/** Counted with all that forms and links send to this handset: nobody is flooded. */
export async function sendAnswerCode(
  deps: PreferencesDeps,
  token: string,
  asked: { requestId: string; language: Language; traceId: string },
): Promise<Sent> {
  const whose = await openLink(deps, token)
  const { accountId, subjectId } = whose
  const { requestId, language } = asked
  const { known, request, second, sender, controller } = await deps.database.inAccount(
    accountId,
    async (tx) => {
      const waiting = await readyAnswer(deps, tx, whose, requestId)
      const controller = await deps.contacts.controller(tx, accountId, 'default')
      return { ...waiting, controller, sender: await deps.answer.senderOf(tx, accountId) }
    },
  )
  const none = { known, request, second, isSent: false }
  if (second === 'missing' || controller === null || sender === null) return none
  const tag = deps.vault.numberTag(accountId, known.number)
  if (!(await mayWriteToHandset(deps, accountId, tag))) return none
  const at = deps.clock.now()
  const code = newCode(deps)
  const emailCode = second === 'email' ? newCode(deps) : null
  await deps.database.inAccount(accountId, async (tx) => {
    await keepAnswerCode(tx, accountId, {
      ...{ requestId, subjectId, madeAt: at, expiresAt: at + codeMs },
      codeTag: codeTag(deps, requestId, 'number', code),
      emailCodeTag: emailCode === null ? null : codeTag(deps, requestId, 'email', emailCode),
    })
    if (emailCode !== null) {
      await mailCode(deps, tx, { known, language, code: emailCode, controller: controller.name })
    }
  })
  const caller = systemCaller(known.account, 'person_page', asked.traceId)
  const sent = await sendCode(deps, caller, {
    ...{ controller, sender, number: known.number, code, at, language },
    says: 'preferences.answer_code_message',
  })
  return { known, request, second, isSent: sent !== null }
}

async function mailCode(
  deps: PreferencesDeps,
  tx: Tx,
  said: { known: Known; language: Language; code: string; controller: string },
): Promise<void> {
  const { known, language, code, controller } = said
  const to = known.fields.email
  assert(to !== undefined, 'a second code goes to an address that is known')
  const subject = sentence(language, 'preferences.answer_code_subject') ?? ''
  const details = { controller, code, minutes: codeMinutes }
  const text = sentence(language, 'preferences.answer_code_mail', details) ?? ''
  const { account } = known
  await deps.answer.mail.sendMail(tx, {
    ...{ account, to, subject, text, language, namesPeople: true },
    html: `<p>${text.replace(/[&<>"]/g, ' ')}</p>`,
  })
}

export type Fetched =
  | { kind: 'file'; bytes: Buffer }
  | { kind: 'fault'; fault: 'wrong' | 'over'; waiting: Waiting }

/** Each try is counted before it is judged; the fetch is recorded with the answer. */
export async function fetchAnswer(
  deps: PreferencesDeps,
  token: string,
  tried: { requestId: string; code: string; emailCode: string; traceId: string },
): Promise<Fetched> {
  const whose = await openLink(deps, token)
  const { accountId } = whose
  const { requestId } = tried
  const isCounted = await mayTry(deps, requestId)
  return deps.database.inAccount(accountId, async (tx): Promise<Fetched> => {
    const { parts, ...waiting } = await readyAnswer(deps, tx, whose, requestId)
    const held = await findAnswerCode(tx, accountId, requestId)
    const at = deps.clock.now()
    if (!isCounted || held === null || held.expiresAt <= at) {
      return { kind: 'fault', fault: 'over', waiting }
    }
    const right = isRight(held.codeTag, codeTag(deps, requestId, 'number', tried.code.trim()))
    const needsEmail = waiting.second === 'email'
    const second =
      !needsEmail ||
      (held.emailCodeTag !== null &&
        isRight(held.emailCodeTag, codeTag(deps, requestId, 'email', tried.emailCode.trim())))
    if (!right || !second || waiting.second === 'missing') {
      return { kind: 'fault', fault: 'wrong', waiting }
    }
    return { kind: 'file', bytes: await hand(deps, tx, { whose, waiting, parts, ...tried }) }
  })
}

const isRight = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

async function hand(
  deps: PreferencesDeps,
  tx: Tx,
  given: { whose: Whose; waiting: Waiting; parts: readonly RequestFileRow[]; traceId: string },
): Promise<Buffer> {
  const { accountId, subjectId } = given.whose
  const { known, request, second } = given.waiting
  const at = deps.clock.now()
  const bytes = await openAnswerFile(deps, tx, {
    ...{ accountId, requestId: request.id, keys: known.keys, parts: given.parts, at },
  })
  if (bytes === null) throw preferencesError('preferences.answer_not_ready')
  await deleteAnswerCode(tx, accountId, request.id)
  if (request.identifiedAt === null) {
    const how = second === 'email' ? ('code_and_email' as const) : ('code' as const)
    const dueAt = resumedDue(request, at, known.account.zone)
    await identifyRequest(tx, accountId, { id: request.id, at, how, dueAt })
  }
  await recordStep(deps, tx, accountId, { request, kind: 'fetched', at, by: byPerson })
  const caller = systemCaller(known.account, 'person_page', given.traceId)
  const details = { requestId: request.id, second }
  const action = 'preferences.answer_fetched' as const
  await deps.audit.record(tx, caller, { action, subjectId, details })
  return bytes
}
