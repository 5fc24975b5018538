// What became of each request of a person, and where they write what is wrong in their data.
import type { Instant, Language } from '../../kernel/index.ts'
import { preferencesPages, sentence } from '../../words/index.ts'
import { correctionMax, requestKinds } from '../contract.ts'
import { filled, type Html, html } from '../html.ts'
import type { PersonStop, PersonView, ToldRequest } from '../person-page.ts'
import { type CorrectionFault, correctionsOpenMax } from './correction.ts'

export type Told = { language: Language; day(at: Instant): string; now: Instant }

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

function requestCard(request: ToldRequest, { language, day, now }: Told): Html {
  const words = preferencesPages[language]
  const { states, labels } = words.request
  const { answeredAt, outcome, reason, answer, text } = request
  const isLate = answeredAt === null && request.dueAt < now
  const waits = isLate ? 'late' : 'waiting'
  const state = states[answeredAt === null ? waits : (answer ?? 'done')]
  const asked = day(request.askedAt)
  const did = answeredAt === null ? null : words.requestState[outcome ?? 'answered']
  return html`<div class="card"><h3>${words.requestKind[request.kind]}</h3>
<p class="state ${answeredAt === null ? waits : 'ended'}">${state}</p>
<dl>${line(labels.asked, request.heardBy === null ? asked : `${asked}, ${words.requestHeard}`)}
${text === null ? null : line(request.heardBy === null ? labels.text : labels.noted, text)}
${answeredAt === null ? line(isLate ? labels.wasDue : labels.due, day(request.dueAt)) : null}
${
  answeredAt === null || did === null
    ? null
    : line(labels.did, filled(did, { answered: day(answeredAt) }))
}
${reason === null ? null : line(labels.reason, reason)}</dl>
${answer === 'refused' ? html`<p>${words.requestComplain}</p>` : null}
${isLate ? html`<p>${words.requestLate}</p>` : null}</div>`
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
  const labels = { access: words.askAccess, erasure: words.askErasure }
  const waits = (kind: string) =>
    requests.some((one) => one.kind === kind && one.answeredAt === null)
  const open = requestKinds.filter((kind) => kind !== 'rectification' && !waits(kind))
  return html`${open.map(
    (kind) => html`<form method="post" action="${path}?lang=${language}">
<input type="hidden" name="action" value="${kind}">
<button type="submit" class="quiet">${labels[kind as keyof typeof labels]}</button></form>`,
  )}`
}

export function correctionForm(
  { language, path }: { language: Language; path: string },
  again: { fault: CorrectionFault; typed: string } | null,
): Html {
  const { correction: words } = preferencesPages[language]
  const details = { max: String(correctionMax), open: String(correctionsOpenMax) }
  const about = again === null ? 'correction-hint' : 'correction-hint correction-fault'
  return html`<section aria-labelledby="correction"><h2 id="correction">${words.title}</h2>
<form method="post" action="${path}?lang=${language}#correction" novalidate>
<input type="hidden" name="action" value="rectification">
<label for="text">${words.label}</label>
<p class="hint" id="correction-hint">${filled(words.hint, details)}</p>
${
  again === null
    ? null
    : html`<p class="fault" role="alert"
id="correction-fault">${filled(words.faults[again.fault], details)}</p>`
}
<textarea id="text" name="text" rows="5" maxlength="${typedMax}" aria-describedby="${about}"${
    again === null ? null : html` aria-invalid="true"`
  }>${again?.typed ?? ''}</textarea>
<button type="submit" class="quiet">${words.send}</button></form></section>`
}
