// The pages on which a person fetches their answer: the code is sent, typed, and the file opens.
import { definePage, type Route } from '../../http/index.ts'
import type { Language } from '../../kernel/index.ts'
import { requestAnswerWords } from '../../words/index.ts'
import * as shapes from '../contract.ts'
import { keepProven } from '../copy/prove-number.ts'
import type { PreferencesDeps } from '../deps.ts'
import { codeMinutes } from '../handset-code.ts'
import { filled, html, pageText } from '../html.ts'
import { document, failed, formsPerMinute, languageFor } from '../public-page.ts'
import { fetchAnswer, sendAnswerCode } from './fetch-answer.ts'
import type { Second } from './second-sign.ts'

export function answerPages(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'POST',
      path: '/p/:token/requests/:requestId/code',
      needs: 'none',
      summary: 'Send the code that opens the answer to a request',
      params: shapes.pageRequestParams,
      query: shapes.languageQuery,
      form: shapes.anyForm,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const { token, requestId } = params
        const language = languageFor(query, exchange, 'fr')
        const { traceId } = exchange
        const asked = { requestId, language, traceId }
        const { second, isSent, known } = await sendAnswerCode(deps, token, asked)
        const page = { token, requestId, language, second, name: known.account.name }
        if (second === 'missing') return document(codePage({ ...page, fault: 'noEmail' }), 409)
        return document(codePage({ ...page, fault: isSent ? null : 'notSent' }), isSent ? 200 : 429)
      },
    }),
    definePage({
      method: 'POST',
      path: '/p/:token/requests/:requestId/answer',
      needs: 'none',
      summary: 'Open the answer to a request with its code',
      params: shapes.pageRequestParams,
      query: shapes.languageQuery,
      form: shapes.answerCode,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, body, exchange }) => {
        const { token, requestId } = params
        const language = languageFor(query, exchange, 'fr')
        const { traceId } = exchange
        const tried = { requestId, code: body.code, emailCode: body.emailCode, traceId }
        const fetched = await fetchAnswer(deps, token, tried)
        if (fetched.kind === 'file') {
          const fileName = `${requestAnswerWords[language].answer.file}.zip`
          const { bytes } = fetched
          keepProven(deps, token, exchange)
          return { status: 200, html: '', file: { bytes, fileName, mediaType: 'application/zip' } }
        }
        const { waiting, fault } = fetched
        const name = waiting.known.account.name
        const page = { token, requestId, language, second: waiting.second, name, fault }
        return document(codePage(page), 400)
      },
    }),
  ]
}

type CodePage = {
  token: string
  requestId: string
  language: Language
  second: Second
  name: string
  fault: 'wrong' | 'over' | 'notSent' | 'noEmail' | null
}

function codePage({ token, requestId, language, second, name, fault }: CodePage): string {
  const { answer: words } = requestAnswerWords[language]
  const path = `/p/${token}/requests/${requestId}`
  const told = fault === null ? null : words[fault]
  const isAsking = fault === null || fault === 'wrong'
  const body = html`<h1>${words.codeTitle}</h1>
${told === null ? null : html`<p class="fault" role="alert">${told}</p>`}
${
  isAsking
    ? html`<form method="post" action="${path}/answer?lang=${language}">
<p>${filled(words.codeLead, { minutes: String(codeMinutes) })}</p>
<label for="code">${words.codeLabel}</label>
<input type="text" id="code" name="code" inputmode="numeric" autocomplete="one-time-code"
maxlength="6" required>
${
  second === 'email'
    ? html`<p>${words.emailLead}</p><label for="emailCode">${words.emailLabel}</label>
<input type="text" id="emailCode" name="emailCode" inputmode="numeric" maxlength="6" required>`
    : null
}
<button type="submit">${words.fetch}</button></form>`
    : null
}
${
  fault === 'noEmail'
    ? null
    : html`<form method="post" action="${path}/code?lang=${language}">
<button type="submit" class="quiet">${words.getCode}</button></form>`
}`
  const brand = { name, logo: null }
  return pageText({ language, title: words.codeTitle, other: null, brand, body })
}
