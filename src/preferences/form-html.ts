// The pages of a form: wordings with unticked checkboxes, the code, the thanks, the link.
import { type Language, spacedNumber } from '../kernel/index.ts'
import { preferencesPages, sentence } from '../words/index.ts'
import type { FilledForm, Notice } from './contract.ts'
import { type Box, boxesOf, trapName } from './form.ts'
import { codeMinutes } from './handset-code.ts'
import { type Brand, filled, type Html, html, pageText } from './html.ts'
import type { ShownForm } from './manage-forms.ts'
import type { Fault } from './submit-form.ts'

type Where = { shown: ShownForm; language: Language; seal: string }
/**
 * `statements`: what the law wants said beside the field for a number, in the reader's language.
 */
type Asking = Where & { statements: readonly string[] }

const wordsOf = (language: Language) => preferencesPages[language]
const nothingFilled: FilledForm = { number: '', email: '', firstName: '', lastName: '', seal: '' }

const channelWord = (language: Language, channel: string): string =>
  sentence(language, `consent.channel.${channel}`) ?? channel

/** The wordings keep their own language; the page around them follows the reader. */
function otherLanguage(language: Language, path: string) {
  const other: Language = language === 'fr' ? 'en' : 'fr'
  return { label: wordsOf(language).otherLanguage, href: `${path}?lang=${other}`, language: other }
}

export function formPage(
  { shown, language, seal, statements }: Asking,
  again: { faults: readonly Fault[]; input: FilledForm } | null,
): string {
  const words = wordsOf(language)
  const { form, controller, wordings } = shown
  const details = { controller: controller.name, age: String(form.minimumAge ?? '') }
  const say = (template: string) => filled(template, details)
  const input = again?.input ?? nothingFilled
  const boxes = boxesOf(wordings)
  const wantsEmail = boxes.some(({ channel }) => channel === 'email')
  const path = `/f/${form.code}`
  const title = say(words.formTitle)
  const body = html`<h1>${title}</h1>
<p>${say(words.formLead)}</p>
${again === null ? null : faultBox(language, again.faults, details)}
<form method="post" action="${path}?lang=${language}" novalidate>
<input type="hidden" name="seal" value="${seal}">
${trap(language)}
${wordings.map(
  (wording) => html`<fieldset>
<legend lang="${wording.language}">${wording.shownText}</legend>
<p class="hint">${words.boxesHint}</p>
${boxes
  .filter((box) => box.wording === wording)
  .map((box) => boxField(language, box, again === null ? undefined : input[box.name]))}
</fieldset>`,
)}
${field({
  name: 'number',
  label: words.numberLabel,
  hints: [words.numberHint, ...statements],
  type: 'tel',
  complete: 'tel',
  value: input.number,
  isWrong: again?.faults.includes('number') ?? false,
})}
${
  wantsEmail
    ? field({
        name: 'email',
        label: words.emailLabel,
        hints: [words.emailHint],
        type: 'email',
        complete: 'email',
        value: input.email,
        isWrong: again?.faults.includes('email') ?? false,
      })
    : null
}
${form.asksName ? nameFields(language, input) : null}
${
  form.minimumAge === null
    ? null
    : html`<label class="box"><input type="checkbox" name="age" value="yes">
<span>${say(words.ageBox)}</span></label>`
}
<p><button type="submit">${words.send}</button></p>
</form>
<p>${words.withdrawAnyTime} <a href="${path}/page?lang=${language}">${words.ownPage}</a></p>
${noticePart(language, controller.name, form.notice)}
<p><a href="${shown.noticePath}?lang=${language}">${words.publicNotice}</a></p>`
  const other = otherLanguage(language, path)
  return pageText({ language, title, other, brand: shown.brand, body })
}

/** Never ticked by us: only what the person ticked a moment ago is shown again as they left it. */
function boxField(language: Language, box: Box, ticked: unknown): Html {
  const isTicked = ticked !== undefined
  return html`<label class="box"><input type="checkbox" name="${box.name}" value="yes"${
    isTicked ? html` checked` : null
  }> <span>${channelWord(language, box.channel)}</span></label>`
}

type Field = {
  name: string
  label: string
  /** Each a line of its own under the label. */
  hints: readonly string[]
  type: 'tel' | 'email' | 'text'
  complete: string
  value: string
  isWrong: boolean
}

function field({ name, label, hints, type, complete, value, isWrong }: Field): Html {
  const ids = hints.map((_, index) => `${name}-hint${index === 0 ? '' : `-${index + 1}`}`)
  const described = ids.length === 0 ? null : html` aria-describedby="${ids.join(' ')}"`
  return html`<label for="${name}">${label}</label>
${hints.map((hint, index) => html`<p class="hint" id="${ids[index] ?? ''}">${hint}</p>`)}
<input type="${type}" id="${name}" name="${name}" autocomplete="${complete}"
 value="${value}"${described}${isWrong ? html` aria-invalid="true"` : null}>`
}

function nameFields(language: Language, input: FilledForm): Html[] {
  const words = wordsOf(language)
  const common = { hints: [], type: 'text' as const, isWrong: false }
  return [
    field({
      ...common,
      name: 'firstName',
      label: words.firstNameLabel,
      complete: 'given-name',
      value: input.firstName,
    }),
    field({
      ...common,
      name: 'lastName',
      label: words.lastNameLabel,
      complete: 'family-name',
      value: input.lastName,
    }),
  ]
}

/** Out of sight and out of the order of tabs; a program fills it all the same. */
function trap(language: Language): Html {
  const { trapLabel } = wordsOf(language)
  return html`<div class="trap" aria-hidden="true"><label for="${trapName}">${trapLabel}</label>
<input type="text" id="${trapName}" name="${trapName}" tabindex="-1" autocomplete="off"></div>`
}

function faultBox(
  language: Language,
  faults: readonly Fault[],
  details: Readonly<Record<string, string>>,
): Html {
  const { faults: words } = wordsOf(language)
  return html`<div class="fault" role="alert"><h2>${words.title}</h2>
${faults.map((fault) => html`<p>${filled(words[fault], details)}</p>`)}</div>`
}

/** What article 13 GDPR asks for, on the page itself (R-105). */
function noticePart(language: Language, controller: string, notice: Notice): Html {
  const { notice: words, noticeTitle } = wordsOf(language)
  const details = {
    controller,
    address: notice.controllerAddress,
    contact: notice.controllerContact,
    dpo: notice.dpoContact ?? '',
    recipients: notice.recipients,
    transfers: notice.transfers ?? '',
    retention: notice.retention,
  }
  const lines = [
    words.controller,
    ...(notice.dpoContact === null ? [] : [words.dpo]),
    words.purposes,
    words.basis,
    words.recipients,
    notice.transfers === null ? words.noTransfers : words.transfers,
    words.retention,
    words.rights,
    words.complain,
    words.optional,
  ]
  return html`<section aria-labelledby="notice"><h2 id="notice">${noticeTitle}</h2>
<ul>${lines.map((line) => html`<li>${filled(line, details)}</li>`)}</ul>
${
  notice.policyUrl === null
    ? null
    : html`<p><a href="${notice.policyUrl}"
rel="noopener noreferrer">${filled(words.policy, details)}</a></p>`
}</section>`
}

export function codePage(
  { shown, language }: Omit<Where, 'seal'>,
  waiting: { pendingId: string; number: string | null; fault: Fault | null },
): string {
  const words = wordsOf(language)
  const path = `/f/${shown.form.code}`
  const details = { number: spacedNumber(waiting.number ?? ''), minutes: String(codeMinutes) }
  const body = html`<h1>${words.codeTitle}</h1>
${waiting.number === null ? null : html`<p>${filled(words.codeLead, details)}</p>`}
${waiting.fault === null ? null : faultBox(language, [waiting.fault], details)}
${codeForm({ shown, language }, waiting.pendingId)}
<p><a href="${path}?lang=${language}">${words.backToForm}</a></p>`
  return pageText({ language, title: words.codeTitle, other: null, brand: shown.brand, body })
}

function codeForm({ shown, language }: Omit<Where, 'seal'>, pendingId: string): Html {
  const words = wordsOf(language)
  const path = `/f/${shown.form.code}/code`
  return html`<form method="post" action="${path}?lang=${language}" novalidate>
<input type="hidden" name="pending" value="${pendingId}">
<label for="code">${words.codeLabel}</label>
<input type="text" id="code" name="code" inputmode="numeric" autocomplete="one-time-code"
 maxlength="12">
<p><button type="submit">${words.confirm}</button></p>
</form>`
}

/** Says nothing of the number: it is the same where it counts and where a stop stands. */
export function receivedPage(
  { shown, language, seal }: Where,
  received: { boxes: readonly Box[]; number: string; pendingId: string },
): string {
  const words = wordsOf(language)
  const body = html`<h1>${words.receivedTitle}</h1>
<p>${filled(words.receivedLead, { controller: shown.controller.name })}</p>
${boxCards(language, received.boxes)}
<p>${words.withdrawAnyTime}</p>
<section aria-labelledby="after-stop"><h2 id="after-stop">${words.receivedCodeTitle}</h2>
<p>${words.receivedCodeLead}</p>
${codeForm({ shown, language }, received.pendingId)}</section>
${byHandset({ shown, language, seal }, received.number)}`
  return pageText({ language, title: words.receivedTitle, other: null, brand: shown.brand, body })
}

function boxCards(language: Language, boxes: readonly Box[]): Html[] {
  return boxes.map(
    ({
      wording,
      channel,
    }) => html`<div class="card"><p lang="${wording.language}">${wording.shownText}</p>
<p><strong>${channelWord(language, channel)}</strong></p></div>`,
  )
}

export function thanksPage(
  { shown, language }: Omit<Where, 'seal'>,
  done: { boxes: readonly Box[]; token: string },
): string {
  const words = wordsOf(language)
  const body = html`<h1>${words.thanksTitle}</h1>
<p>${filled(words.thanksLead, { controller: shown.controller.name })}</p>
${boxCards(language, done.boxes)}
<p>${words.withdrawAnyTime}</p>
<p><a class="button" href="/p/${done.token}?lang=${language}">${words.ownPage}</a></p>`
  return pageText({ language, title: words.thanksTitle, other: null, brand: shown.brand, body })
}

/** Nobody has shown whose number it is: the way to its page is a message to it. */
function byHandset({ shown, language, seal }: Where, number: string): Html {
  const words = wordsOf(language)
  return html`<form method="post" action="/f/${shown.form.code}/page?lang=${language}">
<p>${words.thanksByHandset}</p>
<input type="hidden" name="number" value="${number}">
<input type="hidden" name="seal" value="${seal}">
${trap(language)}
<p><button type="submit">${words.askLink}</button></p>
</form>`
}

export function askLinkPage(
  { shown, language, seal, statements }: Asking,
  fault: Fault | null,
): string {
  const words = wordsOf(language)
  const path = `/f/${shown.form.code}/page`
  const details = { controller: shown.controller.name }
  const body = html`<h1>${words.askLinkTitle}</h1>
<p>${filled(words.askLinkLead, details)}</p>
${fault === null ? null : faultBox(language, [fault], details)}
<form method="post" action="${path}?lang=${language}" novalidate>
<input type="hidden" name="seal" value="${seal}">
${trap(language)}
${field({
  name: 'number',
  label: words.numberLabel,
  hints: [words.numberHint, ...statements],
  type: 'tel',
  complete: 'tel',
  value: '',
  isWrong: fault === 'number',
})}
<p><button type="submit">${words.askLink}</button></p>
</form>`
  return pageText({
    language,
    title: words.askLinkTitle,
    other: otherLanguage(language, path),
    brand: shown.brand,
    body,
  })
}

/** A page of a title and a sentence: sent, closed, failed. */
export function plainPage(
  language: Language,
  title: string,
  lead: string,
  brand: Brand | null = null,
): string {
  const body = html`<h1>${title}</h1><p>${lead}</p>`
  return pageText({ language, title, other: null, brand, body })
}

export function linkSentPage({ shown, language }: Omit<Where, 'seal'>): string {
  const words = wordsOf(language)
  const lead = filled(words.linkSentLead, { controller: shown.controller.name })
  return plainPage(language, words.linkSentTitle, lead, shown.brand)
}

export function closedPage(language: Language): string {
  const words = wordsOf(language)
  return plainPage(language, words.closedTitle, words.closedLead)
}

export function failedPage(language: Language, detail: string): string {
  return plainPage(language, wordsOf(language).failedTitle, detail)
}

/**
 * The script for a sender's own site: a link where it stands, and nothing that is counted. The text
 * is data, so it is written as JSON, with the one sequence that would end a script elsewhere.
 * Without an address of our own it leads to where the site itself loaded the script from.
 */
export function embedScript(shown: ShownForm, url: string | null): string {
  const { embedLink } = wordsOf(shown.form.language)
  const safe = (value: string) => JSON.stringify(value).replaceAll('<', '\\u003c')
  const label = filled(embedLink, { controller: shown.controller.name })
  return `(() => {
  const here = document.currentScript
  if (here === null) return
  const link = document.createElement('a')
  link.href = ${url === null ? String.raw`here.src.replace(/\/link\.js([?#].*)?$/, '')` : safe(url)}
  link.textContent = ${safe(label)}
  link.lang = ${safe(shown.form.language)}
  here.after(link)
})()
`
}
