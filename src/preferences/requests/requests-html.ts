// What became of each request of a person, and where they write what is wrong in their data.
import type { Instant, Language } from '../../kernel/index.ts'
import { preferencesPages, requestAnswerWords, sentence } from '../../words/index.ts'
import {
  correctionMax,
  droppedOutcomes,
  isContestable,
  isOwnWord,
  pageKinds,
  toldKinds,
} from '../contract.ts'
import { colonIn, filled, type Html, html } from '../html.ts'
import type { PersonStop, PersonView, ToldRequest } from '../person-page.ts'
import { isLate } from './clock.ts'
import { type CorrectionFault, correctionsOpenMax } from './correction.ts'
import { byPerson } from './steps.ts'

export type Told = {
  language: Language
  day(at: Instant): string
  now: Instant
  /** Of the person's page, where something can be pressed; null: a copy on paper. */
  path: string | null
}

/** The latest are shown on the page; the copy has all of them. */
const stopsShownMax = 10

/** More could be too large to be sent, and would be lost; what is over the limit comes back. */
const typedMax = 3_000

const line = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`

export function requestCards(
  { requests, stops }: Pick<PersonView, 'requests' | 'stops'>,
  told: Told,
): Html {
  return html`${requests.map((request) => requestCard(request, told))}
${stops.slice(0, stopsShownMax).map((stop) => stopCard(stop, told))}`
}

function requestCard(request: ToldRequest, told: Told): Html {
  const { language, day, now } = told
  const words = preferencesPages[language]
  const { states, labels } = words.request
  const { answeredAt, pausedAt, reason, answer, outcome, text } = request
  const late = isLate(request, now)
  const waits = pausedAt !== null ? 'paused' : late ? 'late' : 'waiting'
  const isDropped = droppedOutcomes.some((one) => one === outcome)
  const ended = isDropped ? 'dropped' : (answer ?? 'done')
  const state = states[answeredAt === null ? waits : ended]
  const asked = day(request.askedAt)
  const { heardBy } = request
  const ways: Partial<Record<string, string>> = { sms: words.requestBySms, web: words.requestByWeb }
  const heard = ways[heardBy ?? ''] ?? words.requestHeard
  return html`<div class="card"><h3>${words.requestKind[request.kind]}</h3>
<p class="state ${answeredAt === null ? waits : 'ended'}">${state}</p>
<dl>${line(labels.asked, heardBy === null ? asked : `${asked}, ${heard}`)}
${text === null ? null : line(isOwnWord(heardBy) ? labels.text : labels.noted, text)}
${answeredAt === null ? dueLine(request, told) : null}
${answeredAt === null ? null : line(labels.did, didText(request, answeredAt, told))}
${reason === null ? null : line(labels.reason, reason)}
${line(requestAnswerWords[language].identityTitle, identityText(request, language))}</dl>
${isContestable({ answer, outcome }) ? html`<p>${words.requestComplain}</p>` : null}
${late ? html`<p>${words.requestLate}</p>` : null}
${letterPart(request, told)}
${confirmPart(request, told)}
${answerPart(request, told)}
${stepsPart(request, told)}</div>`
}

const identityText = ({ identityWhy }: ToldRequest, language: Language): string =>
  requestAnswerWords[language].identity[identityWhy] ?? ''

function didText({ outcome }: ToldRequest, answeredAt: Instant, { language, day }: Told): string {
  const did = preferencesPages[language].requestState[outcome ?? 'answered']
  return filled(did, { answered: day(answeredAt) })
}

function dueLine(request: ToldRequest, { language, day, now }: Told): Html {
  const { labels } = preferencesPages[language].request
  const { pausedAt, dueAt } = request
  const { paused } = requestAnswerWords[language]
  if (pausedAt !== null) return line(labels.due, filled(paused, { since: day(pausedAt) }))
  const isFirst =
    request.kind === 'complaint' && !request.steps.some(({ kind }) => kind === 'acknowledged')
  const waits = isFirst ? labels.dueAcknowledged : labels.due
  return line(isLate(request, now) ? labels.wasDue : waits, day(dueAt))
}

/** The extension's letter, with its reasons and where to complain (GDPR 12(3) and (4)). */
function letterPart(request: ToldRequest, { language, day }: Told): Html | null {
  const extended = request.steps.findLast(({ kind }) => kind === 'extended')
  if (extended === undefined) return null
  const { letter } = requestAnswerWords[language]
  const values = {
    ...{ asked: day(request.askedAt), due: day(request.dueAt) },
    reason: extended.text ?? '',
  }
  return html`<h4>${letter.title}</h4><p>${filled(letter.body, values)}</p>
<p>${letter.complain}</p>`
}

/** Of a request that staff wrote down, while nobody is sure that it is the person's. */
function confirmPart(request: ToldRequest, { language, path }: Told): Html | null {
  const isOpen = request.answeredAt === null && request.identifiedAt === null
  if (path === null || !isOpen || request.identity === 'none' || isOwnWord(request.heardBy)) {
    return null
  }
  const words = requestAnswerWords[language]
  return html`<p>${words.confirmLead}</p>
<form method="post" action="${path}/requests/${request.id}/confirm?lang=${language}">
<button type="submit">${words.confirm}</button></form>`
}

function answerPart(
  { answerFile, id }: ToldRequest,
  { language, path, day, now }: Told,
): Html | null {
  if (answerFile === null || answerFile.expiresAt === null) return null
  const { answer: words } = requestAnswerWords[language]
  const until = day(answerFile.expiresAt)
  if (answerFile.expiresAt <= now) return html`<p>${filled(words.expired, { until })}</p>`
  const { fetchedAt } = answerFile
  const told =
    fetchedAt === null
      ? `${words.ready}. ${filled(words.until, { until })}`
      : filled(words.fetched, { when: day(fetchedAt), until })
  return html`<p>${told}</p>
${
  path === null
    ? null
    : html`<form method="post" action="${path}/requests/${id}/code?lang=${language}">
<button type="submit">${words.getCode}</button></form>`
}`
}

function stepsPart({ steps }: ToldRequest, { language, day }: Told): Html | null {
  if (steps.length === 0) return null
  const words = requestAnswerWords[language]
  const byWord = (by: string) =>
    words.stepBy[by === byPerson ? 'person' : by.startsWith('system:') ? 'program' : 'staff']
  return html`<details><summary>${words.stepsTitle}</summary><ol>${steps.map(
    ({ kind, at, by, text }) =>
      html`<li>${day(at)}${colonIn(language)} ${words.steps[kind] ?? kind} (${byWord(by)})${
        text === null || kind === 'extended' ? null : html`<br>${text}`
      }</li>`,
  )}</ol></details>`
}

/** It counts from its day on: there is nothing to wait for. */
function stopCard({ at, scope, channel, isByStaff }: PersonStop, told: Told): Html {
  const words = preferencesPages[told.language]
  const { states, labels, stops } = words.request
  const asked = told.day(at)
  const way = sentence(told.language, `consent.channel.${channel}`) ?? channel
  const title = scope === null ? filled(stops.one, { channel: way }) : stops[scope]
  return html`<div class="card"><h3>${title}</h3>
<p class="state ended">${states.done}</p>
<dl>${line(labels.asked, isByStaff ? `${asked}, ${words.requestHeard}` : asked)}
${line(labels.did, filled(stops.did, { asked }))}</dl></div>`
}

/** Without a text: the page asks for it apart, where the person says what is wrong. */
export function requestButtons(
  { requests }: Pick<PersonView, 'requests'>,
  { language, path }: { language: Language; path: string },
): Html {
  const words = preferencesPages[language]
  const labels: Partial<Record<(typeof pageKinds)[number], string>> = {
    access: words.askAccess,
    portability: words.askPortability,
    restriction: words.askRestriction,
    erasure: words.askErasure,
  }
  const waits = (kind: string) =>
    requests.some((one) => one.kind === kind && one.answeredAt === null)
  const told: readonly string[] = toldKinds
  const open = pageKinds.filter((kind) => !told.includes(kind) && !waits(kind))
  return html`${open.map(
    (kind) => html`<form method="post" action="${path}?lang=${language}">
<input type="hidden" name="action" value="${kind}">
<button type="submit" class="quiet">${labels[kind] ?? kind}</button></form>`,
  )}`
}

export type Again = {
  kind: (typeof toldKinds)[number]
  fault: CorrectionFault
  typed: string
}

/** Where the person says in their own words what is wrong, or what they are not content with. */
export function tellingForm(
  kind: (typeof toldKinds)[number],
  { language, path }: { language: Language; path: string },
  tried: Again | null,
): Html {
  const pages = preferencesPages[language]
  const words = kind === 'complaint' ? pages.complaint : pages.correction
  const name = kind === 'complaint' ? 'complaint' : 'correction'
  const field = kind === 'complaint' ? 'complaint-text' : 'text'
  const again = tried?.kind === kind ? tried : null
  const details = { max: String(correctionMax), open: String(correctionsOpenMax) }
  const about = again === null ? `${name}-hint` : `${name}-hint ${name}-fault`
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${words.title}</h2>
<form method="post" action="${path}?lang=${language}#${name}" novalidate>
<input type="hidden" name="action" value="${kind}">
<label for="${field}">${words.label}</label>
<p class="hint" id="${name}-hint">${filled(words.hint, details)}</p>
${
  again === null
    ? null
    : html`<p class="fault" role="alert"
id="${name}-fault">${filled(words.faults[again.fault], details)}</p>`
}
<textarea id="${field}" name="text" rows="5" maxlength="${typedMax}" aria-describedby="${about}"${
    again === null ? null : html` aria-invalid="true"`
  }>${again?.typed ?? ''}</textarea>
<button type="submit" class="quiet">${words.send}</button></form></section>`
}
