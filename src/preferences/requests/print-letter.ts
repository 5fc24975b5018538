// A letter on paper for whoever wrote by post: its words, and places for what is written by hand.
import { type Account, accountOf } from '../../accounts/index.ts'
import { type Authority, authorityOf } from '../../countries/index.ts'
import type { Caller, Instant, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  type RequestLetterWords,
  requestAnswerWords,
  requestLetterWords,
} from '../../words/index.ts'
import { isContestable, type RequestLetterKind, type RequestLiftLetter } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { filled, type Html, html, pageText } from '../html.ts'
import { dayOf } from '../person-html.ts'
import { dueAfterAcknowledging } from './clock.ts'
import { filesOf, stepsOf } from './life-store.ts'
import { holdRestricted } from './lift-restriction.ts'
import { reasonOf } from './request-reason.ts'
import type { PersonRequest } from './request-store.ts'
import { instantAhead } from './said-days.ts'
import { type ToldStep, toldStep } from './steps.ts'
import { holdRequest } from './waiting-request.ts'

type Letter = {
  request: PersonRequest
  steps: readonly ToldStep[]
  /** What the person is told of the answer; null: nothing is left of it, or there is none. */
  reason: string | null
  /** Until when a file waits for them. */
  fileUntil: Instant | null
}

/** As a page, from which the PDF is made. The account is named, and nobody else. */
export async function letterPage(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { id: string; what?: RequestLetterKind | undefined; language?: Language | undefined },
): Promise<{ what: RequestLetterKind; page: string }> {
  const { accountId } = caller
  const { id } = asked
  return deps.database.inAccount(accountId, async (tx) => {
    const { request, known } = await holdRequest(deps, tx, caller, id)
    const account = known?.account ?? (await accountOf(tx, accountId))
    const language = asked.language ?? request.language ?? account.language
    const keys = known?.keys ?? null
    const steps = await stepsOf(tx, accountId, { requestId: id })
    const files = await filesOf(tx, accountId, { requestIds: [id] })
    const file = files.findLast(({ what: kind }) => kind === 'answer')
    const ends = file?.expiresAt ?? null
    const at = deps.clock.now()
    const letter: Letter = {
      request,
      steps: steps.map((one) => toldStep(deps, accountId, keys, one)),
      reason: keys === null ? null : reasonOf(deps, { accountId, keys, request }),
      fileUntil: ends !== null && ends > at ? ends : null,
    }
    const day = (when: Instant) => dayOf(when, language, account.zone)
    const what = asked.what ?? lastOf(letter)
    const parts = partsOf(what, letter, { language, day })
    if (parts === null) throw preferencesError('preferences.request_letter_unfit')
    return {
      what,
      page: await madeOf(deps, tx, caller, { what, request, account, language, parts }),
    }
  })
}

/** While the data is still restricted: before it is used again, as the law asks (GDPR 18(3)). */
export async function liftingLetter(
  deps: PreferencesDeps,
  caller: Caller,
  { id, from, reason, ...asked }: RequestLiftLetter & { id: string },
): Promise<{ what: RequestLetterKind; page: string }> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { request, known } = await holdRestricted(deps, tx, caller, id)
    const { account } = known
    const { zone } = account
    const lifted = instantAhead(from, { zone, now: deps.clock.now() })
    if (lifted === null) throw preferencesError('preferences.request_lift_day_wrong')
    const language = asked.language ?? request.language ?? account.language
    const day = (at: Instant) => dayOf(at, language, zone)
    const values = { asked: day(request.askedAt), lifted: day(lifted) }
    const lines = [filled(requestLetterWords[language].lifting, values)]
    const what = 'lifting' as const
    const parts = { lines, reason }
    return {
      what,
      page: await madeOf(deps, tx, caller, { what, request, account, language, parts }),
    }
  })
}

type Made = {
  what: RequestLetterKind
  request: PersonRequest
  account: Account
  language: Language
  parts: Parts
}

/** As a page, and recorded. */
async function madeOf(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { what, request, account, language, parts }: Made,
): Promise<string> {
  const { subjectId, id: requestId } = request
  const details = { requestId, what, language }
  const action = 'preferences.reply_letter_made' as const
  await deps.audit.record(tx, caller, { action, subjectId, details })
  const authority = authorityOf(account.country)
  const day = (at: Instant) => dayOf(at, language, account.zone)
  const body = bodyOf(what, request, { language, day, parts, authority })
  const title = requestLetterWords[language].titles[what]
  const brand = { name: account.name, logo: null }
  return pageText({ language, title, other: null, brand, body })
}

function lastOf({ request, steps }: Letter): RequestLetterKind {
  if (steps.some(({ kind }) => kind === 'lifted')) return 'lifting'
  if (request.answer !== null) return request.answer === 'done' ? 'answer' : 'refusal'
  return request.extendedAt === null ? 'acknowledgement' : 'extension'
}

type Said = { language: Language; day(at: Instant): string }
/** `reason`: in the words of whoever decided. */
type Parts = { lines: string[]; reason: string | null }

/** Null: it does not fit the request as it stands. */
function partsOf(what: RequestLetterKind, letter: Letter, said: Said): Parts | null {
  const words = requestLetterWords[said.language]
  switch (what) {
    case 'acknowledgement':
      return { lines: acknowledged(letter.request, words, said), reason: null }
    case 'extension':
      return extended(letter, words, said)
    case 'answer':
      return letter.request.answer === 'done' ? answered(letter, words, said) : null
    case 'refusal':
      return letter.request.answer === 'refused' ? answered(letter, words, said) : null
    case 'lifting':
      return lifted(letter, words, said)
  }
}

/** What a complaint is owed after this letter is its answer, and no longer that it arrived. */
function acknowledged(request: PersonRequest, words: RequestLetterWords, { day }: Said): string[] {
  const { askedAt, pausedAt, kind, answeredAt } = request
  const first = filled(words.received, { asked: day(askedAt) })
  if (answeredAt !== null) return [first]
  if (pausedAt !== null) return [first, filled(words.paused, { since: day(pausedAt) })]
  const dueAt = kind === 'complaint' ? dueAfterAcknowledging(askedAt) : request.dueAt
  return [first, filled(words.due, { due: day(dueAt) })]
}

function extended(letter: Letter, words: RequestLetterWords, { day }: Said): Parts | null {
  const { request, steps } = letter
  if (request.extendedAt === null) return null
  const values = { asked: day(request.askedAt), due: day(request.dueAt) }
  const reason = steps.findLast(({ kind }) => kind === 'extended')?.text ?? null
  return { lines: [filled(words.extension, values)], reason }
}

function answered(letter: Letter, words: RequestLetterWords, { language, day }: Said): Parts {
  const { request, fileUntil } = letter
  const values = { asked: day(request.askedAt), answered: day(request.answeredAt ?? 0) }
  const isRefused = request.answer === 'refused'
  const lines = [filled(isRefused ? words.refusal : words.answer, values)]
  if (fileUntil !== null) lines.push(filled(words.file, { until: day(fileUntil) }))
  const { texts } = requestAnswerWords[language]
  // Of somebody who is erased nothing is kept but what was done.
  const reason = letter.reason ?? texts[request.outcome ?? ''] ?? null
  return { lines, reason }
}

function lifted({ request, steps }: Letter, words: RequestLetterWords, said: Said): Parts | null {
  const step = steps.findLast(({ kind }) => kind === 'lifted')
  if (step === undefined) return null
  const values = { asked: said.day(request.askedAt), lifted: said.day(step.at) }
  return { lines: [filled(words.lifted, values)], reason: step.text }
}

/** Places for what the program does not know and never makes up: a line each, to write on. */
const places = (names: readonly string[]): Html =>
  html`<table><tbody>${names.map(
    (name) => html`<tr><th scope="row">${name}</th><td></td></tr>`,
  )}</tbody></table>`

function bodyOf(
  what: RequestLetterKind,
  request: PersonRequest,
  { language, day, parts, authority }: Said & { parts: Parts; authority: Authority | null },
): Html {
  const words = requestLetterWords[language]
  const kind = words.kinds[request.kind]
  const subject = filled(words.subject, { asked: day(request.askedAt), kind })
  const hasRemedies =
    what === 'extension' || (what === 'answer' && isContestable(request)) || what === 'refusal'
  return html`<h1>${words.titles[what]}</h1>
${places([words.sender, words.name, words.street, words.town, words.date])}
<p>${subject}</p>
<p>${words.dear}</p>
${parts.lines.map((line) => html`<p>${line}</p>`)}
${parts.reason === null ? null : html`<blockquote><p>${parts.reason}</p></blockquote>`}
${hasRemedies ? remedies(words, authority) : null}
<p>${words.closing}</p>
<p>${words.signature}</p>`
}

/** GDPR 12(4): each refusal names where to complain, and that a court can be asked. */
function remedies(words: RequestLetterWords, authority: Authority | null): Html {
  const told =
    authority === null
      ? words.authorityUnknown
      : filled(words.authority, {
          ...{ name: authority.name, address: authority.address, site: authority.site },
        })
  return html`<h2>${words.remedies}</h2>
<p>${told}</p>
<p>${words.court}</p>`
}
