// The HTTP of the journal. It is here because the journal's own room is below the server kit.
import type { AuditEntry } from '../../audit/index.ts'
import {
  cursorPart,
  defineCursor,
  defineDownload,
  defineRoute,
  type Route,
} from '../../http/index.ts'
import { csvMediaType, odsMediaType } from '../../paper/index.ts'
import { auditActorsMax } from '../contract.ts'
import { contactsApi } from '../contract-api.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { journalCsv, journalOds } from './export-journal.ts'
import { readActors, readJournal, wishOf } from './read-journal.ts'

const auditCursor = defineCursor('audit', { id: cursorPart.uuid<AuditEntry['id']>() })

/** Each file reads the journal anew. */
const filesPerMinute = 10

export const auditRoutes = (deps: ContactsRoutesDeps): Route[] => [
  ...readingRoutes(deps),
  ...fileRoutes(deps),
]

function readingRoutes(deps: ContactsRoutesDeps): Route[] {
  return [
    defineRoute({
      ...contactsApi['GET /v1/audit'],
      needs: 'audit.read',
      summary: 'Show who looked at what and who changed what, newest first',
      description: 'Each with what it is about, by its name today; of a person the masked number.',
      handle: (caller, { query }) =>
        deps.database.inAccount(caller.accountId, async (tx) => {
          const before = auditCursor.read(query.cursor)?.id ?? null
          const page = { ...wishOf(query), before, limit: query.limit }
          const items = await readJournal(deps, tx, caller, page)
          const last = items.length < query.limit ? undefined : items.at(-1)
          const id = last?.id as AuditEntry['id'] | undefined
          return { items, nextCursor: id === undefined ? null : auditCursor.write({ id }) }
        }),
    }),
    defineRoute({
      ...contactsApi['GET /v1/audit/actors'],
      needs: 'audit.read',
      summary: 'List who has done anything that the journal tells of',
      handle: async (caller) => ({ items: await readActors(deps, caller, auditActorsMax) }),
    }),
  ]
}

function fileRoutes(deps: ContactsRoutesDeps): Route[] {
  const shared = { needs: 'audit.read', perMinuteMax: filesPerMinute } as const
  const description =
    'With the filters of the list, newest first; numbers are masked. The journal tells of it.'
  return [
    defineDownload({
      ...contactsApi['GET /v1/audit/export.csv'],
      ...{ ...shared, description, mediaType: csvMediaType },
      summary: 'Download the journal as CSV',
      handle: (caller, { query }) => journalCsv(deps, caller, query),
    }),
    defineDownload({
      ...contactsApi['GET /v1/audit/export.ods'],
      ...{ ...shared, description, mediaType: odsMediaType },
      summary: 'Download the journal as a spreadsheet',
      errors: ['contacts.journal_too_long'],
      handle: (caller, { query }) => journalOds(deps, caller, query),
    }),
  ]
}
