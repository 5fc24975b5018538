// The public pages of notices: no log-in, no script, no cookie; how often one address may ask.
import { accountOf } from '../../accounts/index.ts'
import { definePage, type Exchange, type Page, type Route } from '../../http/index.ts'
import type { AccountId, Language } from '../../kernel/index.ts'
import { brandOf, failedPublicly, languageFor, pagesPerMinute } from '../../preferences/index.ts'
import type { Tx } from '../../storage/index.ts'
import * as shapes from '../contract.ts'
import type { DisclosureDeps } from '../deps.ts'
import { disclosureError } from '../errors.ts'
import { accountNotice, installationNotice } from './keep-version.ts'
import { noticePage, type Place, versionPage, versionsPage } from './notice-html.ts'
import { changesIn, comparedVersion, newestCompared } from './read-versions.ts'
import { wholeText } from './said.ts'
import { accountOfCodeInAnyAccount, type Whose } from './version-store.ts'

/** A browser or a proxy may show it again for so long; then it asks anew. */
const cached = 'public, max-age=60'
const maySee = (exchange: Exchange, html: string): Page => {
  exchange.setHeader('cache-control', cached)
  exchange.setHeader('vary', 'accept-language')
  return { status: 200, html }
}

type Asked = { query: { lang?: Language | undefined }; exchange: Exchange }
type Opened = { whose: Whose; place: Place }

const page = {
  method: 'GET',
  needs: 'none',
  query: shapes.noticeQuery,
  perMinuteMax: pagesPerMinute,
  failed: failedPublicly,
} as const

export function noticePages(deps: DisclosureDeps): Route[] {
  return [...installationPages(deps), ...accountPages(deps)]
}

function installationPages(deps: DisclosureDeps): Route[] {
  const { database } = deps
  const placeFor = ({ query, exchange }: Asked): Place => {
    const language = languageFor(query, exchange, 'en')
    return { path: '/notice', language, zone: 'UTC', brand: null }
  }
  const own = (place: Place): Opened => ({ whose: null, place })
  return [
    definePage({
      ...page,
      path: '/notice',
      summary: 'Show how the installation uses personal data',
      handle: (_caller, asked) =>
        database.inInstallation(async (tx) => {
          const { drafts, current } = await installationNotice(deps, tx)
          const place = placeFor(asked)
          const text = wholeText(drafts[place.language])
          const { version, at } = current
          const shown = { text, version, at, formCode: null, isInstallation: true }
          return maySee(asked.exchange, noticePage(place, shown))
        }),
    }),
    definePage({
      ...page,
      path: '/notice/versions',
      summary: 'Show the versions of the installation’s notice',
      handle: (_caller, asked) =>
        database.inInstallation(async (tx) =>
          maySee(asked.exchange, await versionsShown(tx, own(placeFor(asked)))),
        ),
    }),
    definePage({
      ...page,
      path: '/notice/versions/:version',
      summary: 'Show one version of the installation’s notice, and what changed in it',
      params: shapes.versionParams,
      handle: (_caller, { params, ...asked }) =>
        database.inInstallation(async (tx) =>
          maySee(asked.exchange, await oneShown(tx, own(placeFor(asked)), params.version)),
        ),
    }),
  ]
}

function accountPages(deps: DisclosureDeps): Route[] {
  const { database } = deps
  const within = async <T>(code: string, work: (tx: Tx, accountId: AccountId) => Promise<T>) => {
    const accountId = await database.inAnyAccount((tx) => accountOfCodeInAnyAccount(tx, code))
    if (accountId === null) throw disclosureError('disclosure.notice_not_found')
    return database.inAccount(accountId, (tx) => work(tx, accountId))
  }
  const opened = async (tx: Tx, accountId: AccountId, code: string, { query, exchange }: Asked) => {
    const account = await accountOf(tx, accountId)
    const language = languageFor(query, exchange, account.language)
    const brand = await brandOf(tx, account)
    const place: Place = { path: `/notice/${code}`, language, zone: account.zone, brand }
    return { whose: accountId, place }
  }
  return [
    definePage({
      ...page,
      path: '/notice/:code',
      summary: 'Show how an account uses personal data',
      params: shapes.noticeCode,
      handle: (_caller, { params: { code }, ...asked }) =>
        within(code, async (tx, accountId) => {
          const { place } = await opened(tx, accountId, code, asked)
          const { drafts, current, facts } = await accountNotice(deps, tx, accountId)
          const text = wholeText(drafts[place.language])
          const { version, at } = current
          const formCode = facts.forms[0]?.code ?? null
          const shown = { text, version, at, formCode, isInstallation: false }
          return maySee(asked.exchange, noticePage(place, shown))
        }),
    }),
    definePage({
      ...page,
      path: '/notice/:code/versions',
      summary: 'Show the versions of an account’s notice',
      params: shapes.noticeCode,
      handle: (_caller, { params: { code }, ...asked }) =>
        within(code, async (tx, accountId) =>
          maySee(asked.exchange, await versionsShown(tx, await opened(tx, accountId, code, asked))),
        ),
    }),
    definePage({
      ...page,
      path: '/notice/:code/versions/:version',
      summary: 'Show one version of an account’s notice, and what changed in it',
      params: shapes.noticePlace,
      handle: (_caller, { params: { code, version }, ...asked }) =>
        within(code, async (tx, accountId) =>
          maySee(
            asked.exchange,
            await oneShown(tx, await opened(tx, accountId, code, asked), version),
          ),
        ),
    }),
  ]
}

async function versionsShown(tx: Tx, { whose, place }: Opened): Promise<string> {
  const versions = await newestCompared(tx, whose)
  return versionsPage(
    place,
    versions.map((one) => ({ ...one, changes: changesIn(one, place.language) })),
  )
}

async function oneShown(tx: Tx, { whose, place }: Opened, version: number): Promise<string> {
  const found = await comparedVersion(tx, whose, version)
  const text = found.texts[place.language]
  return versionPage(place, { ...found, text, changes: changesIn(found, place.language) })
}
