// The page that gives a person a copy of all that is held of them, to read, print and keep.
import { definePage, type Route } from '../../http/index.ts'
import * as shapes from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { copiesPerMinute, document, failed, languageFor } from '../public-page.ts'
import { copyPage } from './copy-html.ts'
import { copyOf } from './read-copy.ts'

export function copyRoutes(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/p/:token/copy.html',
      needs: 'none',
      summary: 'Give a person a copy of their data that they can read',
      params: shapes.pageParams,
      query: shapes.languageQuery,
      perMinuteMax: copiesPerMinute,
      failed,
      handle: async (_caller, { params, query, exchange }) => {
        const { copy, language } = await copyOf(deps, params.token, (own) =>
          languageFor(query, exchange, own),
        )
        return document(copyPage(copy, language))
      },
    }),
  ]
}
