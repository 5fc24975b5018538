// Page one of an answer: five questions, answered in sentences; for how long, and who looked.
import { contactFieldNames } from '../../contacts/index.ts'
import { type AnswerWords, answerWords, preferencesPages, purposeWord } from '../../words/index.ts'
import { countryName } from '../copy/copy-html.ts'
import type { Reader } from '../copy/reader.ts'
import type { RetentionPeriod } from '../deps.ts'
import { filled, type Html, html } from '../html.ts'
import { channelWord } from '../person-html.ts'
import type { Look, PersonAnswer } from './gather-answer.ts'

export function frontHtml(answer: PersonAnswer, reader: Reader): Html {
  const words = answerWords[reader.language]
  return html`${whatPart(answer, reader, words)}
${whyPart(answer, reader, words)}
${wordsPart(answer, reader, words)}
${receivedPart(answer, reader, words)}
${changePart(words)}
${retentionPart(answer.retention, words)}`
}

const question = (title: string, body: Html): Html =>
  html`<section><h2>${title}</h2>${body}</section>`

function whatPart({ copy }: PersonAnswer, reader: Reader, { front }: AnswerWords): Html {
  const { fields, heldSince } = copy.person
  const names = contactFieldNames
    .filter((name) => fields[name] !== undefined)
    .map((name) => reader.words.who.fields[name].toLocaleLowerCase(reader.language))
  const custom = Object.keys(fields.custom ?? {}).length
  const more = custom === 0 ? [] : [`${reader.words.custom.title.toLowerCase()} (${custom})`]
  const all = [...names, ...more]
  const values = { fields: all.length === 0 ? '—' : all.join(', '), since: reader.day(heldSince) }
  const sent = copy.texts.filter(({ way }) => way === 'sent').length
  const received = copy.texts.length - sent
  const { what } = front
  const lists = copy.lists.join(', ')
  return question(
    what.title,
    html`<p>${filled(what.body, values)}</p>
<p>${filled(what.messages, { sent: String(sent), received: String(received) })}</p>
${lists === '' ? null : html`<p>${filled(what.lists, { lists })}</p>`}`,
  )
}

function whyPart({ copy }: PersonAnswer, reader: Reader, { front }: AnswerWords): Html {
  const { why } = front
  const { language, day } = reader
  const { choices, restrictedAt } = copy.person
  const lines = choices
    .filter((choice) => choice.why === null)
    .map(({ channel, purpose, since, legalBasis }) => {
      const what = `${channelWord(language, channel)}, ${purposeWord(language, purpose)}`
      return legalBasis === null
        ? filled(why.consents, { what, since: day(since) })
        : filled(why.bases, { what, basis: preferencesPages[language].legalBases[legalBasis] })
    })
  return question(
    why.title,
    html`${(lines.length === 0 ? [why.none] : lines).map((one) => html`<p>${one}</p>`)}
${restrictedAt === null ? null : html`<p>${why.kept}</p>`}`,
  )
}

function wordsPart({ copy }: PersonAnswer, reader: Reader, { front }: AnswerWords): Html {
  const { words } = front
  const said = copy.events.filter(({ kind, wording }) => kind === 'consent.given' && wording)
  const body =
    said.length === 0
      ? html`<p>${words.none}</p>`
      : html`${said.map(
          ({ at, wording }) => html`<p>${filled(words.said, { when: reader.day(at) })}</p>
<blockquote lang="${wording?.language ?? reader.language}"><p>${
            wording?.shownText ?? ''
          }</p></blockquote>`,
        )}`
  return question(words.title, body)
}

function receivedPart(answer: PersonAnswer, reader: Reader, words: AnswerWords): Html {
  const { who } = words.front
  const { recipients, programs, others, looks, copy } = answer
  const roles = [...new Set(looks.map(({ role }) => roleWord(role, words)))]
  const values = {
    account: copy.person.account.name,
    roles: roles.length === 0 ? who.roles : roles.join(', '),
  }
  const { account } = values
  const lines = [
    ...recipients.map(({ name, country }) =>
      filled(who.supplier, { name, country: countryName(country, reader.language) }),
    ),
    ...programs.map(({ host, country }) => {
      const known = country === null ? who.unknownCountry : countryName(country, reader.language)
      return filled(who.program, { host: `${host} (${known})`, account })
    }),
    ...others
      .filter(({ kind, name }) => kind === 'declared' || !programs.some((one) => one.host === name))
      .map(({ kind, text, purposes }) =>
        kind === 'program'
          ? filled(who.program, { host: text, account })
          : filled(who.other, { recipient: text, purposes: purposes.join(', ') }),
      ),
  ]
  return question(
    who.title,
    html`${(lines.length === 0 ? [who.none] : lines).map((one) => html`<p>${one}</p>`)}
<p>${filled(who.staff, values)}</p>`,
  )
}

function changePart({ front: { change } }: AnswerWords): Html {
  return question(change.title, html`<p>${change.body}</p><p>${change.complain}</p>`)
}

function lengthIn({ length }: RetentionPeriod, { retention }: AnswerWords): string {
  if (length === null) return retention.open
  return 'months' in length
    ? filled(retention.months, { count: String(length.months) })
    : filled(retention.days, { count: String(length.days) })
}

function retentionPart(periods: readonly RetentionPeriod[], words: AnswerWords): Html {
  const { retention } = words
  const lines = periods.map(
    (period) => html`<dt>${retention.kinds[period.what]}</dt><dd>${lengthIn(period, words)}</dd>`,
  )
  return question(retention.title, html`<dl>${lines}</dl>`)
}

const roleWord = (role: string, { looks }: AnswerWords): string => looks.roles[role] ?? role

export function looksHtml(
  { looks, retention }: Pick<PersonAnswer, 'looks' | 'retention'>,
  reader: Reader,
): Html {
  const words = answerWords[reader.language]
  const { looks: w } = words
  const period = retention.find(({ what }) => what === 'looks')
  const item = ({
    at,
    what,
    purpose,
    role,
  }: Look) => html`<li class="card"><p><strong>${reader.moment(
    at,
  )}</strong><br>${filled(w.line, { what, role: roleWord(role, words) })}</p>
${purpose === null ? null : html`<p>${filled(w.purpose, { purpose })}</p>`}</li>`
  return html`<section aria-labelledby="looks"><h2 id="looks">${w.title}</h2><p>${w.lead}</p>
${period === undefined ? null : html`<p>${filled(w.kept, { term: lengthIn(period, words) })}</p>`}
${looks.length === 0 ? html`<p>${w.none}</p>` : null}
<ol class="steps">${looks.map(item)}</ol></section>`
}
