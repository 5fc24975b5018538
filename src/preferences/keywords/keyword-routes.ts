// The HTTP of keywords. Thin.
import { defineRoute, type Route } from '../../http/index.ts'
import type * as shapes from '../contract.ts'
import { preferencesApi } from '../contract-api.ts'
import { saysYesToAnything } from '../contract-yes.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesErrors } from '../errors.ts'
import { asksFirst, type Keyword, type KeywordId } from './keyword.ts'
import { readKeywords } from './keyword-store.ts'
import { createKeyword, endKeyword } from './manage-keywords.ts'

export function keywordRoutes(deps: PreferencesDeps): Route[] {
  const view = ({ accountId: _own, createdAt, ...keyword }: Keyword): shapes.KeywordView => ({
    ...keyword,
    confirms: asksFirst(keyword),
    alwaysConfirms: saysYesToAnything(keyword.word),
    to: deps.replyNumbers().find(({ id }) => id === keyword.routeId)?.shortcode ?? null,
    createdAt: new Date(createdAt).toISOString(),
  })
  return [
    defineRoute({
      ...preferencesApi['GET /v1/keywords'],
      needs: 'consent.read',
      summary: 'List the words that people send to say yes, newest first',
      handle: async ({ accountId }) => ({
        items: (await deps.database.inAccount(accountId, (tx) => readKeywords(tx, accountId))).map(
          view,
        ),
        numbers: deps
          .replyNumbers()
          .flatMap(({ id, shortcode }) =>
            shortcode === null ? [] : [{ routeId: id, to: shortcode }],
          ),
      }),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/keywords'],
      needs: 'wordings.manage',
      summary:
        'Open a keyword: whoever sends it from their handset agrees to the wording beside it',
      description:
        'One word, whatever its case and accents. STOP, HELP and the like stay what they are. With `confirms` the exact words go to the handset first, and only its second yes counts. A word that says yes to whatever was asked (OUI, OK, a figure) may answer a message of yours about something else: it always confirms, and the answer says so in `alwaysConfirms`. A START that is no keyword of yours changes nothing: it is kept as a reply.',
      errors: preferencesErrors,
      handle: async (caller, { body }) => view(await createKeyword(deps, caller, body)),
    }),
    defineRoute({
      ...preferencesApi['POST /v1/keywords/{id}/close'],
      needs: 'wordings.manage',
      summary: 'Close a keyword; what was agreed to by it stands',
      errors: ['preferences.keyword_not_found'],
      handle: async (caller, { params }) =>
        view(await endKeyword(deps, caller, params.id as KeywordId)),
    }),
  ]
}
