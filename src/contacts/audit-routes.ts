// The HTTP of the log: it stands here because the log's own room is below the server kit.
import type { AuditEntry } from '../audit/index.ts'
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import type { SubjectId } from '../kernel/index.ts'
import * as shapes from './contract.ts'
import type { ContactsDeps } from './deps.ts'

const auditCursor = defineCursor('audit', { id: cursorPart.uuid<AuditEntry['id']>() })

export function auditRoutes({ database, audit }: ContactsDeps): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/audit',
      needs: 'audit.read',
      summary: 'Show who looked at what and who changed what, newest first',
      query: shapes.auditQuery,
      response: shapes.auditPage,
      handle: async ({ accountId }, { query }) => {
        const entries = await database.inAccount(accountId, (tx) =>
          audit.list(tx, accountId, {
            before: auditCursor.read(query.cursor)?.id ?? null,
            limit: query.limit,
            subjectId: (query.subjectId ?? null) as SubjectId | null,
            action: query.action ?? null,
          }),
        )
        const last = entries.length < query.limit ? undefined : entries.at(-1)
        return {
          items: entries.map(entryView),
          nextCursor: last === undefined ? null : auditCursor.write({ id: last.id }),
        }
      },
    }),
  ]
}

function entryView({ at, details, ...entry }: AuditEntry): shapes.AuditEntryView {
  return { ...entry, at: new Date(at).toISOString(), details: { ...details } }
}
