// The pages on which a person shows that the number is theirs, on the way to a copy of their data.
import { definePage, type Page, type Route } from '../../http/index.ts'
import { type Language, maskNumber } from '../../kernel/index.ts'
import { copyCodeWords } from '../../words/index.ts'
import * as shapes from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { codeMinutes } from '../handset-code.ts'
import { filled, html, pageText } from '../html.ts'
import { openLink } from '../page-link.ts'
import { type Known, personOf } from '../person-page.ts'
import { document, failed, formsPerMinute, languageFor, pagesPerMinute } from '../public-page.ts'
import { openAtOnce } from '../requests/identity-facts.ts'
import { isProven, keepProven, sendCopyCode, tryCopyCode } from './prove-number.ts'

type To = shapes.CopyTo

type Target = { to: To; document?: string | undefined }

function targetOf(token: string, { to, document }: Target, language: Language): string {
  const own = `/p/${token}`
  if (to === 'receipts') return `${own}/receipts.json`
  if (to === 'document') return document === undefined ? own : `${own}/documents/${document}`
  return `${own}/copy.html?lang=${language}${to === 'save' ? '&save=1' : ''}`
}

const queryOf = ({ to, document }: Target, language: Language): string =>
  `?to=${to}&lang=${language}${document === undefined ? '' : `&document=${document}`}`

/** To where the number is proven; what no code opens, and an unknown link, are told before. */
export async function proveFirst(
  deps: PreferencesDeps,
  asked: Target & { token: string; language: Language },
): Promise<Page> {
  const { token, language } = asked
  await knownOf(deps, token)
  return { status: 303, html: '', location: `/p/${token}/copy${queryOf(asked, language)}` }
}

/** Whose a link is, where a code to the number opens anything. */
async function knownOf(deps: PreferencesDeps, token: string): Promise<Known> {
  const whose = await openLink(deps, token)
  return deps.database.inAccount(whose.accountId, async (tx) => {
    const known = await personOf(deps, tx, whose)
    await openAtOnce(tx, whose)
    return known
  })
}

export function provePages(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/p/:token/copy',
      needs: 'none',
      summary: 'Ask a person to show that the number is theirs',
      params: shapes.pageParams,
      query: shapes.copyQuery,
      perMinuteMax: pagesPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const { token } = params
        const known = await knownOf(deps, token)
        const language = languageFor(query, exchange, known.account.language)
        if (isProven(deps, token, exchange)) {
          return { status: 303, html: '', location: targetOf(token, query, language) }
        }
        return document(provePage({ token, language, known, target: query, step: 'ask' }))
      },
    }),
    definePage({
      method: 'POST',
      path: '/p/:token/copy/code',
      needs: 'none',
      summary: 'Send the code that opens the copy of a person’s data',
      params: shapes.pageParams,
      query: shapes.copyQuery,
      form: shapes.anyForm,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const { token } = params
        const language = languageFor(query, exchange, 'fr')
        const { traceId } = exchange
        const { known, isSent } = await sendCopyCode(deps, token, { language, traceId })
        const page = { token, language, known, target: query }
        if (isSent) return document(provePage({ ...page, step: 'type' }))
        return document(provePage({ ...page, step: 'ask', fault: 'notSent' }), 429)
      },
    }),
    definePage({
      method: 'POST',
      path: '/p/:token/copy/open',
      needs: 'none',
      summary: 'Open the copy of a person’s data with the code',
      params: shapes.pageParams,
      query: shapes.copyQuery,
      form: shapes.copyCode,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, body, exchange }) => {
        const { token } = params
        const language = languageFor(query, exchange, 'fr')
        const { known, fault } = await tryCopyCode(deps, token, body.code)
        if (fault !== null) {
          const step = fault === 'wrong' ? 'type' : 'ask'
          const page = { token, language, known, target: query, step, fault } as const
          return document(provePage(page), fault === 'wrong' ? 400 : 429)
        }
        keepProven(deps, token, exchange)
        return { status: 303, html: '', location: targetOf(token, query, language) }
      },
    }),
  ]
}

type ProvePage = {
  token: string
  language: Language
  known: Known
  target: Target
  step: 'ask' | 'type'
  fault?: 'wrong' | 'over' | 'notSent'
}

function provePage({ token, language, known, target, step, fault }: ProvePage): string {
  const words = copyCodeWords[language]
  const own = `/p/${token}`
  const number = maskNumber(known.number).replaceAll(' ', '\u00a0')
  const asked = queryOf(target, language)
  const told = fault === undefined ? null : html`<p class="fault" role="alert">${words[fault]}</p>`
  const ask = html`<form method="post" action="${own}/copy/code${asked}">
<button type="submit" class="${step === 'ask' ? '' : 'quiet'}">${
    step === 'ask' ? words.send : words.again
  }</button></form>`
  const type = html`<form method="post" action="${own}/copy/open${asked}">
<p>${filled(words.sent, { number, minutes: String(codeMinutes) })}</p>
<label for="code">${words.label}</label>
<input type="text" id="code" name="code" inputmode="numeric" autocomplete="one-time-code"
maxlength="7" required>
<button type="submit">${words.open[target.to]}</button></form>`
  const lead = html`<p>${filled(words.lead, { number })}</p><p>${words.why}</p>`
  const body = html`<h1>${words.title}</h1>
${told}
${step === 'ask' ? lead : type}
${ask}
<p><a href="${own}?lang=${language}">${words.back}</a></p>`
  const brand = { name: known.account.name, logo: null }
  return pageText({ language, title: words.title, other: null, brand, body })
}
