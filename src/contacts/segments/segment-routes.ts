// The HTTP of segments; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { Caller, ContactId, ListId, SegmentId } from '../../kernel/index.ts'
import type * as shapes from '../contract.ts'
import { contactsApi } from '../contract-api.ts'
import type { segmentStatuses } from '../contract-segments.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { chooseAudience } from './choose-audience.ts'
import { countPage } from './count-page.ts'
import {
  changeSegment,
  demandSegment,
  dropSegment,
  listSegments,
  makeSegment,
} from './keep-segment.ts'
import { searchNames, type Within } from './search-names.ts'

const countCursor = defineCursor('segment-count', {
  id: cursorPart.uuid<ContactId>(),
  of: cursorPart.integer(),
})
/** Each reads all contacts of the account. */
const choicesPerMinuteMax = 6

type Views = {
  list(caller: Caller, listId: string): Promise<shapes.ListView>
  contacts(caller: Caller, ids: readonly ContactId[]): Promise<shapes.ContactView[]>
}

export function segmentRoutes(deps: ContactsRoutesDeps, views: Views): Route[] {
  return [...namingRoutes(deps), ...peopleRoutes(deps, views), searchRoute(deps, views)]
}

const ofRules = [
  'contacts.list_not_found',
  'contacts.custom_field_unknown',
  'contacts.custom_value_unread',
  'contacts.campaign_not_kept',
] as const

function namingRoutes(deps: ContactsRoutesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/segments'],
      needs: 'contacts.read',
      summary: 'List the segments, by name',
      handle: ({ accountId }) =>
        database.inAccount(accountId, async (tx) => ({
          items: await listSegments(deps, tx, accountId),
        })),
    }),
    defineRoute({
      ...contactsApi['POST /v1/segments'],
      needs: 'contacts.write',
      summary: 'Give rules a name: those who fit are found anew each time',
      errors: [...ofRules, 'contacts.segment_exists', 'contacts.segments_too_many'],
      handle: (caller, { body }) =>
        database.inAccount(caller.accountId, (tx) => makeSegment(deps, tx, caller, body)),
    }),
    defineRoute({
      ...contactsApi['GET /v1/segments/{id}'],
      needs: 'contacts.read',
      summary: 'Show a segment with its rules',
      errors: ['contacts.segment_not_found'],
      handle: ({ accountId }, { params }) =>
        database.inAccount(accountId, (tx) =>
          demandSegment(deps, tx, accountId, params.id as SegmentId),
        ),
    }),
    defineRoute({
      ...contactsApi['PATCH /v1/segments/{id}'],
      needs: 'contacts.write',
      summary: 'Rename a segment, or change its rules',
      description: 'Campaigns that were prepared keep the people and the rules that they had.',
      errors: ['contacts.segment_not_found', ...ofRules, 'contacts.segment_exists'],
      handle: (caller, { params, body }) =>
        database.inAccount(caller.accountId, (tx) =>
          changeSegment(deps, tx, caller, { id: params.id as SegmentId, change: body }),
        ),
    }),
    defineRoute({
      ...contactsApi['DELETE /v1/segments/{id}'],
      needs: 'contacts.write',
      summary: 'Delete a segment; its people stay, and so do campaigns that were prepared with it',
      errors: ['contacts.segment_not_found'],
      handle: (caller, { params }) =>
        database.inAccount(caller.accountId, (tx) =>
          dropSegment(deps, tx, caller, params.id as SegmentId),
        ),
    }),
  ]
}

type Counted = { status: (typeof segmentStatuses)[number]; people: number }

function peopleRoutes(deps: ContactsRoutesDeps, views: Views): Route[] {
  return [
    defineRoute({
      ...contactsApi['POST /v1/segments/count'],
      needs: 'contacts.read',
      summary: 'Count who fits some rules, by their status, saved or not',
      description:
        'Rules over custom fields and over the last message are counted a span of contacts at a time: add up the answers until `nextCursor` is null. A count over custom fields opens sealed values, so it is recorded: as it begins, and once an hour as it goes on.',
      errors: [...ofRules, 'contacts.search_changed', 'contacts.too_many_counts'],
      handle: async (caller, { body }) => {
        const { match, rules } = body
        const { looked, statuses, next } = await countPage(deps, caller, {
          rules: { match, rules },
          within: (body.listId ?? null) as ListId | null,
          after: countCursor.read(body.cursor),
        })
        return {
          looked,
          people: statuses.reduce((sum, { people }) => sum + people, 0),
          statuses: statuses as Counted[],
          nextCursor: next === null ? null : countCursor.write(next),
        }
      },
    }),
    defineRoute({
      ...contactsApi['POST /v1/segments/{id}/audience'],
      needs: 'campaigns.prepare',
      summary: 'Choose the people who fit a segment now, as a list that a campaign can name',
      description:
        'The list stays as it is, with the rules by which it was made, and is not shown among the others. A week later it is emptied, unless a campaign still has to read it.',
      errors: ['contacts.segment_not_found', ...ofRules, 'contacts.lists_of_different_entities'],
      perMinuteMax: choicesPerMinuteMax,
      handle: async (caller, { params }) =>
        views.list(caller, await chooseAudience(deps, caller, params.id as SegmentId)),
    }),
  ]
}

const searchCursor = defineCursor('name-search', {
  id: cursorPart.uuid<ContactId>(),
  looked: cursorPart.integer(),
  of: cursorPart.integer(),
})

function searchRoute(deps: ContactsRoutesDeps, views: Views): Route {
  return defineRoute({
    ...contactsApi['POST /v1/contacts/search-names'],
    needs: 'contacts.read',
    summary: 'Find people by name inside a list, a segment, both of them or all contacts',
    description:
      'Names are sealed: people are opened and compared a span at a time. Go on until `nextCursor` is null. Answers are masked; each search is recorded, without the name that was looked for.',
    errors: [
      'contacts.list_not_found',
      'contacts.segment_not_found',
      'contacts.custom_field_unknown',
      'contacts.custom_value_unread',
      'contacts.campaign_not_kept',
      'contacts.search_too_long',
      'contacts.search_changed',
      'contacts.too_many_searches',
    ],
    handle: async (caller, { body }) => {
      const { text, listId, segmentId } = body
      const after = searchCursor.read(body.cursor)
      const within =
        listId === undefined && segmentId === undefined
          ? ('all' as const)
          : ({
              ...(listId === undefined ? {} : { listId }),
              ...(segmentId === undefined ? {} : { segmentId }),
            } as Exclude<Within, 'all'>)
      const found = await searchNames(deps, caller, { within, text, after })
      return {
        items: await views.contacts(caller, found.ids),
        looked: found.looked,
        people: found.people,
        nextCursor: found.after === null ? null : searchCursor.write(found.after),
      }
    },
  })
}
