// The public page of an account on which anybody makes a request: no form, no account, no script.
import { accountOf } from '../../accounts/index.ts'
import { numberStatements } from '../../countries/index.ts'
import { definePage, type Exchange, type Route } from '../../http/index.ts'
import type { Language } from '../../kernel/index.ts'
import * as shapes from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import { brandOf } from '../logo/brand.ts'
import { document, failed, formsPerMinute, languageFor, pagesPerMinute } from '../public-page.ts'
import { hearPublicly, sealFor } from './hear-publicly.ts'
import { arrivedPage, requestPage, type ShownPage } from './request-page-html.ts'

type Asked = { code: string; query: { lang?: Language | undefined }; exchange: Exchange }

async function shownPage(
  deps: PreferencesDeps,
  { code, query, exchange }: Asked,
): Promise<ShownPage> {
  const accountId = await deps.accountOfNotice(code)
  if (accountId === null) throw preferencesError('preferences.request_page_not_found')
  const { account, brand } = await deps.database.inAccount(accountId, async (tx) => {
    const account = await accountOf(tx, accountId)
    return { account, brand: await brandOf(tx, account) }
  })
  const language = languageFor(query, exchange, account.language)
  const at = deps.clock.now()
  const said = numberStatements(account.country, at).map((one) => one[language])
  const seal = sealFor(deps, accountId, at)
  return { account, brand, language, seal, path: `/notice/${code}`, statements: said }
}

export function requestPages(deps: PreferencesDeps): Route[] {
  return [
    definePage({
      method: 'GET',
      path: '/notice/:code/request',
      needs: 'none',
      summary: 'Show where anybody makes a request about their data to an account',
      params: shapes.codeParams,
      query: shapes.languageQuery,
      perMinuteMax: pagesPerMinute,
      failed,
      handle: async (_caller, { params: { code }, query, exchange }) =>
        document(requestPage(await shownPage(deps, { code, query, exchange }), null)),
    }),
    definePage({
      method: 'POST',
      path: '/notice/:code/request',
      needs: 'none',
      summary: 'Take a request that somebody made on the public page of an account',
      params: shapes.codeParams,
      query: shapes.languageQuery,
      form: shapes.askedPublicly,
      perMinuteMax: formsPerMinute,
      failed,
      handle: async (_caller, { params: { code }, query, body, exchange }) => {
        const shown = await shownPage(deps, { code, query, exchange })
        const { account, language } = shown
        const seen = { place: exchange.clientAddress, traceId: exchange.traceId, language }
        const heard = await hearPublicly(deps, account, body, seen)
        if ('faults' in heard) {
          const { faults } = heard
          const isMany = faults.includes('tooMany')
          return document(requestPage(shown, { faults, input: body }), isMany ? 429 : 400)
        }
        return document(arrivedPage(shown, heard))
      },
    }),
  ]
}
