// The SQL of suppressions: numbers that are not contacted again, by a keyed tag.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { SuppressionScope } from '../consent.ts'
import { consentError } from '../errors.ts'
import type { Guard } from './guard.ts'

const tagOctets = 16

/** Tags end to end; a missing one is sixteen zeros, which no tag is. */
function packTags(tags: readonly (Uint8Array | null)[]): Buffer {
  const packed = Buffer.alloc(tags.length * tagOctets)
  for (const [index, tag] of tags.entries()) if (tag !== null) packed.set(tag, index * tagOctets)
  return packed
}

/**
 * Tag by tag in the order given. Where nobody can say what stands it is refused: whoever wrote down
 * a no that nobody has said, or left one out, could not take it back.
 */
export async function readSuppressions(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  tags: readonly (Uint8Array | null)[],
): Promise<(SuppressionScope | null)[]> {
  const { scopes, unknown } = await guard.suppressions.standing(tx, accountId, tags)
  if (unknown.size > 0) throw consentError('consent.suppressions_unknown')
  return scopes
}

/** Where nobody can say what stands, everything does. */
export async function suppressionsAtGate(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  tags: readonly (Uint8Array | null)[],
): Promise<(SuppressionScope | null)[]> {
  const { scopes, unknown } = await guard.suppressions.standing(tx, accountId, tags)
  return unknown.size === 0 ? scopes : scopes.map((scope, at) => (unknown.has(at) ? 'all' : scope))
}

/** Whether of every number somebody can say whether it has objected. */
export async function suppressionsWhole(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
): Promise<boolean> {
  const chains = await guard.suppressions.look(tx, accountId)
  return chains.every(({ isWhole, isBroken }) => isWhole && !isBroken)
}

/**
 * Adds or widens; the answer says, tag by tag in the order given, which scope stood before. Who
 * says it again says it now: the month moves on, so that no yes from between the two lifts it.
 */
export async function addSuppressions(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  added: { tags: readonly Uint8Array[]; scope: SuppressionScope; reason: string; at: Instant },
): Promise<(SuppressionScope | null)[]> {
  const before = (await guard.suppressions.standing(tx, accountId, added.tags)).scopes
  const { rows } = await tx.query<{ tag: Buffer }>(
    `with given as materialized (
       select distinct substring($2::bytea from (ord - 1) * 16 + 1 for 16) as tag
       from generate_series(1, $3::int) as ord
     )
     insert into consent.suppression as held (account_id, tag, scope, since_month, reason)
     select $1::uuid, tag, $4::text,
       date_trunc('month', $5::timestamptz at time zone 'UTC')::date, $6::text
     from given order by tag
     on conflict (account_id, tag) do update
     set scope = case when held.scope = excluded.scope then held.scope else 'all' end,
       since_month = greatest(held.since_month, excluded.since_month)
     where (held.scope <> excluded.scope and held.scope <> 'all')
       or held.since_month < excluded.since_month
     returning tag`,
    [
      accountId,
      packTags(added.tags),
      added.tags.length,
      added.scope,
      toTimestamp(added.at),
      added.reason,
    ],
  )
  const tags = rows.map(({ tag }) => tag)
  if (tags.length > 0) guard.suppressions.touch(tx, accountId, { tags, mayNarrow: false })
  return before
}

/** Opens the number to marketing again; an objection to other messages stands on. */
export async function liftSuppression(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  tag: Uint8Array,
): Promise<void> {
  const number = [accountId, Buffer.from(tag)]
  await tx.query(
    `delete from consent.suppression where account_id = $1 and tag = $2 and scope = 'marketing'`,
    number,
  )
  await tx.query(
    `update consent.suppression set scope = 'relational'
     where account_id = $1 and tag = $2 and scope = 'all'`,
    number,
  )
  guard.suppressions.touch(tx, accountId, { tags: [tag], mayNarrow: true })
}
