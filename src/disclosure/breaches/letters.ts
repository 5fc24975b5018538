// The letters to the authority and to people: pages to print, from the record and its fields.
import type { Instant, Language } from '../../kernel/index.ts'
import { filled, type Html, html, pageText } from '../../preferences/index.ts'
import { breachWords } from '../../words/index.ts'
import {
  type BreachFacts,
  type BreachField,
  type BreachLetter,
  breachBlocks,
} from '../contract-breaches.ts'
import { dayIn } from '../notice/said.ts'
import type { Sender } from './lacks.ts'
import { joinedIn, numberIn, sentenceOf } from './said-in.ts'

export type LetterAsked = {
  language: Language
  number: number
  at: Instant
  discoveredAt: Instant
  /** By whose clock the letter tells its days: that of whoever writes it. */
  zone: string
  record: BreachFacts
  sender: Sender
  authority: string
  /** Which data, in a sentence. */
  data: string
  fields: readonly BreachField[]
  /** Of each account, where the installation writes for several. */
  accounts: readonly { name: string; fields: readonly BreachField[] }[]
}

export const letterHtml = (letter: BreachLetter, asked: LetterAsked): string =>
  letter === 'authority' ? toAuthority(asked) : toPeople(asked)

const lines = (text: string): Html[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`)

function head({ language, sender, at, zone }: LetterAsked): Html {
  const words = breachWords[language].letters
  const day = dayIn(language, at, zone)
  return html`<p>${filled(words.from, { name: sender.name ?? '' })}<br>${sender.address ?? ''}</p>
<p>${filled(words.date, { day })}</p>`
}

const fieldTable = (fields: readonly BreachField[], language: Language): Html => {
  const { marks } = breachWords[language].letters
  return html`<table>${fields.map(
    ({ label, value, origin }) => html`<tr><th scope="row">${label}</th><td>${value}</td>
<td>${marks[origin]}</td></tr>
`,
  )}</table>`
}

function toAuthority(asked: LetterAsked): string {
  const { language, authority, number, fields, accounts } = asked
  const words = breachWords[language].letters
  const block = (name: (typeof breachBlocks)[number]): Html => {
    const own = fields.filter((one) => one.block === name)
    const ofAccounts = accounts
      .map((one) => ({ ...one, fields: one.fields.filter((field) => field.block === name) }))
      .filter((one) => one.fields.length > 0)
    return html`<section aria-labelledby="${name}"><h2 id="${name}">${words.headings[name]}</h2>
${own.length === 0 ? null : fieldTable(own, language)}
${ofAccounts.map(
  (one) => html`<h3>${one.name}</h3>
${fieldTable(one.fields, language)}
`,
)}</section>
`
  }
  const body = html`<h1>${words.authorityTitle}</h1>
<p>${filled(words.to, { authority })}</p>
${head(asked)}
<p>${filled(words.number, { number: String(number) })}</p>
<p>${words.legend}</p>
${breachBlocks.map(block)}
<p>${words.phased}</p>`
  return page(language, words.authorityTitle, body, true)
}

function toPeople(asked: LetterAsked): string {
  const { language, record, sender, data, authority, discoveredAt, zone } = asked
  const words = breachWords[language]
  const { people, peopleTitle } = words.letters
  const kinds = sentenceOf(
    joinedIn(
      language,
      record.kinds.map((kind) => words.kinds[kind]),
    ),
  )
  const count = numberIn(language, sender.people ?? 0)
  const measures = [record.measuresTaken, record.measuresPlanned].filter((text) => text !== '')
  const body = html`<h1>${peopleTitle}</h1>
${head(asked)}
<p>${filled(people.lead, { day: dayIn(language, discoveredAt, zone) })}</p>
<h2>${people.whatTitle}</h2><p>${kinds}</p>${lines(record.facts)}
<h2>${people.dataTitle}</h2><p>${filled(people.data, { data, count })}</p>
<h2>${people.effectsTitle}</h2>${lines(record.effects)}
<h2>${people.measuresTitle}</h2>${measures.flatMap(lines)}
<h2>${people.contactTitle}</h2>
<p>${filled(people.contact, { contact: sender.contact ?? '' })}</p>
<p>${filled(people.complain, { authority })}</p>
<p>${people.noLink}</p>`
  return page(language, peopleTitle, body, false)
}

const page = (language: Language, title: string, body: Html, isWide: boolean) =>
  pageText({ language, title, other: null, brand: null, body, isWide })
