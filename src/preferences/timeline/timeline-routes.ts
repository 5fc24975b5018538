// The HTTP of a person's line of time. Thin.
import { z } from 'zod'
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { ContactId } from '../../kernel/index.ts'
import { preferencesApi } from '../contract-api.ts'
import type { PreferencesDeps } from '../deps.ts'
import { readTimeline } from './timeline.ts'

const timelineCursor = defineCursor('timeline', {
  at: cursorPart.instant(),
  id: { schema: z.string().max(80) },
})

export function timelineRoutes(deps: PreferencesDeps): Route[] {
  return [
    defineRoute({
      ...preferencesApi['GET /v1/contacts/{id}/timeline'],
      needs: 'contacts.read',
      summary: 'Show what happened with a contact: messages, replies, consents, looks, requests',
      errors: ['preferences.contact_not_found'],
      handle: async (caller, { params, query }) => {
        const contactId = params.id as ContactId
        const before = timelineCursor.read(query.cursor) as { at: number; id: string } | null
        const asked = { contactId, before, limit: query.limit }
        const { items, last, notShown } = await readTimeline(deps, caller, asked)
        return { items, notShown, nextCursor: last === null ? null : timelineCursor.write(last) }
      },
    }),
  ]
}
