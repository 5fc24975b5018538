// Page one of an answer: five questions, answered in sentences; and for how long.
import { contactFieldNames } from '../../contacts/index.ts'
import type { Language } from '../../kernel/index.ts'
import { type AnswerWords, answerWords, preferencesPages, purposeWord } from '../../words/index.ts'
import { countryName } from '../copy/copy-html.ts'
import type { Reader } from '../copy/reader.ts'
import type { RetentionPeriod } from '../deps.ts'
import { filled, type Html, html } from '../html.ts'
import { channelWord } from '../person-html.ts'
import type { PersonAnswer } from './gather-answer.ts'
import { roleWord } from './looks-html.ts'
import { lengthIn } from './period-words.ts'

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
  const { sent, received } = copy.textsHeld
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
  const { whoLooked, copy } = answer
  const looks = [...whoLooked.looks.listed, ...whoLooked.exports.listed]
  const roles = [...new Set(looks.map(({ role }) => roleWord(role, words)))]
  const { name: account } = copy.person.account
  const values = { account, roles: roles.length === 0 ? who.roles : roles.join(', ') }
  const lines = receivedLines(answer, { account, language: reader.language })
  return question(
    who.title,
    html`${lines.map((one) => html`<p>${one}</p>`)}
<p>${filled(who.staff, values)}</p>`,
  )
}

type Reached = Pick<PersonAnswer, 'recipients' | 'sent' | 'programs' | 'others'>

/** Who had something of the person outside, as far as anybody can say it. */
export function receivedLines(
  { recipients, sent, programs, others }: Reached,
  { account, language }: { account: string; language: Language },
): string[] {
  const { who } = answerWords[language].front
  const lines = [
    ...recipients.map(({ name, country }) =>
      filled(who.supplier, { name, country: countryName(country, language) }),
    ),
    ...forgottenLine({ sent, isKnown: recipients.length > 0 }, who),
    ...programs.map(({ host, country }) => {
      const known = country === null ? who.unknownCountry : countryName(country, language)
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
  return lines.length === 0 ? [who.none] : lines
}

/** Who carried a message is kept as long as they keep the number, and of some it never was. */
function forgottenLine(
  { sent, isKnown }: { sent: PersonAnswer['sent']; isKnown: boolean },
  who: AnswerWords['front']['who'],
): string[] {
  if (isKnown) return sent.isDeleted ? [who.others] : []
  if (sent.isDeleted) return [who.forgotten]
  return sent.isHere ? [who.unknown] : []
}

function changePart({ front: { change } }: AnswerWords): Html {
  return question(change.title, html`<p>${change.body}</p><p>${change.complain}</p>`)
}

function retentionPart(periods: readonly RetentionPeriod[], words: AnswerWords): Html {
  const { retention } = words
  const lines = periods.map(
    (period) => html`<dt>${retention.kinds[period.what]}</dt><dd>${lengthIn(period, words)}</dd>`,
  )
  return question(retention.title, html`<dl>${lines}</dl>`)
}
