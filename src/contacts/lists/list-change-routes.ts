// The HTTP of lists that change as a whole; thin.
import { idParams } from '../../http/contract.ts'
import { defineRoute, nothing, type Route } from '../../http/index.ts'
import type { AccountId, ContactId, ListId } from '../../kernel/index.ts'
import * as shapes from '../contract.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { findContact } from '../store.ts'
import { deleteList, mergeLists, nameList, splitList } from './change-lists.ts'
import { listNames, listsOfContact } from './list-change-store.ts'

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
      method: 'PATCH',
      path: '/v1/lists/{id}',
      needs: 'contacts.write',
      summary: 'Give a list another name',
      params: idParams,
      body: shapes.listRequest,
      response: shapes.listView,
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
      method: 'DELETE',
      path: '/v1/lists/{id}',
      needs: 'contacts.write',
      summary: 'Delete a list; its people stay contacts',
      params: idParams,
      response: nothing,
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
      method: 'POST',
      path: '/v1/lists/{id}/merge',
      needs: 'contacts.write',
      summary: 'Put the people of other lists into this one, and delete the others',
      params: idParams,
      body: shapes.mergeRequest,
      response: shapes.listView,
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
        return view(caller.accountId, into)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/lists/{id}/split',
      needs: 'contacts.write',
      summary: 'Deal the people of a list out into new lists of one size',
      params: idParams,
      body: shapes.splitRequest,
      response: shapes.splitDone,
      status: 201,
      errors: ['contacts.list_not_found', 'contacts.too_few_to_split'],
      handle: async (caller, { params, body }) => {
        const listId = params.id as ListId
        const made = await database.inAccount(caller.accountId, (tx) =>
          splitList(deps, tx, caller, { listId, parts: body.parts }),
        )
        return { items: await Promise.all(made.map((id) => view(caller.accountId, id))) }
      },
    }),
  ]
}

/** For whoever chooses one: nobody is counted, however long they are. */
function namesRoute({ database }: ContactsRoutesDeps): Route {
  return defineRoute({
    method: 'GET',
    path: '/v1/lists/names',
    needs: 'contacts.read',
    summary: 'Show the names of the lists, without counting their people',
    response: shapes.listNames,
    handle: ({ accountId }) =>
      database.inAccount(accountId, async (tx) => ({ items: await listNames(tx, accountId) })),
  })
}

function ofContactRoute({ database }: ContactsRoutesDeps): Route {
  return defineRoute({
    method: 'GET',
    path: '/v1/contacts/{id}/lists',
    needs: 'contacts.read',
    summary: 'Show the lists that a contact is in',
    params: idParams,
    response: shapes.listNames,
    errors: ['contacts.contact_not_found'],
    handle: ({ accountId }, { params }) =>
      database.inAccount(accountId, async (tx) => {
        const contact = await findContact(tx, accountId, params.id as ContactId)
        if (contact === null) throw contactsError('contacts.contact_not_found')
        return { items: await listsOfContact(tx, accountId, contact.id) }
      }),
  })
}
