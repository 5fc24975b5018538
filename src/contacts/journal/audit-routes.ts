// The HTTP of the journal. It is here because the journal's own room is below the server kit.
import type { z } from 'zod'
import { actorNames } from '../../accounts/index.ts'
import type { AuditEntry } from '../../audit/index.ts'
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { Language, SubjectId, TokenId, UserId } from '../../kernel/index.ts'
import {
  codesOfDeed,
  codesOfKind,
  type DeedKind,
  deedSentence,
  programPartName,
} from '../../words/index.ts'
import type * as shapes from '../contract.ts'
import { contactsApi } from '../contract-api.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { nameEntries } from './name-entries.ts'

const auditCursor = defineCursor('audit', { id: cursorPart.uuid<AuditEntry['id']>() })

export function auditRoutes(deps: ContactsRoutesDeps): Route[] {
  const { database, audit, vault } = deps
  return [
    defineRoute({
      ...contactsApi['GET /v1/audit'],
      needs: 'audit.read',
      summary: 'Show who looked at what and who changed what, newest first',
      description: 'Each with what it is about, by its name today; of a person the masked number.',
      handle: async ({ accountId, language }, { query }) =>
        database.inAccount(accountId, async (tx) => {
          const entries = await audit.list(tx, accountId, {
            before: auditCursor.read(query.cursor)?.id ?? null,
            limit: query.limit,
            subjectId: (query.subjectId ?? null) as SubjectId | null,
            actions: actionsOf(query),
            since: query.since === undefined ? null : Date.parse(query.since),
          })
          const names = await actorNames(vault, tx, accountId, actorsOf(entries))
          const about = await nameEntries(deps, tx, accountId, entries)
          const last = entries.length < query.limit ? undefined : entries.at(-1)
          return {
            items: entries.map((entry, index) => ({
              ...entryView(entry, names, language),
              about: about[index] ?? [],
            })),
            nextCursor: last === undefined ? null : auditCursor.write({ id: last.id }),
          }
        }),
    }),
  ]
}

/** One deed, or those of one sort; of both asked for at once, what is in both. */
function actionsOf({ action, kind }: z.output<typeof shapes.auditQuery>): string[] | null {
  const one = action === undefined ? null : codesOfDeed(action)
  const sort = kind === undefined ? null : codesOfKind(kind satisfies DeedKind)
  return one === null || sort === null ? (one ?? sort) : one.filter((code) => sort.includes(code))
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
): Omit<shapes.AuditEntryView, 'about'> {
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
