// Reads the journal for whoever looks: entries in words, with who did it and what it is about.
import type { z } from 'zod'
import { actorNames } from '../../accounts/index.ts'
import type { AuditActor, AuditEntry, AuditPage } from '../../audit/index.ts'
import type { AccountId, Caller, Language, SubjectId, TokenId, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  codesOfDeed,
  codesOfKind,
  type DeedKind,
  deedSentence,
  programPartName,
} from '../../words/index.ts'
import type * as shapes from '../contract.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { nameEntries } from './name-entries.ts'

type Asked = Omit<z.output<typeof shapes.auditFileQuery>, 'language'>

const instantOf = (text: string | undefined) => (text === undefined ? null : Date.parse(text))

/** Which entries are asked for, without the page. */
export const wishOf = (query: Asked): Omit<AuditPage, 'before' | 'limit'> => ({
  subjectId: (query.subjectId ?? null) as SubjectId | null,
  actions: actionsOf(query),
  actor: query.actor ?? null,
  from: instantOf(query.from),
  until: instantOf(query.before),
})

/** One deed, or those of one sort; of both asked for at once, what is in both. */
function actionsOf({ action, kind }: Asked): string[] | null {
  const one = action === undefined ? null : codesOfDeed(action)
  const sort = kind === undefined ? null : codesOfKind(kind satisfies DeedKind)
  return one === null || sort === null ? (one ?? sort) : one.filter((code) => sort.includes(code))
}

type Reader = Pick<Caller, 'accountId'> & { language: Language }

/** A page of it, newest first. */
export async function readJournal(
  deps: ContactsRoutesDeps,
  tx: Tx,
  { accountId, language }: Reader,
  page: AuditPage,
): Promise<shapes.AuditEntryView[]> {
  const entries = await deps.audit.list(tx, accountId, page)
  const names = await namesOf(deps, tx, accountId, entries)
  const about = await nameEntries(deps, tx, accountId, entries)
  return entries.map((entry, index) => ({
    ...entryView(entry, names, language),
    about: about[index] ?? [],
  }))
}

/** Who has done anything, by name; who is not known any more stands last. */
export async function readActors(
  deps: ContactsRoutesDeps,
  { accountId, language }: Reader,
  limit: number,
): Promise<shapes.AuditActorView[]> {
  return deps.database.inAccount(accountId, async (tx) => {
    const actors = await deps.audit.actors(tx, accountId, limit)
    const names = await namesOf(deps, tx, accountId, actors)
    const views = actors.map((one) => ({ ...one, name: nameOf(one, names, language) }))
    const order = new Intl.Collator(language)
    return views.sort((a, b) =>
      a.name === null || b.name === null
        ? Number(a.name === null) - Number(b.name === null)
        : order.compare(a.name, b.name),
    )
  })
}

function namesOf(
  { vault }: ContactsRoutesDeps,
  tx: Tx,
  accountId: AccountId,
  actors: readonly AuditActor[],
): Promise<Map<string, string>> {
  const ofKind = (kind: AuditActor['actorKind']) => [
    ...new Set(actors.flatMap(({ actorKind, actor }) => (actorKind === kind ? [actor] : []))),
  ]
  const asked = { users: ofKind('user') as UserId[], tokens: ofKind('token') as TokenId[] }
  return actorNames(vault, tx, accountId, asked)
}

const nameOf = (
  { actorKind, actor }: AuditActor,
  names: ReadonlyMap<string, string>,
  language: Language,
): string | null =>
  actorKind === 'system' ? programPartName(language, actor) : (names.get(actor) ?? null)

function entryView(
  entry: AuditEntry,
  names: ReadonlyMap<string, string>,
  language: Language,
): Omit<shapes.AuditEntryView, 'about'> {
  const { at, details, ...rest } = entry
  return {
    ...rest,
    actorName: nameOf(entry, names, language),
    sentence: deedSentence(language, entry.action),
    at: new Date(at).toISOString(),
    details: { ...details },
  }
}
