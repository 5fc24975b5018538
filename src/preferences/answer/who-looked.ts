// Who looked at one person's data: each look and act, exports of whole lists, names where decided.
import { actorNames, memberRoles } from '../../accounts/index.ts'
import type { AuditEntry } from '../../audit/index.ts'
import type { AccountId, Instant, Language, TokenId, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { deedSentence, exportDeeds } from '../../words/index.ts'
import type { AnswerDeps, NamesDecision } from '../deps.ts'
import type { Whose } from '../person-page.ts'

/** A look at the person's data: when, what for, and in which role (CJEU C-579/21). */
export type Look = {
  at: Instant
  what: string
  purpose: string | null
  role: string
  /** Only where the account decided that names are given; null of the program, or not known. */
  name: string | null
}

/** Newest first; `count` is of all of them, also of those that are not listed. */
export type Looks = { listed: readonly Look[]; count: number }

export type WhoLooked = {
  looks: Looks
  /** Files that held many people, made while the person was in the account. */
  exports: Looks
  names: NamesDecision | null
}

/** Of each of both in one answer. */
const looksMax = 20_000
const countedTo = 1_000_000

export async function whoLooked(
  deps: AnswerDeps,
  tx: Tx,
  of: { whose: Whose; since: Instant; language: Language },
): Promise<WhoLooked> {
  const { whose, since, language } = of
  const { accountId, subjectId } = whose
  const ofPerson = { before: null, subjectId }
  const ofMany = { before: null, actions: exportDeeds, from: since }
  const looks = await deps.audit.list(tx, accountId, { ...ofPerson, limit: looksMax })
  const exports = await deps.audit.list(tx, accountId, { ...ofMany, limit: looksMax })
  const names = await deps.answer.namesDecision(tx, accountId)
  const areNamed = names?.areGiven === true
  const listed = await toldOf(deps, tx, {
    ...{ accountId, language, areNamed, entries: [...looks, ...exports] },
  })
  return {
    looks: {
      listed: listed.slice(0, looks.length),
      count: await deps.audit.count(tx, accountId, { ...ofPerson, limit: countedTo }),
    },
    exports: {
      listed: listed.slice(looks.length),
      count: await deps.audit.count(tx, accountId, { ...ofMany, limit: countedTo }),
    },
    names,
  }
}

async function toldOf(
  { vault }: Pick<AnswerDeps, 'vault'>,
  tx: Tx,
  of: {
    accountId: AccountId
    language: Language
    areNamed: boolean
    entries: readonly AuditEntry[]
  },
): Promise<Look[]> {
  const { accountId, language, areNamed, entries } = of
  const roles = await memberRoles(tx, accountId)
  const idsOf = (kind: AuditEntry['actorKind']) => [
    ...new Set(entries.flatMap((one) => (one.actorKind === kind ? [one.actor] : []))),
  ]
  const actors = { users: idsOf('user') as UserId[], tokens: idsOf('token') as TokenId[] }
  const names = areNamed
    ? await actorNames(vault, tx, accountId, actors)
    : new Map<string, string>()
  return entries.map(({ at, action, reason, actorKind, actor }) => ({
    ...{ at, what: deedSentence(language, action) ?? action, purpose: reason },
    role: actorKind === 'user' ? (roles.get(actor) ?? 'former') : actorKind,
    name: names.get(actor) ?? null,
  }))
}
