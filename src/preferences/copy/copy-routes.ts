// The copy of all that is held of a person: for them by their link, for staff by a reason.
import { Readable } from 'node:stream'
import { defineDownload, definePage, type Route } from '../../http/index.ts'
import type { ContactId } from '../../kernel/index.ts'
import { preferencesPages } from '../../words/index.ts'
import * as shapes from '../contract.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { copiesPerMinute, document, failed, languageFor } from '../public-page.ts'
import { copyPage } from './copy-html.ts'
import { isProven } from './prove-number.ts'
import { proveFirst, provePages } from './prove-pages.ts'
import { copyAtDesk, copyOf } from './read-copy.ts'

export function copyRoutes(deps: PreferencesDeps): Route[] {
  return [
    ...provePages(deps),
    definePage({
      method: 'GET',
      path: '/p/:token/copy.html',
      needs: 'none',
      summary: 'Give a person a copy of their data that they can read',
      params: shapes.pageParams,
      query: shapes.copySaveQuery,
      perMinuteMax: copiesPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const { token } = params
        const isFile = query.save !== undefined
        if (!isProven(deps, token, exchange)) {
          const language = languageFor(query, exchange, 'fr')
          return proveFirst(deps, { token, to: isFile ? 'save' : 'read', language })
        }
        const { copy, language } = await copyOf(deps, token, (own) =>
          languageFor(query, exchange, own),
        )
        const text = copyPage(copy, language)
        if (!isFile) return document(text)
        const fileName = `${preferencesPages[language].copyFile}.html`
        const bytes = Buffer.from(text, 'utf8')
        return { status: 200, html: '', file: { bytes, fileName, mediaType: 'text/html' } }
      },
    }),
    defineDownload({
      ...preferencesApi['POST /v1/contacts/{id}/desk/copy'],
      needs: 'contacts.reveal',
      summary: 'Give the copy of a person’s data to staff, for somebody who asked in another way',
      description:
        'One HTML file that a person can read, print and keep, as on their own page. Who took it, when and why is recorded.',
      mediaType: 'text/html; charset=utf-8',
      perMinuteMax: copiesPerMinute,
      errors: ['preferences.contact_not_found'],
      handle: async (caller, { params, body }) => {
        const { language, reason } = body
        const contactId = params.id as ContactId
        const copy = await copyAtDesk(deps, caller, { contactId, reason, language })
        const fileName = `${preferencesPages[language].copyFile}.html`
        const stream = Readable.from([Buffer.from(copyPage(copy, language), 'utf8')])
        return { fileName, mediaType: 'text/html; charset=utf-8', stream }
      },
    }),
  ]
}
