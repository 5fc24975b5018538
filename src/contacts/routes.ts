// The HTTP of contacts; thin. Numbers are masked, except in the one route that records the reveal.
import { classifyColumns } from '../classification/index.ts'
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import type { AccountId, ContactId, Language, ListId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import { actOnNumber, lookAtNumbers } from './ask-of-numbers.ts'
import { auditRoutes } from './audit-routes.ts'
import { openContacts, plainFields } from './body.ts'
import type * as shapes from './contract.ts'
import { contactsApi } from './contract-api.ts'
import { customFieldRoutes } from './custom-fields/custom-field-routes.ts'
import { viewCustom } from './custom-fields/custom-values.ts'
import type { ContactsRoutesDeps } from './deps.ts'
import { contactsError } from './errors.ts'
import { deleteContact } from './hold-subject.ts'
import { listRoutes } from './list-routes.ts'
import { marketingOf } from './marketing-truth.ts'
import { retentionRoutes } from './retention-routes.ts'
import { revealContact } from './reveal-contact.ts'
import { readForAccount, saveContact } from './save-contact.ts'
import { type ContactRecord, findByTags, findContact, listContacts } from './store.ts'
import { contactViewOf } from './view.ts'

const contactCursor = defineCursor('contacts', { id: cursorPart.uuid<ContactId>() })

export function contactsRoutes(deps: ContactsRoutesDeps): Route[] {
  return [
    ...readingRoutes(deps),
    ...writingRoutes(deps),
    ...retentionRoutes(deps),
    ...listRoutes(deps),
    ...auditRoutes(deps),
    ...customFieldRoutes(deps),
  ]
}

type Reader = { accountId: AccountId; language: Language }

/** Those erased meanwhile are left out. */
async function viewsOf(
  deps: ContactsRoutesDeps,
  tx: Tx,
  { accountId, language }: Reader,
  contacts: readonly ContactRecord[],
): Promise<shapes.ContactView[]> {
  const opened = await openContacts(deps.vault, tx, accountId, contacts)
  const people = contacts.flatMap((contact) => {
    const open = opened.get(contact.subjectId)
    return open === undefined ? [] : [{ contact, open }]
  })
  const truths = await marketingOf(deps, tx, accountId, people)
  return people.map(({ contact, open }, index) =>
    contactViewOf(contact, { open, marketing: truths[index] ?? 'no_consent' }, language),
  )
}

async function viewOf(
  deps: ContactsRoutesDeps,
  tx: Tx,
  reader: Reader,
  contact: ContactRecord | null,
): Promise<shapes.ContactView> {
  if (contact === null) throw contactsError('contacts.contact_not_found')
  const [view] = await viewsOf(deps, tx, reader, [contact])
  if (view === undefined) throw contactsError('contacts.contact_erased')
  return view
}

function readingRoutes(deps: ContactsRoutesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/contacts'],
      needs: 'contacts.read',
      summary: 'List contacts, newest first',
      handle: async ({ accountId, language }, { query }) =>
        database.inAccount(accountId, async (tx) => {
          const contacts = await listContacts(tx, accountId, {
            listId: (query.listId ?? null) as ListId | null,
            marketingState: query.marketingState ?? null,
            before: contactCursor.read(query.cursor)?.id ?? null,
            limit: query.limit,
          })
          const last = contacts.length < query.limit ? undefined : contacts.at(-1)
          return {
            items: await viewsOf(deps, tx, { accountId, language }, contacts),
            nextCursor: last === undefined ? null : contactCursor.write({ id: last.id }),
          }
        }),
    }),
    defineRoute({
      ...contactsApi['POST /v1/contacts/search'],
      needs: 'contacts.read',
      summary: 'Find the contact of a number',
      errors: ['contacts.too_many_numbers'],
      handle: (caller, { body }) => {
        const asked = { where: 'contacts.search', numbers: 1 }
        return lookAtNumbers(deps, caller, asked, () => findByNumber(deps, caller, body))
      },
    }),
    defineRoute({
      ...contactsApi['GET /v1/contacts/{id}'],
      needs: 'contacts.read',
      summary: 'Show a contact, its number masked',
      errors: ['contacts.contact_not_found', 'contacts.contact_erased'],
      handle: async ({ accountId, language }, { params }) =>
        database.inAccount(accountId, async (tx) =>
          viewOf(
            deps,
            tx,
            { accountId, language },
            await findContact(tx, accountId, params.id as ContactId),
          ),
        ),
    }),
  ]
}

function findByNumber(
  deps: ContactsRoutesDeps,
  { accountId, language }: Reader,
  asked: Pick<shapes.ContactRequest, 'number' | 'country'>,
): Promise<{ contact: shapes.ContactView | null }> {
  return deps.database.inAccount(accountId, async (tx) => {
    const read = await readForAccount(deps, tx, accountId, asked)
    if ('reason' in read) return { contact: null }
    const tag = deps.vault.numberTag(accountId, read.number)
    const found = await findByTags(tx, accountId, [tag])
    const [contact] = await viewsOf(deps, tx, { accountId, language }, found)
    return { contact: contact ?? null }
  })
}

/** A field that would hold data of articles 9 or 10: it is told which way such values come in. */
function ofSpecialCategory(name: string, language: Language): string | null {
  const [column] = classifyColumns([name], [])
  if (column?.finding.class !== 'special') return null
  return sentence(language, 'contacts.field_special', { name })
}

function writingRoutes(deps: ContactsRoutesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['POST /v1/contacts'],
      needs: 'contacts.write',
      summary: 'Add a contact, or add to the one that has this number',
      unknownField: ofSpecialCategory,
      errors: [
        'contacts.number_unusable',
        'contacts.list_not_found',
        'contacts.too_many_numbers',
        'contacts.custom_field_unknown',
        'contacts.custom_value_unread',
      ],
      handle: (caller, { body }) => {
        const { accountId, language } = caller
        const save = () =>
          database.inAccount(accountId, async (tx) => {
            const input = { accountId, request: body, at: deps.clock.now() }
            const { contact, created } = await saveContact(deps, tx, input)
            return { contact: await viewOf(deps, tx, { accountId, language }, contact), created }
          })
        const asked = { where: 'contacts.add', number: body.number }
        // Who is there already is what somebody tries to learn.
        return actOnNumber(deps, caller, asked, save, ({ created }) => created)
      },
    }),
    defineRoute({
      ...contactsApi['POST /v1/contacts/{id}/reveal'],
      needs: 'contacts.reveal',
      summary: 'Show a contact in clear; who looked, when and why is recorded',
      errors: ['contacts.contact_not_found', 'contacts.contact_erased'],
      handle: async (caller, { params, body }) => {
        const look = { contactId: params.id as ContactId, reason: body.reason }
        // The answer is written after the commit: a look that was not recorded shows nothing.
        const { contact, body: open } = await database.inAccount(caller.accountId, (tx) =>
          revealContact(deps, tx, caller, look),
        )
        const custom = await database.inAccount(caller.accountId, (tx) =>
          viewCustom(tx, caller, open.fields.custom),
        )
        return { id: contact.id, number: open.number, fields: plainFields(open.fields), custom }
      },
    }),
    defineRoute({
      ...contactsApi['DELETE /v1/contacts/{id}'],
      needs: 'contacts.write',
      summary: 'Delete a contact and destroy the key of its data',
      description:
        'What proves their consent stays sealed to a set date (see /v1/proof-holds) and lets nothing leave; whoever agreed to nothing leaves nothing. An objection stays as a tag. The erasure is under way until the key that opens old copies is destroyed: GET /v1/contacts/retention says until when.',
      errors: ['contacts.contact_not_found'],
      handle: async (caller, { params }) =>
        database.inAccount(caller.accountId, (tx) =>
          deleteContact(deps, tx, caller, params.id as ContactId),
        ),
    }),
  ]
}
