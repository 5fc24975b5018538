// The HTTP of contacts; thin. Numbers leave masked, except by the one route that records the look.
import type { z } from 'zod'
import { classifyColumns } from '../classification/index.ts'
import { cursorPart, defineCursor, defineDownload, defineRoute, type Route } from '../http/index.ts'
import {
  type AccountId,
  type ContactId,
  type ImportId,
  isoTime,
  type Language,
  type ListId,
  type SegmentId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { sentence } from '../words/index.ts'
import { actOnNumber, lookAtNumbers } from './ask-of-numbers.ts'
import { openContacts, plainFields } from './body.ts'
import * as shapes from './contract.ts'
import { contactsApi } from './contract-api.ts'
import { customFieldRoutes } from './custom-fields/custom-field-routes.ts'
import { viewCustom } from './custom-fields/custom-values.ts'
import type { ContactsRoutesDeps, Counted, KeptCounts, Narrowing } from './deps.ts'
import { contactsError } from './errors.ts'
import { exportContacts } from './export-contacts.ts'
import { emailTag, referenceTag } from './found-by.ts'
import { heldRoutes } from './held/held-routes.ts'
import { deleteContact } from './hold-subject.ts'
import { auditRoutes } from './journal/audit-routes.ts'
import { listRoutes, viewOfList } from './lists/list-routes.ts'
import { findList } from './lists/list-store.ts'
import { retentionRoutes } from './retention-routes.ts'
import { revealContact } from './reveal-contact.ts'
import { correctContact } from './rights/correct-contact.ts'
import { readForAccount, saveContact } from './save-contact.ts'
import { snapshotOf } from './segments/choose-audience.ts'
import { segmentRoutes } from './segments/segment-routes.ts'
import { pagesOf, type Wish } from './segments/show-people.ts'
import { inOrder, viewStatuses } from './status/person-status.ts'
import type { FoundPage } from './status/status-store.ts'
import { type ContactRecord, findByTags, findByValue, findContact, findContacts } from './store.ts'
import { contactViewOf } from './view.ts'

const contactCursor = defineCursor('contacts', { id: cursorPart.uuid<ContactId>() })
const changeCursor = defineCursor('contacts-by-change', {
  at: cursorPart.instant(),
  id: cursorPart.uuid<ContactId>(),
})

export function contactsRoutes(deps: ContactsRoutesDeps): Route[] {
  const view = viewOfList(deps, (tx, accountId, id) => snapshotOf(deps, tx, accountId, id))
  return [
    ...readingRoutes(deps),
    ...countingRoutes(deps),
    ...writingRoutes(deps),
    changingRoute(deps),
    ...retentionRoutes(deps),
    ...listRoutes(deps, view),
    ...segmentRoutes(deps, {
      list: ({ accountId }, id) => view(accountId, id as ListId),
      contacts: (caller, ids) =>
        deps.database.inAccount(caller.accountId, async (tx) =>
          viewsOf(deps, tx, caller, await findContacts(tx, caller.accountId, ids)),
        ),
    }),
    ...heldRoutes(deps, async (tx, caller, id) =>
      viewOf(deps, tx, caller, await findContact(tx, caller.accountId, id)),
    ),
    ...auditRoutes(deps),
    ...customFieldRoutes(deps),
  ]
}

type Reader = { accountId: AccountId; language: Language }

/** Those erased meanwhile are left out. */
async function viewsOf(
  deps: ContactsRoutesDeps,
  tx: Tx,
  reader: Reader,
  contacts: readonly ContactRecord[],
): Promise<shapes.ContactView[]> {
  const opened = await openContacts(deps.vault, tx, reader.accountId, contacts)
  const people = contacts.flatMap((contact) => {
    const open = opened.get(contact.subjectId)
    return open === undefined ? [] : [{ contact, open }]
  })
  const shown = people.map(({ contact }) => contact)
  const statuses = await viewStatuses(deps, tx, reader, shown)
  return people.map(({ contact, open }, index) =>
    contactViewOf(contact, { open, status: statuses[index] as shapes.StatusView }, reader.language),
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
      description:
        'A page may hold fewer than asked for, and none, and go on: only a missing `nextCursor` is the end. A segment with rules over custom fields opens sealed values, so its first page is recorded, and once an hour what goes on.',
      errors: segmentErrors,
      handle: async (caller, { query }) => {
        const { accountId } = caller
        const wish = wishOf(query)
        const pages = await pagesOf(deps, caller, wish)
        const { found, ...place } = await pages(wish)
        const ids = found.map(({ id }) => id)
        const items = await database.inAccount(accountId, async (tx) =>
          viewsOf(deps, tx, caller, await findContacts(tx, accountId, ids)),
        )
        return { items, nextCursor: cursorOf(place) }
      },
    }),
    defineRoute({
      ...contactsApi['POST /v1/contacts/search'],
      needs: 'contacts.read',
      summary: 'Find contacts by a number, an e-mail or one’s own reference',
      errors: ['contacts.too_many_numbers'],
      handle: (caller, { body }) => {
        const asked = { where: 'contacts.search', numbers: 1 }
        return lookAtNumbers(deps, caller, asked, () => search(deps, caller, body))
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

/** What was asked for, for the log: ids, codes and days. */
const told = (query: z.output<typeof shapes.contactFilters>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  )

const instantOf = (text: string | undefined) => (text === undefined ? null : Date.parse(text))

const segmentErrors = [
  'contacts.segment_not_found',
  'contacts.list_not_found',
  'contacts.custom_field_unknown',
  'contacts.custom_value_unread',
  'contacts.campaign_not_kept',
] as const

const narrowingOf = (query: shapes.ContactCountsQuery): Narrowing => ({
  importId: (query.importId ?? null) as ImportId | null,
  isImported: query.source === undefined ? null : query.source === 'import',
  country: query.country ?? null,
  postcodeArea: query.postcodeArea ?? null,
  from: instantOf(query.addedFrom),
  until: instantOf(query.addedUntil),
})

/** A cursor of one order is refused by the other. */
function placeOf({ sort, cursor }: Pick<z.output<typeof shapes.contactQuery>, 'sort' | 'cursor'>) {
  const isByChange = sort === 'changed'
  const changed = isByChange ? changeCursor.read(cursor) : null
  const added = isByChange ? null : contactCursor.read(cursor)
  return {
    isOldestFirst: sort === 'oldest',
    isByChange,
    after: changed?.id ?? added?.id ?? null,
    afterChange: changed?.at ?? null,
  }
}

function cursorOf({ through, throughChange }: Omit<FoundPage, 'found'>) {
  if (through === null) return null
  return throughChange === null
    ? contactCursor.write({ id: through })
    : changeCursor.write({ at: throughChange, id: through })
}

function wishOf(query: z.output<typeof shapes.contactQuery>): Wish {
  return {
    listId: (query.listId ?? null) as ListId | null,
    segmentId: (query.segmentId ?? null) as SegmentId | null,
    status: query.status ?? null,
    marketingState: query.marketingState ?? null,
    ...narrowingOf(query),
    ...placeOf(query),
    limit: query.limit,
  }
}

/** Each value that the text can be is looked for by its tag: nobody is opened to be found. */
function search(
  deps: ContactsRoutesDeps,
  { accountId, language }: Reader,
  asked: shapes.ContactSearch,
): Promise<z.input<typeof shapes.contactFound>> {
  const { vault } = deps
  const written = asked.number ?? asked.text ?? ''
  return deps.database.inAccount(accountId, async (tx) => {
    const read = await readForAccount(deps, tx, accountId, { ...asked, number: written })
    const isNumber = !('reason' in read)
    const ofNumber = isNumber
      ? await findByTags(tx, accountId, [vault.numberTag(accountId, read.number)])
      : []
    const others = asked.text === undefined ? [] : await findByText(deps, tx, accountId, written)
    const seen = new Set(ofNumber.map(({ id }) => id))
    const found = [...ofNumber, ...others.filter(({ id }) => !seen.has(id))]
    const contacts = await viewsOf(
      deps,
      tx,
      { accountId, language },
      found.slice(0, shapes.foundMax),
    )
    return { contact: contacts[0] ?? null, contacts }
  })
}

function findByText(
  { vault }: ContactsRoutesDeps,
  tx: Tx,
  accountId: AccountId,
  text: string,
): Promise<ContactRecord[]> {
  const tags = {
    email: emailTag(vault, accountId, text),
    reference: referenceTag(vault, accountId, text),
  }
  return findByValue(tx, accountId, { ...tags, limit: shapes.foundMax })
}

/** A field that would hold data of articles 9 or 10: it is told which way such values come in. */
function ofSpecialCategory(name: string, language: Language): string | null {
  const [column] = classifyColumns([name], [])
  if (column?.finding.class !== 'special') return null
  return sentence(language, 'contacts.field_special', { name })
}

async function countedOf(
  counts: KeptCounts,
  tx: Tx,
  accountId: AccountId,
  { listId, narrowing }: { listId: ListId | null; narrowing: Narrowing },
): Promise<Counted> {
  if (Object.values(narrowing).some((one) => one !== null)) {
    return counts.ofNarrowed(tx, accountId, listId, narrowing)
  }
  if (listId === null) return counts.ofAll(tx, accountId)
  const counted = (await counts.ofLists(tx, accountId, [listId])).get(listId)
  if (counted === undefined) throw contactsError('contacts.list_not_found')
  return counted
}

function countingRoutes(deps: ContactsRoutesDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/contacts/counts'],
      needs: 'contacts.read',
      summary: 'Count the contacts of the account, of a list or of a filter, by their status',
      errors: ['contacts.list_not_found'],
      handle: async ({ accountId }, { query }) =>
        database.inAccount(accountId, async (tx) => {
          const listId = (query.listId ?? null) as ListId | null
          if (listId !== null && (await findList(tx, accountId, listId)) === null) {
            throw contactsError('contacts.list_not_found')
          }
          const of = { listId, narrowing: narrowingOf(query) }
          const counted = await countedOf(deps.counts, tx, accountId, of)
          const statuses = inOrder(counted.statuses)
          const people = statuses.reduce((sum, one) => sum + one.people, 0)
          return { people, statuses, countedAt: isoTime(counted.countedAt) }
        }),
    }),
    defineDownload({
      ...contactsApi['POST /v1/contacts/export'],
      needs: 'contacts.reveal',
      summary: 'Export contacts in clear as CSV, with their status, for a recorded reason',
      mediaType: 'text/csv',
      errors: segmentErrors,
      handle: async (caller, { query, body: { reason } }) => {
        const wish = wishOf({ ...query, limit: 1, sort: 'newest' })
        const pages = await pagesOf(deps, caller, wish)
        await database.inAccount(caller.accountId, (tx) =>
          deps.audit.record(tx, caller, {
            ...{ action: 'contacts.exported', reason, details: told(query) },
          }),
        )
        const stream = exportContacts(deps, caller, { wish, pages })
        return { fileName: 'contacts.csv', mediaType: 'text/csv', stream }
      },
    }),
  ]
}

/** Of what is written for one person. */
const writtenErrors = [
  'contacts.custom_field_unknown',
  'contacts.custom_value_unread',
  'contacts.email_unusable',
  'contacts.value_never_kept',
  'contacts.value_sensitive',
  'contacts.data_restricted',
  'contacts.minor_protected',
] as const

/** Whoever may not see what is held can replace it: nothing of it is shown. */
function changingRoute(deps: ContactsRoutesDeps): Route {
  return defineRoute({
    ...contactsApi['PATCH /v1/contacts/{id}'],
    needs: 'contacts.write',
    summary: 'Change what is held of a contact beside its number, which stays',
    description:
      'Held to the rules of an imported file: official numbers, bank data and sensitive data are refused. The journal names the fields that were changed, and never what they say. While a person’s data is restricted nothing of it is changed: their own request (`/v1/person-requests`) corrects it. A date of birth that makes a minor older needs a `reason`, which the journal keeps. A new number is another person until they agree: add a contact.',
    unknownField: ofSpecialCategory,
    errors: [
      'contacts.contact_not_found',
      'contacts.contact_erased',
      'contacts.contact_stale',
      ...writtenErrors,
    ],
    handle: (caller, { params, body }) =>
      deps.database.inAccount(caller.accountId, async (tx) => {
        const contactId = params.id as ContactId
        const at = deps.clock.now()
        const asked = { ...body, contactId, at, action: 'contacts.changed' as const }
        const changed = await correctContact(deps, tx, caller, asked)
        const contact = await findContact(tx, caller.accountId, contactId)
        return { contact: await viewOf(deps, tx, caller, contact), changed }
      }),
  })
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
        ...writtenErrors,
      ],
      handle: (caller, { body }) => {
        const save = () =>
          database.inAccount(caller.accountId, async (tx) => {
            const input = { request: body, at: deps.clock.now() }
            const { contact, created } = await saveContact(deps, tx, caller, input)
            return { contact: await viewOf(deps, tx, caller, contact), created }
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
        'What proves their consent stays sealed to a set date (see /v1/proof-holds) and lets nothing leave; whoever agreed to nothing leaves nothing. An objection stays as a tag. The erasure is under way until the key that opens old copies is destroyed: GET /v1/contacts/retention says until when. Nobody is deleted whose data is restricted (GDPR, article 18), or of whom a request waits for its answer: `details.requestId` names it. Whoever asks to be erased is erased by their request.',
      errors: [
        'contacts.contact_not_found',
        'contacts.deletion_restricted',
        'contacts.deletion_request_open',
      ],
      handle: async (caller, { params }) =>
        database.inAccount(caller.accountId, (tx) =>
          deleteContact(deps, tx, caller, { contactId: params.id as ContactId, asked: null }),
        ),
    }),
  ]
}
