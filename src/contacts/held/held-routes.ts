// The HTTP of rows that were kept apart; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { Caller, ContactId, ImportId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type * as shapes from '../contract.ts'
import { contactsApi } from '../contract-api.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { leaveHeld, readHeld, revealHeld, takeHeld } from './decide-held.ts'

const cursor = defineCursor('held-rows', { id: cursorPart.uuid() })

type ViewOf = (tx: Tx, caller: Caller, id: ContactId) => Promise<shapes.ContactView>

export function heldRoutes(deps: ContactsRoutesDeps, viewOf: ViewOf): Route[] {
  const { database, clock } = deps
  const within = <T>({ accountId }: Caller, work: (tx: Tx) => Promise<T>) =>
    database.inAccount(accountId, work)
  return [
    defineRoute({
      ...contactsApi['GET /v1/held-rows'],
      needs: 'contacts.read',
      summary: 'List rows that were kept apart and changed nobody, with the reason',
      description:
        'A row of a file that would change the data of a person whose data is restricted, or make a minor older. One for each person and import, and one for what came without an import.',
      handle: (caller, { query }) =>
        within(caller, async (tx) => {
          const { items, last } = await readHeld(deps, tx, caller, {
            importId: (query.importId ?? null) as ImportId | null,
            contactId: (query.contactId ?? null) as ContactId | null,
            after: cursor.read(query.cursor)?.id ?? null,
            limit: query.limit,
          })
          return { items, nextCursor: last === null ? null : cursor.write({ id: last }) }
        }),
    }),
    defineRoute({
      ...contactsApi['POST /v1/held-rows/{id}/reveal'],
      needs: 'contacts.reveal',
      summary: 'Show such a row in clear beside what is held; the look is recorded',
      errors: ['contacts.held_row_not_found', 'contacts.contact_erased'],
      handle: (caller, { params, body }) => {
        const { id } = params
        return within(caller, (tx) => revealHeld(deps, tx, caller, { id, ...body }))
      },
    }),
    defineRoute({
      ...contactsApi['POST /v1/held-rows/{id}/take'],
      needs: 'contacts.write',
      summary: 'Decide that such a row is right: what it says is held from now on',
      description:
        'The journal keeps the reason with your name. While the person’s data is restricted it is refused, and where the row or the contact changed since they were read.',
      errors: [
        'contacts.held_row_not_found',
        'contacts.contact_erased',
        'contacts.data_restricted',
        'contacts.held_row_stale',
        'contacts.contact_stale',
      ],
      handle: (caller, { params, body }) =>
        within(caller, async (tx) => {
          const asked = { id: params.id, ...body, at: clock.now() }
          const { contactId, changed } = await takeHeld(deps, tx, caller, asked)
          return { contact: await viewOf(tx, caller, contactId), changed }
        }),
    }),
    defineRoute({
      ...contactsApi['DELETE /v1/held-rows/{id}'],
      needs: 'contacts.write',
      summary: 'Leave such a row out: what is held stays',
      description: 'Refused where the row or the contact changed since they were read.',
      errors: [
        'contacts.held_row_not_found',
        'contacts.contact_erased',
        'contacts.held_row_stale',
        'contacts.contact_stale',
      ],
      handle: (caller, { params: { id }, query }) =>
        within(caller, (tx) => leaveHeld(deps, tx, caller, { id, ...query })),
    }),
  ]
}
