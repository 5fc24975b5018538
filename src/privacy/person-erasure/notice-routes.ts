// The HTTP of what recipients are told of erasures, for whoever manages the installation. Thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import { privacyApi } from '../contract-api.ts'
import type { ErasureDeps } from './deps.ts'
import { noteOnNotice, pageOfNotices, textOfNotice } from './notices.ts'

/** Read by a person who copies it elsewhere. */
const perMinuteMax = 30

const noticeCursor = defineCursor('erasure_notices', {
  notedAt: cursorPart.instant(),
  id: cursorPart.uuid(),
})

export function noticeRoutes(deps: ErasureDeps): Route[] {
  return [
    defineRoute({
      ...privacyApi['GET /v1/erasure-notices'],
      needs: 'installation.manage',
      summary: 'List what suppliers are told of erasures and have not answered, oldest first',
      handle: async (_caller, { query }) => {
        const after = noticeCursor.read(query.cursor)
        const { items, last } = await pageOfNotices(deps, { after, limit: query.limit })
        return { items, nextCursor: last === null ? null : noticeCursor.write(last) }
      },
    }),
    defineRoute({
      ...privacyApi['POST /v1/erasure-notices/{id}'],
      needs: 'installation.manage',
      summary: 'Record that a supplier was told of an erasure, and what they answered',
      errors: ['privacy.recipient_not_found'],
      handle: (caller, { params, body }) => noteOnNotice(deps, caller, { ...params, ...body }),
    }),
    defineRoute({
      ...privacyApi['POST /v1/erasure-notices/{id}/text'],
      needs: 'installation.manage',
      summary: 'Read what a supplier is told, ready to be copied, for a recorded reason',
      perMinuteMax,
      errors: ['privacy.recipient_not_found', 'privacy.notice_text_gone'],
      handle: (caller, { params, body }) => textOfNotice(deps, caller, { ...params, ...body }),
    }),
  ]
}
