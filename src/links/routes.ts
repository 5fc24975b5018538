// The HTTP of links: made and counted for the account, followed by everybody. Thin.
import {
  cursorPart,
  defineCursor,
  definePage,
  defineRoute,
  languageOf,
  type Route,
} from '../http/index.ts'
import { linkCode } from './contract.ts'
import { linksApi } from './contract-api.ts'
import { clickCounter } from './count-clicks.ts'
import type { LinksDeps } from './deps.ts'
import { followLink } from './follow-link.ts'
import * as keep from './keep-link.ts'
import { notFoundPage } from './not-found-page.ts'
import { countClicks } from './store.ts'

/** From one address: behind that of a mobile operator there are thousands of handsets. */
const clicksPerMinute = 6_000

const linkCursor = defineCursor('links', {
  createdAt: cursorPart.instant(),
  id: cursorPart.uuid(),
})

export function linksRoutes(deps: LinksDeps): Route[] {
  return [...settingRoutes(deps), ...accountRoutes(deps), clickRoute(deps)]
}

function settingRoutes(deps: LinksDeps): Route[] {
  return [
    defineRoute({
      ...linksApi['GET /v1/link-settings'],
      needs: 'account.read',
      summary: 'Show whether the account uses short links',
      handle: (caller) => keep.readSettings(deps, caller),
    }),
    defineRoute({
      ...linksApi['PUT /v1/link-settings'],
      needs: 'account.manage',
      summary: 'Switch short links on or off; those that were made go on leading where they led',
      errors: ['links.address_missing'],
      handle: (caller, { body }) => keep.changeSettings(deps, caller, body.isOn),
    }),
  ]
}

function accountRoutes(deps: LinksDeps): Route[] {
  return [
    defineRoute({
      ...linksApi['POST /v1/links'],
      needs: 'campaigns.prepare',
      summary: 'Make a short link to an https address',
      description:
        'Put `shortUrl` into a text. It is the same for everybody: a click is counted by day and ' +
        'by group (a person, a machine, unknown), and nothing of whoever clicked is kept.',
      errors: [
        'links.switched_off',
        'links.address_missing',
        'links.target_unfit',
        'links.too_many',
      ],
      handle: (caller, { body }) => keep.makeLink(deps, caller, body.target),
    }),
    defineRoute({
      ...linksApi['GET /v1/links'],
      needs: 'messages.read',
      summary: 'List short links with their clicks, newest first',
      handle: async (caller, { query }) => {
        const before = linkCursor.read(query.cursor)
        const { items, last } = await keep.readLinks(deps, caller, {
          before,
          limit: query.limit,
          code: query.code ?? null,
        })
        return { items, nextCursor: last === null ? null : linkCursor.write(last) }
      },
    }),
    defineRoute({
      ...linksApi['GET /v1/links/{id}'],
      needs: 'messages.read',
      summary: 'Show a short link with its clicks by day',
      errors: ['links.link_not_found'],
      handle: (caller, { params }) => keep.readLink(deps, caller, params.id),
    }),
    defineRoute({
      ...linksApi['POST /v1/links/{id}/switch-off'],
      needs: 'campaigns.prepare',
      summary: 'Switch a short link off for good: it leads nowhere, and its figures stay',
      errors: ['links.link_not_found'],
      handle: (caller, { params }) => keep.switchLinkOff(deps, caller, params.id),
    }),
  ]
}

function clickRoute(deps: LinksDeps): Route {
  const { database, clock } = deps
  const countClick = clickCounter(({ accountId, id, who }, clicks) =>
    database.inAccount(accountId, (tx) =>
      countClicks(tx, accountId, { id, who, clicks, at: clock.now() }),
    ),
  )
  return definePage({
    method: 'GET',
    path: '/l/:code',
    needs: 'none',
    summary: 'Follow a short link',
    params: linkCode,
    perMinuteMax: clicksPerMinute,
    failed: (_problem, language) => notFoundPage(language),
    handle: async (_caller, { params, exchange }) => {
      // Each time anew: a link that was switched off leads nowhere from then on.
      exchange.setHeader('cache-control', 'no-store')
      const target = await followLink({ ...deps, countClick }, params.code, exchange)
      const language = languageOf(exchange.header('accept-language') ?? undefined)
      if (target === null) return { status: 404, html: notFoundPage(language ?? exchange.language) }
      return { status: 303, html: '', location: target }
    },
  })
}
