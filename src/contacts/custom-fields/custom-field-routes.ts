// The HTTP of custom fields; thin.
import { defineRoute, type Route } from '../../http/index.ts'
import type { CustomFieldId } from '../../kernel/index.ts'
import { contactsApi } from '../contract-api.ts'
import type { ContactsDeps } from '../deps.ts'
import { readCustomFields } from './custom-fields-store.ts'
import { changeCustomField, createCustomField, customFieldViewOf } from './manage-custom-fields.ts'

export function customFieldRoutes(deps: ContactsDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/custom-fields'],
      needs: 'contacts.read',
      summary: 'List the custom fields of the account, oldest first',
      handle: async ({ accountId }) =>
        database.inAccount(accountId, async (tx) => ({
          items: (await readCustomFields(tx, accountId)).map(customFieldViewOf),
        })),
    }),
    defineRoute({
      ...contactsApi['POST /v1/custom-fields'],
      needs: 'contacts.write',
      summary: 'Add a custom field: imports can fill it, and texts can show it',
      description:
        'Its values are sealed under the key of each person, and erased with it. Type and key stay; the name can change.',
      errors: [
        'contacts.custom_field_refused',
        'contacts.custom_field_exists',
        'contacts.custom_key_taken',
        'contacts.custom_fields_too_many',
      ],
      handle: async (caller, { body }) =>
        database.inAccount(caller.accountId, async (tx) =>
          customFieldViewOf(await createCustomField(deps, tx, caller, body)),
        ),
    }),
    defineRoute({
      ...contactsApi['PATCH /v1/custom-fields/{id}'],
      needs: 'contacts.write',
      summary: 'Rename a custom field, archive it, or take it up again',
      errors: [
        'contacts.custom_field_not_found',
        'contacts.custom_field_refused',
        'contacts.custom_field_exists',
        'contacts.custom_fields_too_many',
      ],
      handle: async (caller, { params, body }) =>
        database.inAccount(caller.accountId, async (tx) => {
          const id = params.id as CustomFieldId
          return customFieldViewOf(await changeCustomField(deps, tx, caller, { id, change: body }))
        }),
    }),
  ]
}
