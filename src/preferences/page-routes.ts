// The public pages: a form, its code, the request for a link, the person's page.
import { documentName } from '../consent/index.ts'
import { numberStatements } from '../countries/index.ts'
import { definePage, type Exchange, type Route } from '../http/index.ts'
import type { Language } from '../kernel/index.ts'
import { preferencesPages } from '../words/index.ts'
import { actOnPage } from './act-for-person.ts'
import { answerPages } from './answer/answer-pages.ts'
import { askForLink } from './ask-link.ts'
import * as shapes from './contract.ts'
import { copyRoutes } from './copy/copy-routes.ts'
import { isProven } from './copy/prove-number.ts'
import { proveFirst } from './copy/prove-pages.ts'
import type { PreferencesDeps } from './deps.ts'
import { trapName } from './form.ts'
import {
  askLinkPage,
  closedPage,
  codePage,
  embedScript,
  formPage,
  linkSentPage,
  receivedPage,
  thanksPage,
} from './form-html.ts'
import { sealVersion, versionOf } from './forms/form-versions.ts'
import { formByCode, type ShownForm } from './manage-forms.ts'
import { originThatLeaves } from './origin.ts'
import { personPage } from './person-html.ts'
import { documentOfPage, type PersonPage, readPersonPage, receiptsOfPage } from './person-page.ts'
import {
  copiesPerMinute,
  document,
  failed,
  formsPerMinute,
  languageFor,
  pagesPerMinute,
} from './public-page.ts'
import { correctionFault } from './requests/correction.ts'
import { identifyOnPage } from './requests/keep-the-clock.ts'
import type { Again } from './requests/requests-html.ts'
import { confirmCode, type Seen, sealOf, submitForm } from './submit-form.ts'

const seenOf = (exchange: Exchange, language: Language): Seen => ({
  ip: exchange.clientAddress,
  userAgent: exchange.header('user-agent'),
  language,
  traceId: exchange.traceId,
})

function freshSeal(deps: PreferencesDeps, { account, form }: ShownForm): string {
  const at = deps.clock.now()
  const shown = { at: String(at), version: versionOf(form, account.country, at) }
  return `${shown.at}.${sealOf(deps, form.id, shown.at)}.${sealVersion(deps, form, shown)}`
}

/** A page that asks for a number. */
export function askingOf(deps: PreferencesDeps, shown: ShownForm, language: Language) {
  const found = numberStatements(shown.account.country, deps.clock.now())
  const statements = found.map((one) => one[language])
  return { shown, language, seal: freshSeal(deps, shown), statements }
}

export function pageRoutes(deps: PreferencesDeps): Route[] {
  return [
    ...formPages(deps),
    ...filledPages(deps),
    ...linkPages(deps),
    ...personPages(deps),
    confirmRoute(deps),
    ...answerPages(deps),
    ...copyRoutes(deps),
  ]
}

function formPages(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/f/:code',
      needs: 'none',
      summary: 'Show a form that asks for consent',
      params: shapes.codeParams,
      query: shapes.languageQuery,
      perMinuteMax: pagesPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const shown = await formByCode(deps, params.code)
        const language = languageFor(query, exchange, shown.form.language)
        if (shown.form.state === 'closed') return document(closedPage(language), 404)
        return document(formPage(askingOf(deps, shown, language), null))
      },
    }),
    definePage({
      method: 'GET',
      path: '/f/:code/link.js',
      needs: 'none',
      summary: 'Link to the form from a site of the sender’s own',
      params: shapes.codeParams,
      perMinuteMax: pagesPerMinute * 10,
      failed,
      handle: async (_caller, { params }) => {
        const shown = await formByCode(deps, params.code)
        const { publicUrl } = deps
        const url = publicUrl === null ? null : `${publicUrl}/f/${shown.form.code}`
        const mediaType = 'text/javascript; charset=utf-8'
        return { status: 200, html: embedScript(shown, url), mediaType }
      },
    }),
  ]
}

function filledPages(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'POST',
      path: '/f/:code',
      needs: 'none',
      summary: 'Take a form that somebody filled in',
      params: shapes.codeParams,
      query: shapes.languageQuery,
      form: shapes.filledForm,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, body, exchange }) => {
        const shown = await formByCode(deps, params.code)
        const language = languageFor(query, exchange, shown.form.language)
        if (shown.form.state === 'closed') return document(closedPage(language), 404)
        const done = await submitForm(deps, shown, body, seenOf(exchange, language))
        switch (done.kind) {
          case 'faults': {
            const again = { faults: done.faults, input: body }
            return document(formPage(askingOf(deps, shown, language), again), 400)
          }
          case 'code': {
            const waiting = { pendingId: done.pendingId, number: done.number, fault: null }
            return document(codePage({ shown, language }, waiting))
          }
          case 'received': {
            // The hour that they read the form at: who asks for the link at once is not too fast.
            return document(receivedPage({ shown, language, seal: body.seal }, done))
          }
        }
      },
    }),
    definePage({
      method: 'POST',
      path: '/f/:code/code',
      needs: 'none',
      summary: 'Take the code that a handset received',
      params: shapes.codeParams,
      query: shapes.languageQuery,
      form: shapes.typedCode,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, body, exchange }) => {
        const shown = await formByCode(deps, params.code)
        const language = languageFor(query, exchange, shown.form.language)
        const { pending: pendingId, code } = body
        const done = await confirmCode(deps, shown, { pendingId, code })
        if (done.kind === 'done') {
          const { boxes, link } = done
          return document(thanksPage({ shown, language }, { boxes, token: link.token }))
        }
        const [fault = null] = done.kind === 'faults' ? done.faults : []
        return document(codePage({ shown, language }, { pendingId, number: null, fault }), 400)
      },
    }),
  ]
}

function linkPages(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/f/:code/page',
      needs: 'none',
      summary: 'Show where somebody asks for the link to their page',
      params: shapes.codeParams,
      query: shapes.languageQuery,
      perMinuteMax: pagesPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const shown = await formByCode(deps, params.code)
        // Where none could be sent, nobody is asked for a number.
        originThatLeaves(deps, shown.account)
        const language = languageFor(query, exchange, shown.form.language)
        return document(askLinkPage(askingOf(deps, shown, language), null))
      },
    }),
    definePage({
      method: 'POST',
      path: '/f/:code/page',
      needs: 'none',
      summary: 'Send somebody the link to their page',
      params: shapes.codeParams,
      query: shapes.languageQuery,
      form: shapes.askedLink,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, body, exchange }) => {
        const shown = await formByCode(deps, params.code)
        const language = languageFor(query, exchange, shown.form.language)
        const fault = await askForLink(deps, shown, {
          number: body.number,
          seal: body.seal,
          trap: String(body[trapName] ?? ''),
          traceId: exchange.traceId,
        })
        if (fault === null) return document(linkSentPage({ shown, language }))
        return document(askLinkPage(askingOf(deps, shown, language), fault), 400)
      },
    }),
  ]
}

function personPages(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/p/:token',
      needs: 'none',
      summary: 'Show a person their own page',
      params: shapes.pageParams,
      query: shapes.languageQuery,
      perMinuteMax: pagesPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const page = await pageOrPath(deps, params.token)
        if (typeof page === 'string') return { status: 303, html: '', location: page }
        const language = languageFor(query, exchange, page.account.language)
        const done = query.done ?? null
        return document(personPage(page, language, { token: params.token, done }))
      },
    }),
    receiptsRoute(deps),
    documentRoute(deps),
    definePage({
      method: 'POST',
      path: '/p/:token',
      needs: 'none',
      summary: 'Do what a person chooses on their page',
      params: shapes.pageParams,
      query: shapes.languageQuery,
      form: shapes.choice,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params, query, body, exchange }) => {
        const again = await whatIsAmiss(deps, params.token, body)
        if (again !== null) {
          const language = languageFor(query, exchange, again.page.account.language)
          const address = { token: params.token, done: null }
          return document(personPage(again.page, language, address, again), 400)
        }
        const read = { traceId: exchange.traceId, language: query.lang ?? null }
        const done = await actOnPage(deps, params.token, body, read)
        const language = query.lang === undefined ? '' : `&lang=${query.lang}`
        return { status: 303, html: '', location: `/p/${params.token}?done=${done}${language}` }
      },
    }),
  ]
}

/** For another service; the code that opens the copy opens this too. */
function receiptsRoute(deps: PreferencesDeps): Route {
  return definePage({
    method: 'GET',
    path: '/p/:token/receipts.json',
    needs: 'none',
    summary: 'Give a person their consents and objections as receipts',
    params: shapes.pageParams,
    perMinuteMax: pagesPerMinute,
    failed,
    handle: async (_caller, { params, exchange }) => {
      const { token } = params
      if (!isProven(deps, token, exchange)) {
        const language = languageFor({}, exchange, 'fr')
        return proveFirst(deps, { token, to: 'receipts', language })
      }
      const receipts = await receiptsOfPage(deps, token)
      const { copyFile } = preferencesPages[languageFor({}, exchange, 'fr')]
      const bytes = Buffer.from(JSON.stringify(receipts, null, 2), 'utf8')
      const mediaType = 'application/ld+json; charset=utf-8'
      return { status: 200, html: '', file: { bytes, fileName: `${copyFile}.json`, mediaType } }
    },
  })
}

/** A signed paper or their own voice: behind the code that opens the copy. */
function documentRoute(deps: PreferencesDeps): Route {
  return definePage({
    method: 'GET',
    path: '/p/:token/documents/:documentId',
    needs: 'none',
    summary: 'Give a person the paper or the recording that shows their consent',
    params: shapes.pageDocumentParams,
    query: shapes.anyQuery,
    perMinuteMax: copiesPerMinute,
    failed,
    handle: async (_caller, { params, exchange }) => {
      const { token, documentId } = params
      if (!isProven(deps, token, exchange)) {
        const language = languageFor({}, exchange, 'fr')
        return proveFirst(deps, { token, to: 'document', document: documentId, language })
      }
      const { document: held, bytes } = await documentOfPage(deps, token, documentId)
      const { id, mediaType } = held
      const fileName = documentName(id, mediaType)
      return { status: 200, html: '', file: { bytes, fileName, mediaType } }
    },
  })
}

/** Of somebody who is erased: where the certificate is. */
async function pageOrPath(deps: PreferencesDeps, token: string): Promise<PersonPage | string> {
  return readPersonPage(deps, token).catch(async (error: unknown) => {
    const erased = await deps.erasedPath(token)
    if (erased === null) throw error
    return erased
  })
}

/** The link went to their number: here the person says that what staff wrote down is theirs. */
function confirmRoute(deps: PreferencesDeps): Route {
  return definePage({
    method: 'POST',
    path: '/p/:token/requests/:requestId/confirm',
    needs: 'none',
    summary: 'Say that a request which staff wrote down is one’s own',
    params: shapes.pageRequestParams,
    query: shapes.languageQuery,
    form: shapes.anyForm,
    perMinuteMax: formsPerMinute,
    failed,
    handle: async (_caller, { params, query }) => {
      await identifyOnPage(deps, params.token, params.requestId)
      const language = query.lang === undefined ? '' : `&lang=${query.lang}`
      return { status: 303, html: '', location: `/p/${params.token}?done=identified${language}` }
    },
  })
}

/** What somebody wrote is shown to them again, with what is amiss; null where nothing is. */
async function whatIsAmiss(
  deps: PreferencesDeps,
  token: string,
  { action, text }: shapes.Choice,
): Promise<(Again & { page: PersonPage }) | null> {
  const kind = shapes.toldKinds.find((one) => one === action)
  if (kind === undefined) return null
  const page = await readPersonPage(deps, token)
  const fault = correctionFault(text, page.requests, kind)
  return fault === null ? null : { page, kind, fault, typed: text ?? '' }
}
