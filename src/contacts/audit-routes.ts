// The HTTP of the journal. It is here because the journal's own room is below the server kit.
import { actorNames } from '../accounts/index.ts'
import type { AuditEntry } from '../audit/index.ts'
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import type { Language, SubjectId, TokenId, UserId } from '../kernel/index.ts'
import { deedSentence, programPartName } from '../words/index.ts'
import type * as shapes from './contract.ts'
import { contactsApi } from './contract-api.ts'
import type { ContactsDeps } from './deps.ts'

const auditCursor = defineCursor('audit', { id: cursorPart.uuid<AuditEntry['id']>() })

export function auditRoutes({ database, audit, vault }: ContactsDeps): Route[] {
  return [
    defineRoute({
      ...contactsApi['GET /v1/audit'],
      needs: 'audit.read',
      summary: 'Show who looked at what and who changed what, newest first',
      handle: async ({ accountId, language }, { query }) =>
        database.inAccount(accountId, async (tx) => {
          const entries = await audit.list(tx, accountId, {
            before: auditCursor.read(query.cursor)?.id ?? null,
            limit: query.limit,
            subjectId: (query.subjectId ?? null) as SubjectId | null,
            action: query.action ?? null,
          })
          const names = await actorNames(vault, tx, accountId, actorsOf(entries))
          const last = entries.length < query.limit ? undefined : entries.at(-1)
          return {
            items: entries.map((entry) => entryView(entry, names, language)),
            nextCursor: last === undefined ? null : auditCursor.write({ id: last.id }),
          }
        }),
    }),
  ]
}

function actorsOf(entries: readonly AuditEntry[]) {
  const ofKind = (kind: AuditEntry['actorKind']) => [
    ...new Set(entries.flatMap(({ actorKind, actor }) => (actorKind === kind ? [actor] : []))),
  ]
  return { users: ofKind('user') as UserId[], tokens: ofKind('token') as TokenId[] }
}

function entryView(
  { at, details, ...entry }: AuditEntry,
  names: ReadonlyMap<string, string>,
  language: Language,
): shapes.AuditEntryView {
  const { actorKind, actor, action } = entry
  return {
    ...entry,
    actorName:
      actorKind === 'system' ? programPartName(language, actor) : (names.get(actor) ?? null),
    sentence: deedSentence(language, action),
    at: new Date(at).toISOString(),
    details: { ...details },
  }
}
