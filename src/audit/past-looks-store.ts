// The SQL of looks at people's data: past the account's period these entries go, and no others.
import { type AccountId, firstIdOf, type Instant, type SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import { codesOfKind } from '../words/index.ts'

const dayMs = 86_400_000

/** By this version and by earlier ones. */
export const lookCodes: readonly string[] = codesOfKind('looks')

/**
 * Looks in the account in $1 from before $3, but at none of the people in $5: they are about to be
 * told who looked, or their data may only be kept.
 */
const pastLooks = `
from audit.entry e
where e.account_id = $1 and e.id < $2 and e.at < $3 and e.action = any($4::text[])
  and (e.subject_id is null or e.subject_id <> all($5::uuid[]))`

type Past = { before: Instant; asking: readonly SubjectId[] }

const valuesOf = (accountId: AccountId, { before, asking }: Past) => [
  accountId,
  firstIdOf(before + dayMs),
  toTimestamp(before),
  arrayOf.text(lookCodes),
  arrayOf.uuid(asking),
]

export async function countPastLooks(
  tx: Tx,
  accountId: AccountId,
  { most, ...past }: Past & { most: number },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select ${pastLooks} limit $6) found`,
    [...valuesOf(accountId, past), most],
  )
  return rows[0]?.count ?? 0
}

/** Of these people, what would go otherwise: each person’s looks are walked by their own index. */
export async function countLooksAt(
  tx: Tx,
  accountId: AccountId,
  { before, most, people }: { before: Instant; most: number; people: readonly SubjectId[] },
): Promise<number> {
  if (people.length === 0) return 0
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
       select from audit.entry e
       where e.account_id = $1 and e.subject_id = any($5::uuid[]) and e.id < $2 and e.at < $3
         and e.action = any($4::text[]) limit $6) found`,
    [...valuesOf(accountId, { before, asking: people }), most],
  )
  return rows[0]?.count ?? 0
}

export async function deletePastLooks(
  tx: Tx,
  accountId: AccountId,
  { after, limit, ...past }: Past & { after: string | null; limit: number },
): Promise<{ deleted: number; rows: Record<string, number>; last: string | null }> {
  const { rows: found } = await tx.query<{ id: string }>(
    `select e.id ${pastLooks} and ($6::uuid is null or e.id > $6) order by e.id limit $7`,
    [...valuesOf(accountId, past), after, limit],
  )
  const last = found.length < limit ? null : (found.at(-1)?.id ?? null)
  if (found.length === 0) return { deleted: 0, rows: {}, last }
  const { rows } = await tx.query<{ gone: number }>(
    'select audit.delete_looks($1, $2::uuid[], $3)::int as gone',
    [accountId, arrayOf.uuid(found.map(({ id }) => id)), toTimestamp(past.before)],
  )
  const deleted = rows[0]?.gone ?? 0
  return { deleted, rows: { looks: deleted }, last }
}

/** By each code from its index: of what is no look there may be millions before. */
export async function oldestLook(tx: Tx, accountId: AccountId): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant }>(
    `select e.at from unnest($2::text[]) as code
     cross join lateral (select at from audit.entry
       where account_id = $1 and action = code order by id limit 1) e
     order by e.at limit 1`,
    [accountId, arrayOf.text(lookCodes)],
  )
  return rows[0]?.at ?? null
}
