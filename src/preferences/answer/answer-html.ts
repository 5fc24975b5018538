// The whole answer as one HTML file that loads nothing: questions, a time line, rows, proofs.
import type { Instant, Language } from '../../kernel/index.ts'
import {
  type AnswerWords,
  answerWords,
  preferencesPages,
  requestAnswerWords,
} from '../../words/index.ts'
import { copyParts, readerOf } from '../copy/copy-html.ts'
import { proofPart } from '../copy/proof-html.ts'
import type { Reader } from '../copy/reader.ts'
import { colonIn, filled, type Html, html, pageText } from '../html.ts'
import { frontHtml } from './front-html.ts'
import type { PersonAnswer } from './gather-answer.ts'
import { looksHtml } from './looks-html.ts'
import { tablesHtml } from './tables-html.ts'

/** On a page, the newest of each; answer.json has the others. */
const shownTextsMax = 5_000
const shownLinesMax = 10_000

/** `hasRows`: whether each row of each table stands in it. */
export function answerHtml(answer: PersonAnswer, language: Language, hasRows = true): string {
  const words = answerWords[language]
  const { copy, request } = answer
  const reader = readerOf(copy, language)
  const { account } = copy.person
  const values = {
    account: account.name,
    asked: reader.day(request.askedAt),
    when: reader.moment(copy.madeAt),
  }
  const { identity, identityTitle } = requestAnswerWords[language]
  const body = html`<h1>${words.title}</h1>
<p>${filled(words.lead, values)}</p>
<p>${words.files}${answer.proofs.files.length === 0 ? null : html` ${words.proofs.front}`}</p>
${frontHtml(answer, reader)}
${timelineHtml(answer, reader)}
${textsHtml(copy, reader)}
${sensitiveHtml(answer.rooms, words)}
${looksHtml(answer, reader)}
<section><h2>${identityTitle}</h2><p>${identity[request.identityWhy] ?? ''}</p></section>
${tablesHtml(hasRows ? answer.tables : null, reader)}
${proofPart(copy.events, reader)}
${checkPart(answer.proofs, language)}`
  return pageText({ language, title: words.title, other: null, brand: copy.brand, body })
}

/** As in the copy that they read at once, and more of it. */
function textsHtml(copy: PersonAnswer['copy'], reader: Reader): Html {
  const { messages } = answerWords[reader.language]
  const { sent, received } = copy.textsHeld
  const texts = copy.texts.slice(0, shownTextsMax)
  const values = { count: sent + received, shown: texts.length, listed: copy.texts.length }
  const older = texts.length < values.count ? filled(messages.cut, numbersIn(values)) : null
  return copyParts({ ...copy, texts, sensitiveValues: 0 }, reader, older)
}

const numbersIn = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

/** How the person checks without us that what they said stands in the log. */
function checkPart(proofs: PersonAnswer['proofs'], language: Language): Html {
  const { proofs: words } = answerWords[language]
  const told =
    proofs.files.length === 0
      ? [proofs.isDamaged ? words.damaged : words.none]
      : [words.lead, words.folder, words.check]
  return html`<section><h2>${words.title}</h2>
${[...told.flatMap((text) => text.split('\n')), ...waitingLine(proofs, language)].map(
  (line) => html`<p>${line}</p>`,
)}</section>`
}

/** What was recorded in the last moments before the answer was made. */
export function waitingLine({ waiting }: PersonAnswer['proofs'], language: Language): string[] {
  if (waiting === 0) return []
  return [filled(answerWords[language].proofs.waiting, { count: String(waiting) })]
}

/** Of articles 9 and 10: told in the sealed answer, which a link alone does not open. */
function sensitiveHtml(rooms: PersonAnswer['rooms'], { sensitive: w }: AnswerWords): Html | null {
  const held = rooms['sensitive'] as { values?: { label: string; value: string }[] } | undefined
  const values = held?.values ?? []
  if (values.length === 0) return null
  return html`<section aria-labelledby="sensitive"><h2 id="sensitive">${w.title}</h2>
<p>${w.lead}</p><dl>${values.map(
    ({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`,
  )}</dl></section>`
}

type Dated = { at: Instant; what: string }

/** Messages, steps of consents, requests and looks in one line: a person's own history. */
function timelineHtml({ copy, whoLooked }: PersonAnswer, reader: Reader): Html {
  const { timeline } = answerWords[reader.language]
  const { requestKind } = preferencesPages[reader.language]
  const all: Dated[] = [
    ...copy.texts.map(({ at, way }) => ({
      at,
      what: way === 'sent' ? timeline.message : timeline.reply,
    })),
    ...copy.events.map(({ at, kind }) => ({ at, what: reader.words.history.kinds[kind] ?? kind })),
    ...copy.person.requests.map(({ askedAt: at, kind }) => ({ at, what: requestKind[kind] })),
    ...whoLooked.looks.listed.map(({ at, what }) => ({ at, what })),
    ...whoLooked.exports.listed.map(({ at, what }) => ({
      at,
      what: filled(timeline.export, { what }),
    })),
  ]
  all.sort((a, b) => b.at - a.at)
  const shown = all.slice(0, shownLinesMax)
  const values = { count: all.length, shown: shown.length }
  const cut = shown.length < all.length ? filled(timeline.cut, numbersIn(values)) : null
  return html`<section class="new-page" aria-labelledby="timeline">
<h2 id="timeline">${timeline.title}</h2>
<p>${filled(timeline.lead, { zone: copy.person.account.zone })}</p>
${cut === null ? null : html`<p>${cut}</p>`}<ol>${shown.map(
    ({ at, what }) => html`<li>${reader.moment(at)}${colonIn(reader.language)} ${what}</li>`,
  )}</ol></section>`
}
