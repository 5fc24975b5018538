// The HTTP of lists and of the legal entities that the account sends for; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { AccountId, Caller, ContactId, ControllerId, ListId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { List } from '../contact.ts'
import type * as shapes from '../contract.ts'
import { contactsApi } from '../contract-api.ts'
import type { ContactsRoutesDeps, Counted } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { controllerViewOf, listViewOf } from '../view.ts'
import { changeMembers } from './change-members.ts'
import { readControllers, readFormerNames } from './controller-store.ts'
import { listChangeRoutes } from './list-change-routes.ts'
import { findList, readLists } from './list-store.ts'
import { createController, createList } from './make-list.ts'
import { renameController } from './rename-controller.ts'

const listCursor = defineCursor('lists', { id: cursorPart.uuid<ListId>() })

type Snapshot = (
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
) => Promise<shapes.SegmentSnapshot | null>
export type ViewOfList = (accountId: AccountId, id: ListId) => Promise<shapes.ListView>

/** One list, with the segment that it was made of. */
export const viewOfList =
  (deps: ContactsRoutesDeps, snapshotOf: Snapshot): ViewOfList =>
  (accountId, id) =>
    deps.database.inAccount(accountId, async (tx) => {
      const list = await demandList(tx, accountId, id)
      const counted = (await deps.counts.ofLists(tx, accountId, [id])).get(id)
      const segment = await snapshotOf(tx, accountId, id)
      return listViewOf(list, counted ?? ofNobody(deps), segment)
    })

const ofNobody = ({ clock }: ContactsRoutesDeps): Counted => ({
  statuses: [],
  countedAt: clock.now(),
})

export function listRoutes(deps: ContactsRoutesDeps, view: ViewOfList): Route[] {
  return [
    ...listsRoutes(deps, view),
    ...listChangeRoutes(deps, view),
    ...memberRoutes(deps),
    ...controllerRoutes(deps),
  ]
}

async function demandList(tx: Tx, accountId: AccountId, id: string): Promise<List> {
  const list = await findList(tx, accountId, id as ListId)
  if (list === null) throw contactsError('contacts.list_not_found')
  return list
}

function listsRoutes(deps: ContactsRoutesDeps, view: ViewOfList): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/lists'],
      needs: 'contacts.read',
      summary: 'List the lists, newest first',
      handle: async ({ accountId }, { query }) =>
        database.inAccount(accountId, async (tx) => {
          const before = listCursor.read(query.cursor)?.id ?? null
          const lists = await readLists(tx, accountId, { before, limit: query.limit })
          const last = lists.length < query.limit ? undefined : lists.at(-1)
          const ids = lists.map(({ id }) => id)
          const counts = await deps.counts.ofLists(tx, accountId, ids)
          return {
            items: lists.map((list) => listViewOf(list, counts.get(list.id) ?? ofNobody(deps))),
            nextCursor: last === undefined ? null : listCursor.write({ id: last.id }),
          }
        }),
    }),
    defineRoute({
      ...contactsApi['POST /v1/lists'],
      needs: 'contacts.write',
      summary: 'Make an empty list',
      handle: async ({ accountId }, { body }) =>
        database.inAccount(accountId, async (tx) =>
          listViewOf(
            await createList(deps, tx, accountId, {
              name: body.name,
              at: deps.clock.now(),
              controllerId: null,
            }),
            ofNobody(deps),
          ),
        ),
    }),
    defineRoute({
      ...contactsApi['GET /v1/lists/{id}'],
      needs: 'contacts.read',
      summary: 'Show a list with how many it has',
      errors: ['contacts.list_not_found'],
      handle: ({ accountId }, { params }) => view(accountId, params.id as ListId),
    }),
  ]
}

function memberRoutes(deps: ContactsRoutesDeps): Route[] {
  const change = (caller: Caller, asked: { how: 'join' | 'leave'; id: string; ids: string[] }) =>
    deps.database.inAccount(caller.accountId, async (tx) => {
      const { id: listId } = await demandList(tx, caller.accountId, asked.id)
      const contactIds = asked.ids as ContactId[]
      return changeMembers(deps, tx, caller, { listId, contactIds, how: asked.how })
    })
  return [
    defineRoute({
      ...contactsApi['POST /v1/lists/{id}/members'],
      needs: 'contacts.write',
      summary: 'Put contacts into a list',
      errors: ['contacts.list_not_found'],
      handle: (caller, { params: { id }, body }) =>
        change(caller, { how: 'join', id, ids: body.contactIds }),
    }),
    defineRoute({
      ...contactsApi['POST /v1/lists/{id}/members/remove'],
      needs: 'contacts.write',
      summary: 'Take contacts out of a list; they stay contacts',
      errors: ['contacts.list_not_found'],
      handle: (caller, { params: { id }, body }) =>
        change(caller, { how: 'leave', id, ids: body.contactIds }),
    }),
    defineRoute({
      ...contactsApi['DELETE /v1/lists/{id}/members/{contactId}'],
      needs: 'contacts.write',
      summary: 'Take a contact out of a list',
      errors: ['contacts.list_not_found'],
      handle: (caller, { params: { id, contactId } }) =>
        change(caller, { how: 'leave', id, ids: [contactId] }),
    }),
  ]
}

function controllerRoutes(deps: ContactsRoutesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/controllers'],
      needs: 'account.read',
      summary: 'List the legal entities that the account sends for',
      handle: async ({ accountId }) =>
        database.inAccount(accountId, async (tx) => {
          const former = await readFormerNames(tx, accountId)
          const controllers = await readControllers(tx, accountId)
          return { items: controllers.map((one) => controllerViewOf(one, former)) }
        }),
    }),
    defineRoute({
      ...contactsApi['POST /v1/controllers'],
      needs: 'account.manage',
      summary: 'Add a legal entity that the account sends for',
      errors: ['contacts.controller_exists'],
      handle: async (caller, { body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const named = { name: body.name, at: deps.clock.now() }
          const made = await createController(deps, tx, caller.accountId, named)
          const details = { controllerId: made.id }
          await deps.audit.record(tx, caller, { action: 'contacts.controller_added', details })
          return controllerViewOf(made, [])
        }),
    }),
    defineRoute({
      ...contactsApi['PATCH /v1/controllers/{id}'],
      needs: 'account.manage',
      summary: 'Rename a legal entity that the account sends for',
      description:
        'The same entity under another name. Published wordings, their entries in the ledger and the proofs of consents keep the name that people read. Another company is another entity: nobody agreed to it.',
      errors: ['contacts.controller_not_found', 'contacts.controller_exists'],
      handle: async (caller, { params, body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const named = { id: params.id as ControllerId, name: body.name }
          const renamed = await renameController(deps, tx, caller, named)
          return controllerViewOf(renamed, await readFormerNames(tx, caller.accountId))
        }),
    }),
  ]
}
