// Contacts leave as a file: in clear, by right, and the log says who took which of them.
import type { Caller, ContactId } from '../kernel/index.ts'
import { withoutFormulas } from '../paper/index.ts'
import { sentence } from '../words/index.ts'
import { openContacts } from './body.ts'
import { contactFieldNames } from './contract.ts'
import { readCustomFields } from './custom-fields/custom-fields-store.ts'
import type { ContactsRoutesDeps } from './deps.ts'
import { type ContactPages, pagesOfAll } from './segments/show-people.ts'
import { viewStatuses } from './status/person-status.ts'
import type { ContactQuery } from './status/status-store.ts'
import { findContacts } from './store.ts'

const pageContacts = 500

/** Of all lists, whatever their status. */
const everybody: Omit<ContactQuery, 'after' | 'limit'> = {
  ...{ listId: null, status: null, marketingState: null, importId: null, isImported: null },
  ...{ country: null, postcodeArea: null, from: null, until: null },
  ...{ isOldestFirst: false, isByChange: false, afterChange: null },
}

/** A text that a spreadsheet would take for a formula is kept a text; a number keeps its plus. */
function cell(value: string): string {
  const safe = withoutFormulas(value)
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const columns = [
  'number',
  ...contactFieldNames,
  'status',
  'status_sentence',
  'status_since',
  'added_at',
] as const
/** Custom fields stand behind the others, as they are kept. */
const afterFields = 1 + contactFieldNames.length

type ExportDeps = Pick<ContactsRoutesDeps, 'database' | 'vault' | 'statuses' | 'clock'>

/** Every contact of the account. */
export const exportEverybody = (deps: ExportDeps, caller: Caller): AsyncGenerator<string> =>
  exportContacts(deps, caller, { wish: everybody, pages: pagesOfAll(deps, caller.accountId) })

/** Page by page, each as true as its moment; those erased meanwhile are left out. */
export async function* exportContacts(
  deps: ExportDeps,
  caller: Caller,
  { wish, pages }: { wish: Omit<ContactQuery, 'after' | 'limit'>; pages: ContactPages },
): AsyncGenerator<string> {
  const { accountId } = caller
  const custom = await deps.database.inAccount(accountId, (tx) => readCustomFields(tx, accountId))
  const head = [
    ...columns.slice(0, afterFields).map((name) => say(caller, name)),
    ...custom.map(({ name }) => cell(name)),
    ...columns.slice(afterFields).map((name) => say(caller, name)),
  ]
  // Excel reads UTF-8 by this mark alone.
  yield `\uFEFF${head.join(',')}\r\n`
  let after: ContactId | null = null
  for (;;) {
    const query: ContactQuery = { ...wish, after, limit: pageContacts }
    const { found, through } = await pages(query)
    const ids = found.map(({ id }) => id)
    const text = await deps.database.inAccount(accountId, async (tx) => {
      const contacts = await findContacts(tx, accountId, ids)
      const opened = await openContacts(deps.vault, tx, accountId, contacts)
      const statuses = await viewStatuses(deps, tx, caller, contacts)
      const lines = contacts.flatMap((contact, index) => {
        const body = opened.get(contact.subjectId)?.body
        const status = statuses[index]
        if (body === undefined || status === undefined) return []
        const cells = [
          cell(body.number),
          ...contactFieldNames.map((name) => cell(body.fields[name] ?? '')),
          ...custom.map(({ key }) => cell(body.fields.custom?.[key] ?? '')),
          ...[status.code, cell(status.sentence), status.at ?? ''],
          new Date(contact.createdAt).toISOString(),
        ]
        return [`${cells.join(',')}\r\n`]
      })
      return lines.join('')
    })
    if (text !== '') yield text
    if (through === null) return
    after = through
  }
}

const say = ({ language }: Caller, name: string): string =>
  sentence(language, `contacts.column_${name}`) ?? name
