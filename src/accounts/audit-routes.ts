// The HTTP of the account's log of deeds: who looked at what, who changed what.
import { z } from 'zod'
import type { Audit } from '../audit/index.ts'
import { defineRoute, type Route, readCursor, writeCursor } from '../http/index.ts'
import type { SubjectId } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import { auditPage, auditQuery } from './contract.ts'

export function auditRoutes(deps: { database: Database; audit: Pick<Audit, 'list'> }): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/audit',
      needs: 'audit.read',
      summary: 'List who looked at what and who changed what, newest first',
      query: auditQuery,
      response: auditPage,
      errors: ['http.cursor_invalid'],
      handle: async ({ accountId }, { query }) => {
        const before = z
          .uuid()
          .nullable()
          .parse(readCursor(query.cursor, 1)?.[0] ?? null)
        const entries = await deps.database.inAccount(accountId, (tx) =>
          deps.audit.list(tx, accountId, {
            before: before as Parameters<Audit['list']>[2]['before'],
            limit: query.limit,
            subjectId: (query.subjectId ?? null) as SubjectId | null,
            action: query.action ?? null,
          }),
        )
        const last = entries.at(-1)
        const isFull = entries.length === query.limit
        return {
          items: entries.map(({ at, ...entry }) => ({ ...entry, at: new Date(at).toISOString() })),
          nextCursor: last !== undefined && isFull ? writeCursor([last.id]) : null,
        }
      },
    }),
  ]
}
