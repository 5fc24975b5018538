// The HTTP of lists that change as a whole; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import { type AccountId, type ContactId, isoTime, type ListId } from '../../kernel/index.ts'
import type * as shapes from '../contract.ts'
import { contactsApi } from '../contract-api.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { findContact } from '../store.ts'
import { deleteList, mergeLists, nameList, splitList } from './change-lists.ts'
import { type ListName, listNames, listsOfContact } from './list-change-store.ts'

type View = (accountId: AccountId, id: ListId) => Promise<shapes.ListView>

export function listChangeRoutes(deps: ContactsRoutesDeps, view: View): Route[] {
  return [
    ...nameRoutes(deps, view),
    ...sharingRoutes(deps, view),
    namesRoute(deps),
    ofContactRoute(deps),
  ]
}

function nameRoutes(deps: ContactsRoutesDeps, view: View): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['PATCH /v1/lists/{id}'],
      needs: 'contacts.write',
      summary: 'Give a list another name',
      errors: ['contacts.list_not_found'],
      handle: async (caller, { params, body }) => {
        const listId = params.id as ListId
        await database.inAccount(caller.accountId, (tx) =>
          nameList(deps, tx, caller, { listId, name: body.name }),
        )
        return view(caller.accountId, listId)
      },
    }),
    defineRoute({
      ...contactsApi['DELETE /v1/lists/{id}'],
      needs: 'contacts.write',
      summary: 'Delete a list; its people stay contacts',
      errors: ['contacts.list_not_found', 'contacts.list_in_use'],
      handle: (caller, { params }) =>
        database.inAccount(caller.accountId, (tx) =>
          deleteList(deps, tx, caller, params.id as ListId),
        ),
    }),
  ]
}

function sharingRoutes(deps: ContactsRoutesDeps, view: View): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['POST /v1/lists/{id}/merge'],
      needs: 'contacts.write',
      summary: 'Put the people of other lists into this one, and delete the others',
      errors: [
        'contacts.list_not_found',
        'contacts.list_in_use',
        'contacts.nothing_to_merge',
        'contacts.lists_of_different_entities',
      ],
      handle: async (caller, { params, body }) => {
        const into = params.id as ListId
        const from = body.listIds as ListId[]
        await database.inAccount(caller.accountId, (tx) =>
          mergeLists(deps, tx, caller, { into, from }),
        )
        deps.counts.forget(caller.accountId)
        return view(caller.accountId, into)
      },
    }),
    defineRoute({
      ...contactsApi['POST /v1/lists/{id}/split'],
      needs: 'contacts.write',
      summary: 'Deal the people of a list out into new lists of one size',
      errors: ['contacts.list_not_found', 'contacts.too_few_to_split'],
      handle: async (caller, { params, body }) => {
        const listId = params.id as ListId
        const made = await database.inAccount(caller.accountId, (tx) =>
          splitList(deps, tx, caller, { listId, parts: body.parts }),
        )
        deps.counts.forget(caller.accountId)
        return { items: await Promise.all(made.map((id) => view(caller.accountId, id))) }
      },
    }),
  ]
}

const nameViews = (lists: readonly ListName[]) => ({
  items: lists.map(({ createdAt, ...list }) => ({ ...list, createdAt: isoTime(createdAt) })),
})

/** For whoever chooses one: nobody is counted, however long they are. */
function namesRoute({ database }: ContactsRoutesDeps): Route {
  return defineRoute({
    ...contactsApi['GET /v1/lists/names'],
    needs: 'contacts.read',
    summary: 'Show the names of the lists, without counting their people',
    handle: ({ accountId }, { query }) => {
      const id = (query.id ?? null) as ListId | null
      const wish = { ...query, name: query.name ?? null, id }
      return database.inAccount(accountId, async (tx) =>
        nameViews(await listNames(tx, accountId, wish)),
      )
    },
  })
}

function ofContactRoute({ database }: ContactsRoutesDeps): Route {
  return defineRoute({
    ...contactsApi['GET /v1/contacts/{id}/lists'],
    needs: 'contacts.read',
    summary: 'Show the lists that a contact is in',
    errors: ['contacts.contact_not_found'],
    handle: ({ accountId }, { params }) =>
      database.inAccount(accountId, async (tx) => {
        const contact = await findContact(tx, accountId, params.id as ContactId)
        if (contact === null) throw contactsError('contacts.contact_not_found')
        return nameViews(await listsOfContact(tx, accountId, contact.id))
      }),
  })
}
