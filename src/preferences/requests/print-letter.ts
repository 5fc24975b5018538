// A letter on paper for whoever wrote by post: its words, and places for what is written by hand.
import { type Account, accountOf } from '../../accounts/index.ts'
import { type Authority, authorityOf } from '../../countries/index.ts'
import type { Caller, Instant, Language } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  keptPartsText,
  keptProofWords,
  type RequestLetterWords,
  requestAnswerWords,
  requestLetterWords,
} from '../../words/index.ts'
import type { Asker } from '../askers/asker.ts'
import {
  isContestable,
  type RequestLetterKind,
  type RequestLiftLetter,
  searchedOutcomes,
} from '../contract.ts'
import type { KeptProofs, PreferencesDeps } from '../deps.ts'
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
import { aboutIn, type Held, holdRequest, keysOf } from './waiting-request.ts'

type Letter = {
  request: PersonRequest
  /** By whose clock its days count: the account's. */
  zone: string
  steps: readonly ToldStep[]
  /** What the person is told of the answer; null: nothing is left of it, or there is none. */
  reason: string | null
  /** Until when a file waits for them. */
  fileUntil: Instant | null
  /** Of somebody who is no contact. */
  asker: Asker | null
  /** Of somebody who is erased: proofs that outlive them; null: none. */
  kept: KeptProofs | null
  /** Of somebody who is no contact: whether proofs of people who are gone are held. */
  holdsProofs: boolean
}

/** To whom it goes, as far as it is known and whoever makes it may see it. */
type To = { name: string; lines: readonly string[] } | null

/** As a page, from which the PDF is made. The account is named, and nobody else. */
export async function letterPage(
  deps: PreferencesDeps,
  caller: Caller,
  asked: { id: string; what?: RequestLetterKind | undefined; language?: Language | undefined },
): Promise<{ what: RequestLetterKind; page: string }> {
  const { accountId } = caller
  const { id } = asked
  return deps.database.inAccount(accountId, async (tx) => {
    const held = await holdRequest(deps, tx, caller, id)
    const { request, known, asker } = held
    const account = known?.account ?? (await accountOf(tx, accountId))
    const language = asked.language ?? request.language ?? account.language
    const keys = keysOf(held)
    const steps = await stepsOf(tx, accountId, { requestId: id })
    const files = await filesOf(tx, accountId, { requestIds: [id] })
    const file = files.findLast(({ what: kind }) => kind === 'answer')
    const ends = file?.expiresAt ?? null
    const at = deps.clock.now()
    const letter: Letter = {
      ...{ request, zone: account.zone },
      steps: steps.map((one) => toldStep(deps, accountId, keys, one)),
      reason: keys === null ? null : reasonOf(deps, { accountId, keys, request }),
      fileUntil: ends !== null && ends > at ? ends : null,
      asker,
      kept: request.outcome === 'erased' ? await deps.keptAfterErasure(tx, accountId, id) : null,
      holdsProofs: asker !== null && (await deps.consent.holdsProofs(tx, accountId)),
    }
    const day = (when: Instant) => dayOf(when, language, account.zone)
    const what = asked.what ?? lastOf(letter)
    const parts = partsOf(what, letter, { language, day })
    if (parts === null) throw preferencesError('preferences.request_letter_unfit')
    return {
      what,
      page: await madeOf(deps, tx, caller, { what, held, account, language, parts }),
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
    const held = { request, asker: null }
    return {
      what,
      page: await madeOf(deps, tx, caller, { what, held, account, language, parts }),
    }
  })
}

type Made = {
  what: RequestLetterKind
  held: Pick<Held, 'request' | 'asker'>
  account: Account
  language: Language
  parts: Parts
}

/** As a page, and recorded. */
async function madeOf(
  deps: PreferencesDeps,
  tx: Tx,
  caller: Caller,
  { what, held, account, language, parts }: Made,
): Promise<string> {
  const { request, asker } = held
  const { id: requestId } = request
  const to = caller.rights.has('contacts.reveal') ? addressee(asker) : null
  const details = { requestId, what, language, addressed: to !== null }
  const action = 'preferences.reply_letter_made' as const
  await deps.audit.record(tx, caller, { action, ...aboutIn(held), details })
  const authority = authorityOf(account.country)
  const day = (at: Instant) => dayOf(at, language, account.zone)
  const body = bodyOf(what, request, { language, day, parts, authority, to })
  const title = requestLetterWords[language].titles[what]
  const brand = { name: account.name, logo: null }
  return pageText({ language, title, other: null, brand, body })
}

function lastOf({ request, steps, asker }: Letter): RequestLetterKind {
  if (steps.some(({ kind }) => kind === 'lifted')) return 'lifting'
  if (request.answer !== null) return request.answer === 'done' ? 'answer' : 'refusal'
  if (asker !== null && request.pausedAt !== null) return 'details'
  return request.extendedAt === null ? 'acknowledgement' : 'extension'
}

/** Printed where it is known; who may see no personal data writes it by hand. */
function addressee(asker: Asker | null): To {
  const { name = '', address = '', email } = asker?.details ?? {}
  const lines = address.split('\n').map((one) => one.trim())
  const known = address === '' && email !== undefined ? [email] : lines
  const filledIn = known.filter((one) => one !== '')
  return name === '' && filledIn.length === 0 ? null : { name, lines: filledIn }
}

type Said = { language: Language; day(at: Instant): string }
/** `reason`: in the words of whoever decided. */
type Parts = {
  lines: string[]
  reason: string | null
  /** What comes after the reason. */
  after?: readonly string[]
  /** Not all was done that was asked for, whatever the answer is called. */
  hasRemedies?: boolean
  /** What the person is asked for, and what comes after it. */
  asked?: readonly string[]
  last?: string
}

/** Null: it does not fit the request as it stands. */
function partsOf(what: RequestLetterKind, letter: Letter, said: Said): Parts | null {
  const words = requestLetterWords[said.language]
  switch (what) {
    case 'acknowledgement':
      return { lines: acknowledged(letter, words, said), reason: null }
    case 'extension':
      return extended(letter, words, said)
    case 'answer':
      return isAnswered(letter.request) ? answered(letter, words, said) : null
    case 'refusal':
      return letter.request.answer === 'refused' ? answered(letter, words, said) : null
    case 'lifting':
      return lifted(letter, words, said)
    case 'details':
      return detailsAsked(letter, words, said)
  }
}

/** Nobody asked for what was written down by mistake: no letter answers it. */
const isAnswered = ({ answer, outcome }: PersonRequest): boolean =>
  answer === 'done' && outcome !== 'by_mistake'

/** What a complaint is owed after this letter is its answer, and no longer that it arrived. */
function acknowledged(letter: Letter, words: RequestLetterWords, { day }: Said): string[] {
  const { request, asker, zone } = letter
  const { askedAt, pausedAt, kind, answeredAt } = request
  const first = filled(words.received, { asked: day(askedAt) })
  if (answeredAt !== null) return [first]
  if (pausedAt !== null) {
    const paused = asker === null ? words.paused : words.pausedDetails
    return [first, filled(paused, { since: day(pausedAt) })]
  }
  const dueAt = kind === 'complaint' ? dueAfterAcknowledging(askedAt, zone) : request.dueAt
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
  lines.push(...searchedLine(letter, words, { language, day }))
  if (fileUntil !== null) lines.push(filled(words.file, { until: day(fileUntil) }))
  const { texts } = requestAnswerWords[language]
  if (letter.kept !== null) return erasedInPart(letter.kept, lines, { language, day })
  // Of somebody who is erased nothing is kept but what was done.
  const reason = letter.reason ?? texts[request.outcome ?? ''] ?? null
  return { lines, reason }
}

/** The person is erased, and what proves their consents is not: what it holds, why, until when. */
function erasedInPart(
  { count, until, holds }: KeptProofs,
  lines: readonly string[],
  { language, day }: Said,
): Parts {
  const { letter, erased } = keptProofWords[language]
  const parts = keptPartsText(language, holds)
  const values = { count: String(count), until: day(until), holds: parts ?? '' }
  const kept = filled(parts === null ? letter.bare : letter.kept, values)
  return {
    lines: [...lines],
    reason: filled(erased, values),
    after: [kept, letter.open],
    hasRemedies: true,
  }
}

/** By what was looked for, and on which day: so that the person can say what was left out. */
function searchedLine(
  { request, asker, holdsProofs }: Letter,
  words: RequestLetterWords,
  { language, day }: Said,
): string[] {
  const search = asker?.search ?? null
  const { outcome } = request
  if (search === null || search.endedAt === null || outcome === null) return []
  if (!searchedOutcomes.includes(outcome)) return []
  const { suppression, ...found } = search.found
  const by = (['number', 'email', 'reference', 'name'] as const).filter(
    (part) => found[part] !== null,
  )
  const named = by.map((part) => words.searchedBy[part])
  if (named.length === 0) return []
  const list = new Intl.ListFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(named)
  return [
    filled(words.searched, { day: day(search.endedAt), by: list }),
    ...(suppression === null ? [] : [words.searchedList]),
    words.searchedRequests,
    ...(holdsProofs ? [words.searchedProofs] : []),
  ]
}

/** GDPR 11(2): whoever cannot be found may give more, and is told what. */
function detailsAsked(letter: Letter, words: RequestLetterWords, { day }: Said): Parts | null {
  const { request, asker } = letter
  const { pausedAt } = request
  if (asker === null || pausedAt === null) return null
  const lines = [filled(words.details, { asked: day(request.askedAt) })]
  const last = filled(words.detailsPaused, { since: day(pausedAt) })
  return { lines, asked: words.detailsAsked, reason: null, last }
}

function lifted({ request, steps }: Letter, words: RequestLetterWords, said: Said): Parts | null {
  const step = steps.findLast(({ kind }) => kind === 'lifted')
  if (step === undefined) return null
  const values = { asked: said.day(request.askedAt), lifted: said.day(step.at) }
  return { lines: [filled(words.lifted, values)], reason: step.text }
}

/** Places for what the program does not know and never makes up: a line each, to write on. */
const places = (names: readonly (readonly [string, string])[]): Html =>
  html`<table><tbody>${names.map(
    ([name, written]) => html`<tr><th scope="row">${name}</th><td>${written}</td></tr>`,
  )}</tbody></table>`

function addressPart(words: RequestLetterWords, to: To): Html {
  const { sender, name, street, town, date } = words
  if (to === null) {
    return places([sender, name, street, town, date].map((one) => [one, ''] as const))
  }
  const [first = '', ...others] = to.lines
  const isMail = first.includes('@') && others.length === 0
  const address: [string, string][] = isMail
    ? [[words.detailsEmail, first]]
    : [
        [street, first],
        [town, others.join(', ')],
      ]
  return places([[sender, ''], [name, to.name], ...address, [date, '']])
}

function bodyOf(
  what: RequestLetterKind,
  request: PersonRequest,
  {
    language,
    day,
    parts,
    authority,
    to,
  }: Said & { parts: Parts; authority: Authority | null; to: To },
): Html {
  const words = requestLetterWords[language]
  const kind = words.kinds[request.kind]
  const subject = filled(words.subject, { asked: day(request.askedAt), kind })
  const hasRemedies =
    parts.hasRemedies === true ||
    what === 'extension' ||
    (what === 'answer' && isContestable(request)) ||
    what === 'refusal'
  return html`<h1>${words.titles[what]}</h1>
${addressPart(words, to)}
<p>${subject}</p>
<p>${words.dear}</p>
${parts.lines.map((line) => html`<p>${line}</p>`)}
${
  parts.asked === undefined
    ? null
    : html`<ul>${parts.asked.map((one) => html`<li>${one}</li>`)}</ul>`
}
${parts.last === undefined ? null : html`<p>${parts.last}</p>`}
${parts.reason === null ? null : html`<blockquote><p>${parts.reason}</p></blockquote>`}
${(parts.after ?? []).map((line) => html`<p>${line}</p>`)}
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
