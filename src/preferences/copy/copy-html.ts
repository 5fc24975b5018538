// The copy that a person reads, prints and keeps: one HTML file without any part outside it.
import { type ContactFieldName, contactFieldNames, customViewsOf } from '../../contacts/index.ts'
import { type Instant, type Language, saidDay } from '../../kernel/index.ts'
import type { PersonText } from '../../sending/index.ts'
import { personCopyWords, preferencesPages, purposeWord, sentence } from '../../words/index.ts'
import { capital, filled, type Html, html, pageText } from '../html.ts'
import { channelWord, dayOf, stopped } from '../person-html.ts'
import type { PersonChoice } from '../person-page.ts'
import { requestCards } from '../requests/requests-html.ts'
import { proofPart } from './proof-html.ts'
import type { CopiedEvent, PersonCopy } from './read-copy.ts'
import type { Reader } from './reader.ts'

export function copyPage(copy: PersonCopy, language: Language): string {
  const words = personCopyWords[language]
  const { account, controllers } = copy.person
  const names = controllers.map(({ name }) => name).join(', ')
  const reader = readerOf(copy, language)
  const body = html`<h1>${words.title}</h1>
<p>${filled(words.lead, { names, account: account.name })}</p>
<p>${filled(words.made, { when: reader.moment(copy.madeAt) })} ${words.keep}</p>
${copyParts(copy, reader, olderOf(copy, reader))}
${proofPart(copy.events, reader)}`
  return pageText({ language, title: words.title, other: null, brand: copy.brand, body })
}

export function readerOf({ person }: PersonCopy, language: Language): Reader {
  const { account, controllers } = person
  const nameOf = new Map<unknown, string>(controllers.map(({ id, name }) => [id, name]))
  return {
    ...{ language, words: personCopyWords[language] },
    day: (at) => dayOf(at, language, isDay(at) ? 'UTC' : account.zone),
    moment: (at) => (isDay(at) ? dayOf(at, language, 'UTC') : momentOf(at, language, account.zone)),
    controllerName: (id) => nameOf.get(id) ?? account.name,
  }
}

/** A file told the day and no hour: none is made up, and it is the same day in every zone. */
const isDay = (at: Instant): boolean => at % 86_400_000 === 0

function olderOf({ texts, textsHeld }: PersonCopy, { words }: Reader): string | null {
  return texts.length < textsHeld.sent + textsHeld.received ? words.messages.more : null
}

/** All that is held, part by part; `older` tells where messages are that are not here. */
export function copyParts(copy: PersonCopy, reader: Reader, older: string | null): Html {
  return html`${whoPart(copy, reader)}
${customPart(copy, reader)}
${choicesPart(copy, reader)}
${parentPart(copy, reader)}
${historyPart(copy, reader)}
${documentsPart(copy, reader)}
${messagesPart(copy, reader, older)}
${requestsPart(copy, reader)}`
}

function momentOf(at: Instant, language: Language, timeZone: string): string {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone } as const
  const written = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', form).format(at)
  return saidDay(language, written)
}

function part(id: string, title: string, body: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>`
}

const pair = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`

function whoPart(copy: PersonCopy, reader: Reader): Html {
  const { language, words, day } = reader
  const { who } = words
  const { contact, person, lists, sensitiveValues } = copy
  const { fields, number, heldSince } = person
  const held = contactFieldNames.filter((name) => fields[name] !== undefined)
  const shown = (name: ContactFieldName) => {
    const value = fields[name] ?? ''
    return name === 'birthDate' ? birthDay(value, language) : value
  }
  const body = html`<dl>${pair(who.number, number)}
${held.map((name) => pair(who.fields[name], shown(name)))}
${pair(who.country, countryName(contact.territory, language))}
${pair(who.zone, contact.zone)}
${contact.postcodeArea === null ? null : pair(who.area, contact.postcodeArea)}
${pair(who.since, day(heldSince))}
${pair(who.changed, day(contact.updatedAt))}
${lists.length === 0 ? null : pair(who.lists, lists.join(', '))}</dl>
${lists.length === 0 ? html`<p>${who.noLists}</p>` : null}
${contact.marketingState === 'quarantine' ? html`<p>${who.quarantine}</p>` : null}
${
  sensitiveValues === 0
    ? null
    : html`<p class="card">${filled(who.sensitive, { count: String(sensitiveValues) })}</p>`
}`
  return part('who', who.title, body)
}

/** A month or a day that nobody knows is held as `00`: what is known of the date is told. */
function birthDay(value: string, language: Language): string {
  const [year = '', month = '00', day = '00'] = value.split('-')
  if (month === '00') return year
  const at = Date.parse(`${year}-${month}-${day === '00' ? '01' : day}T00:00:00Z`)
  if (Number.isNaN(at)) return value
  if (day !== '00') return dayOf(at, language, 'UTC')
  const form = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', form).format(at)
}

export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

function customPart({ person }: PersonCopy, { language, words }: Reader): Html | null {
  const values = customViewsOf(person.customFields, person.fields.custom ?? {}, language)
  if (values.length === 0) return null
  const body = html`<dl>${values.map(({ name, text }) => pair(name, text))}</dl>`
  return part('custom', words.custom.title, body)
}

function choicesPart({ person }: PersonCopy, reader: Reader): Html {
  const { language, words } = reader
  const stop = person.suppression === null ? null : stopped(person, language)
  const body = html`<p>${words.choices.lead}</p>
${stop === null ? null : html`<p class="card">${stop}</p>`}
${person.choices.length === 0 ? html`<p>${preferencesPages[language].noChoices}</p>` : null}
${person.choices.map((choice) => choiceCard(choice, reader))}`
  return part('choices', words.choices.title, body)
}

function choiceCard(choice: PersonChoice, reader: Reader): Html {
  const { language, words, day, controllerName } = reader
  const { choices } = words
  const { channel, purpose, controllerId, why, since, until, legalBasis, wording } = choice
  const pages = preferencesPages[language]
  const line = filled(choices.line, {
    ...{ channel: capital(channelWord(language, channel)), since: day(since) },
    purpose: purposeWord(language, purpose),
    ...{ controller: controllerName(controllerId), state: pages.choice[why ?? 'given'] },
  })
  const more =
    legalBasis === null ? null : filled(choices.why, { basis: pages.legalBases[legalBasis] })
  return html`<div class="card"><p>${line}. ${
    why === null ? filled(choices.until, { until: day(until) }) : null
  }</p>
${more === null ? null : html`<p>${more}</p>`}
${wording === null ? null : quoted(choices.words, wording.shownText, wording.language)}</div>`
}

const quoted = (lead: string, text: string, language: string): Html =>
  html`<p>${lead}</p><blockquote lang="${language}"><p>${text}</p></blockquote>`

function parentPart({ authorisations }: PersonCopy, reader: Reader): Html | null {
  const { language, words, day, controllerName } = reader
  if (authorisations.length === 0) return null
  const lines = authorisations.map((row) =>
    filled(words.parent.line, {
      purpose: purposeWord(language, row.purpose),
      controller: controllerName(row.controller_id),
      ...{ since: day(row.since), until: day(row.valid_until) },
    }),
  )
  return part('parent', words.parent.title, html`${lines.map((line) => html`<p>${line}</p>`)}`)
}

function historyPart({ events }: PersonCopy, reader: Reader): Html {
  const { history, nothing } = reader.words
  const body = html`<p>${history.lead}</p>
${events.length === 0 ? html`<p>${nothing}</p>` : null}
<ol class="steps">${events.map((event) => eventItem(event, reader))}</ol>`
  return part('history', history.title, body)
}

function eventItem(event: CopiedEvent, reader: Reader): Html {
  const { words, moment } = reader
  const { history } = words
  const { wording } = event
  return html`<li class="card"><p><strong>${moment(event.at)}</strong><br>
${history.kinds[event.kind] ?? event.kind}</p>
<p>${eventSentences(event, reader).join(' ')}</p>
${wording === null ? null : quoted(history.words, wording.shownText, wording.language)}</li>`
}

function eventSentences({ body, channel, purpose }: CopiedEvent, reader: Reader): string[] {
  const { language, words, controllerName } = reader
  const { history } = words
  if (body === null) return [history.gone]
  const told = (name: string): string | null => {
    const value = body[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const said = (template: string, key: string, value: string | null): string[] =>
    value === null ? [] : [filled(template, { [key]: value })]
  const named = (prefix: string, value: string | null) =>
    value === null ? null : (sentence(language, `${prefix}.${value}`) ?? value)
  const by = {
    controller: controllerName(told('controller')),
    channel: channelWord(language, channel),
  }
  const heard = told('heardBy')
  const staff = heard === null ? null : (history.heardBy[heard as 'phone'] ?? heard)
  return [
    filled(history.by, by),
    ...(told('controller') === null
      ? []
      : said(history.purpose, 'purpose', purposeWord(language, purpose))),
    ...said(history.how, 'how', named('consent.grade', told('grade'))),
    ...said(history.scope, 'scope', named('consent.scope', told('scope'))),
    ...said(history.source, 'source', told('source')),
    ...said(history.staff, 'how', staff),
    ...said(history.note, 'note', told('note')),
    ...said(history.page, 'page', told('formUrl')),
    ...said(history.ip, 'ip', told('ip')),
    ...said(history.browser, 'browser', told('userAgent')),
    ...(told('scanSha256') === null ? [] : [history.document]),
    ...(told('handset') === 'sandbox' ? [history.sandbox] : []),
  ]
}

/** What people call it: PDF, JPEG, MPEG. */
const capitals = (mediaType: string): string => (mediaType.split('/')[1] ?? mediaType).toUpperCase()

function documentsPart({ documents }: PersonCopy, { words, day }: Reader): Html | null {
  if (documents.length === 0) return null
  const lines = documents.map(({ addedAt, mediaType, octets }) => {
    const size = String(Math.ceil(octets / 1000))
    return filled(words.documents.line, { added: day(addedAt), type: capitals(mediaType), size })
  })
  const body = html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  return part('documents', words.documents.title, body)
}

function messagesPart(copy: PersonCopy, reader: Reader, older: string | null): Html {
  const { texts, isWithoutTexts } = copy
  const { messages, nothing } = reader.words
  if (isWithoutTexts) {
    return part('messages', messages.title, html`<p class="card">${messages.withheld}</p>`)
  }
  const body = html`<p>${messages.lead}</p>
${texts.length === 0 ? html`<p>${nothing}</p>` : null}
<ol class="steps">${texts.map((one) => messageItem(one, reader))}</ol>
${older === null ? null : html`<p>${older}</p>`}`
  return part('messages', messages.title, body)
}

/** What a sender is told to do about it, from the second sentence on, is nothing to the person. */
const reasonAlone = (why: string): string => /^.+?[.!?](?= |$)/u.exec(why)?.[0] ?? why

function messageItem(one: PersonText, { words, moment }: Reader): Html {
  const { messages } = words
  const isSent = one.way === 'sent'
  const who = isSent ? filled(messages.sent, { sender: one.sender }) : messages.received
  const state = isSent ? filled(messages.state, { state: messages.states[one.state] }) : null
  const why =
    isSent && one.why !== null ? filled(messages.why, { why: reasonAlone(one.why) }) : null
  return html`<li class="card"><p><strong>${moment(one.at)}</strong><br>${who}</p>
<blockquote><p>${one.text ?? messages.textGone}</p></blockquote>
${state === null ? null : html`<p>${state} ${why}</p>`}</li>`
}

/** What was stopped stands in the history, with all else that was said. */
function requestsPart({ person, madeAt }: PersonCopy, { language, words, day }: Reader): Html {
  const { requests, nothing } = words
  const told = { requests: person.requests, stops: [] }
  const body =
    person.requests.length === 0
      ? html`<p>${nothing}</p>`
      : requestCards(told, { language, day, now: madeAt, path: null })
  return part('requests', requests.title, body)
}
