// The public request page as HTML: what is asked for, in whose words, and how to answer.
import type { Account } from '../../accounts/index.ts'
import type { Instant, Language } from '../../kernel/index.ts'
import { requestPageWords } from '../../words/index.ts'
import {
  type AskedPublicly,
  askerAddressMax,
  askerNameMax,
  correctionMax,
  requestKinds,
} from '../contract.ts'
import { trapName } from '../form.ts'
import { type Brand, filled, type Html, html, pageText } from '../html.ts'
import { dayOf } from '../person-html.ts'
import { requestMonths } from '../sweep-old.ts'
import type { HeardPublicly, PublicFault } from './hear-publicly.ts'

export type ShownPage = {
  account: Account
  brand: Brand
  language: Language
  seal: string
  /** Of the account's notice. */
  path: string
  /** What the law wants said beside the field for a number. */
  statements: readonly string[]
}

type Again = { faults: readonly PublicFault[]; input: AskedPublicly }

const nothing: AskedPublicly = {
  ...{ kind: '', name: '', number: '', email: '', address: '', text: '', seal: '', website: '' },
}

function framed(shown: ShownPage, title: string, body: Html): string {
  const { language, path, brand } = shown
  const other: Language = language === 'fr' ? 'en' : 'fr'
  const label = requestPageWords[language].otherLanguage
  const href = `${path}/request?lang=${other}`
  return pageText({ language, title, other: { label, href, language: other }, brand, body })
}

export function requestPage(shown: ShownPage, again: Again | null): string {
  const { account, language, seal, path } = shown
  const words = requestPageWords[language]
  const details = {
    ...{ name: account.name, max: String(correctionMax) },
    ...{ nameMax: String(askerNameMax), addressMax: String(askerAddressMax) },
    years: String(requestMonths / 12),
  }
  const say = (template: string) => filled(template, details)
  const input = again?.input ?? nothing
  const faults = again?.faults ?? []
  const body = html`<h1>${words.title}</h1>
<p>${say(words.lead)}</p>
<p>${words.noPaper}</p>
${
  faults.length === 0
    ? null
    : faultBox(
        words.faultTitle,
        faults.map((one) => say(words.faults[one])),
      )
}
<form method="post" action="${path}/request?lang=${language}" novalidate>
<input type="hidden" name="seal" value="${seal}">
<div class="trap" aria-hidden="true"><label for="${trapName}">${words.trapLabel}</label>
<input type="text" id="${trapName}" name="${trapName}" tabindex="-1" autocomplete="off"></div>
${kindPart(words, { chosen: input.kind, isWrong: faults.includes('kind') })}
${area({
  ...{ name: 'text', label: words.textLabel, hint: say(words.textHint), rows: 6 },
  ...{ value: input.text, complete: 'off' },
  isWrong: faults.includes('textMissing') || faults.includes('textLong'),
})}
${whoPart(shown, { input, faults })}
<p>${say(words.kept)}</p>
<button type="submit">${words.send}</button>
</form>
<p><a href="${path}?lang=${language}">${say(words.notice)}</a></p>`
  return framed(shown, words.title, body)
}

const faultBox = (title: string, faults: readonly string[]): Html =>
  html`<div class="fault" role="alert"><h2>${title}</h2>
${faults.map((fault) => html`<p>${fault}</p>`)}</div>`

type Words = (typeof requestPageWords)[Language]

function kindPart(words: Words, { chosen, isWrong }: { chosen: string; isWrong: boolean }): Html {
  return html`<fieldset${isWrong ? html` aria-invalid="true"` : null}><legend>${
    words.kindLabel
  }</legend>
${requestKinds.map(
  (kind) => html`<label class="box"><input type="radio" name="kind" value="${kind}"${
    kind === chosen ? html` checked` : null
  }> <span>${words.kinds[kind]}</span></label>
`,
)}<p class="hint">${words.objectionHint}</p></fieldset>`
}

function whoPart(
  { language, statements }: ShownPage,
  { input, faults }: { input: AskedPublicly; faults: readonly PublicFault[] },
): Html {
  const words = requestPageWords[language]
  const isWrong = (...of: PublicFault[]) => of.some((one) => faults.includes(one))
  return html`<fieldset><legend>${words.whoLabel}</legend>
<p class="hint">${words.whoHint}</p>
${line({
  ...{ name: 'name', label: words.nameLabel, hints: [], type: 'text', complete: 'name' },
  ...{ value: input.name, isWrong: isWrong('name') },
})}
${line({
  ...{ name: 'number', label: words.numberLabel, hints: [words.numberHint, ...statements] },
  ...{ type: 'tel', complete: 'tel', value: input.number, isWrong: isWrong('number', 'reach') },
})}
${line({
  ...{ name: 'email', label: words.emailLabel, hints: [], type: 'email', complete: 'email' },
  ...{ value: input.email, isWrong: isWrong('email', 'reach') },
})}
${area({
  ...{ name: 'address', label: words.addressLabel, hint: words.addressHint, rows: 3 },
  ...{ value: input.address, complete: 'street-address', isWrong: isWrong('address', 'reach') },
})}</fieldset>`
}

type Line = {
  name: string
  label: string
  hints: readonly string[]
  type: 'text' | 'tel' | 'email'
  complete: string
  value: string
  isWrong: boolean
}

function line({ name, label, hints, type, complete, value, isWrong }: Line): Html {
  const ids = hints.map((_, index) => `${name}-hint-${index + 1}`)
  return html`<label for="${name}">${label}</label>
${hints.map((hint, index) => html`<p class="hint" id="${ids[index] ?? ''}">${hint}</p>`)}
<input type="${type}" id="${name}" name="${name}" autocomplete="${complete}" value="${value}"${
    ids.length === 0 ? null : html` aria-describedby="${ids.join(' ')}"`
  }${isWrong ? html` aria-invalid="true"` : null}>`
}

type Area = Omit<Line, 'hints' | 'type'> & { hint: string; rows: number }

const area = ({ name, label, hint, rows, complete, value, isWrong }: Area): Html =>
  html`<label for="${name}">${label}</label>
<p class="hint" id="${name}-hint">${hint}</p>
<textarea id="${name}" name="${name}" rows="${rows}" autocomplete="${complete}"
 aria-describedby="${name}-hint"${isWrong ? html` aria-invalid="true"` : null}>${value}</textarea>`

/** The same for every number, known or not. */
export function arrivedPage(
  shown: ShownPage,
  { askedAt, dueAt, acknowledgeBy }: HeardPublicly,
): string {
  const { account, language, path } = shown
  const words = requestPageWords[language]
  const day = (at: Instant) => dayOf(at, language, account.zone)
  const days = { asked: day(askedAt), due: day(dueAt) }
  const acknowledge = acknowledgeBy === null ? '' : day(acknowledgeBy)
  const details = { name: account.name, ...days, acknowledge }
  const received = acknowledgeBy === null ? words.received : words.receivedComplaint
  const body = html`<h1>${words.receivedTitle}</h1>
<p>${filled(received, details)}</p>
<p>${words.receivedHow}</p>
<p>${words.receivedMore}</p>
<p><a href="${path}?lang=${language}">${filled(words.notice, details)}</a></p>`
  return framed(shown, words.receivedTitle, body)
}
