// The SQL of what a caller shows: sessions, API tokens, idempotency keys.
import {
  type AccountId,
  BugError,
  type Instant,
  type TokenId,
  type UserId,
} from '../kernel/index.ts'
import { arrayOf, columnArrays, type Tx, toTimestamp } from '../storage/index.ts'
import { factorFactsColumns, factorFactsJoins } from './factors/rule-store.ts'
import type { SessionRow, TokenRow, UsedTokenRow } from './tables.ts'

export async function insertSession(
  tx: Tx,
  session: {
    hash: Buffer
    userId: UserId
    accountId: AccountId
    at: Instant
    expiresAt: Instant
    withFactor: boolean
  },
): Promise<void> {
  await tx.query(
    `insert into accounts.session
       (session_hash, user_id, account_id, created_at, last_seen_at, expires_at, with_factor)
     values ($1, $2, $3, $4, $4, $5, $6)`,
    [
      session.hash,
      session.userId,
      session.accountId,
      toTimestamp(session.at),
      toTimestamp(session.expiresAt),
      session.withFactor,
    ],
  )
}

/** From now on it counts as one for which the second factor was shown. */
export async function markSessionWithFactor(tx: Tx, hash: Buffer): Promise<void> {
  await tx.query('update accounts.session set with_factor = true where session_hash = $1', [hash])
}

/** Also of those that have ended. */
export async function readTokenNames(
  tx: Tx,
  accountId: AccountId,
  tokenIds: readonly TokenId[],
): Promise<{ token_id: TokenId; name: string }[]> {
  const { rows } = await tx.query<{ token_id: TokenId; name: string }>(
    `select token_id, name from accounts.token
     where account_id = $1 and token_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(tokenIds)],
  )
  return rows
}

const sessionsStatement = {
  name: 'accounts.sessions_in_any_account',
  text: `select s.session_hash, s.user_id, s.account_id, s.last_seen_at, s.expires_at,
      s.with_factor, u.language,
      ${factorFactsColumns}
    from accounts.session s
    join accounts.user u on u.user_id = s.user_id and u.disabled_at is null
    join accounts.membership m on m.account_id = s.account_id and m.user_id = s.user_id
    ${factorFactsJoins}
    where s.session_hash = any($1::bytea[])`,
}

export async function findSessionsInAnyAccount(
  tx: Tx,
  hashes: readonly Buffer[],
): Promise<SessionRow[]> {
  const { rows } = await tx.query<SessionRow>(sessionsStatement, [arrayOf.bytea(hashes)])
  return rows
}

export async function touchSessionInAnyAccount(tx: Tx, hash: Buffer, at: Instant): Promise<void> {
  await tx.query('update accounts.session set last_seen_at = $2 where session_hash = $1', [
    hash,
    toTimestamp(at),
  ])
}

export async function moveSessionInAnyAccount(
  tx: Tx,
  hash: Buffer,
  accountId: AccountId,
): Promise<void> {
  await tx.query('update accounts.session set account_id = $2 where session_hash = $1', [
    hash,
    accountId,
  ])
}

export async function deleteSessionInAnyAccount(tx: Tx, hash: Buffer): Promise<void> {
  await tx.query('delete from accounts.session where session_hash = $1', [hash])
}

/** All of a user's sessions but one: after a new password. */
export async function deleteOtherSessionsInAnyAccount(
  tx: Tx,
  userId: UserId,
  keep: Buffer | null,
): Promise<void> {
  await tx.query(
    `delete from accounts.session where user_id = $1
       and session_hash is distinct from $2::bytea`,
    [userId, keep],
  )
}

/** Of everybody; how many there were. */
export async function deleteAllSessionsInAnyAccount(tx: Tx): Promise<number> {
  const { rowCount } = await tx.query('delete from accounts.session')
  return rowCount
}

export async function deleteSessionsOfMember(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
): Promise<void> {
  await tx.query('delete from accounts.session where account_id = $1 and user_id = $2', [
    accountId,
    userId,
  ])
}

export async function deleteExpiredSessionsInAnyAccount(tx: Tx, at: Instant): Promise<void> {
  await tx.query('delete from accounts.session where expires_at <= $1', [toTimestamp(at)])
}

const tokenColumns =
  'token_id, name, rights, created_at, expires_at, last_used_at, revoked_at, made_by'

export async function insertToken(
  tx: Tx,
  token: {
    accountId: AccountId
    tokenId: TokenId
    name: string
    hash: Buffer
    rights: readonly string[]
    createdBy: UserId | null
    madeBy: TokenId | null
    at: Instant
    expiresAt: Instant | null
  },
): Promise<TokenRow> {
  const { rows } = await tx.query<TokenRow>(
    `insert into accounts.token
       (account_id, token_id, name, token_hash, rights, created_by, made_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${tokenColumns}`,
    [
      token.accountId,
      token.tokenId,
      token.name,
      token.hash,
      token.rights,
      token.createdBy,
      token.madeBy,
      toTimestamp(token.at),
      token.expiresAt === null ? null : toTimestamp(token.expiresAt),
    ],
  )
  const row = rows[0]
  if (row === undefined) throw new BugError('an insert returned no row')
  return row
}

export async function listTokens(tx: Tx, accountId: AccountId): Promise<TokenRow[]> {
  const { rows } = await tx.query<TokenRow>(
    `select ${tokenColumns} from accounts.token where account_id = $1
     order by revoked_at is not null, created_at desc, token_id`,
    [accountId],
  )
  return rows
}

export async function findToken(
  tx: Tx,
  accountId: AccountId,
  tokenId: TokenId,
): Promise<TokenRow | null> {
  const { rows } = await tx.query<TokenRow>(
    `select ${tokenColumns} from accounts.token where account_id = $1 and token_id = $2`,
    [accountId, tokenId],
  )
  return rows[0] ?? null
}

/**
 * Revokes these tokens, those that they made and so on; returns which were not revoked before. A
 * token that makes another holds its own row (`holdMaker`): this waits for it, and looks again
 * until nothing new is there.
 */
export async function revokeTrees(
  tx: Tx,
  accountId: AccountId,
  revoked: { tokens: readonly TokenId[]; at: Instant },
): Promise<TokenId[]> {
  const all: TokenId[] = []
  for (;;) {
    const { rows } = await tx.query<{ token_id: TokenId }>(
      `with recursive tree as (
         select token_id from accounts.token where account_id = $1 and token_id = any($2::uuid[])
         union
         select t.token_id from accounts.token t join tree on t.made_by = tree.token_id
         where t.account_id = $1
       )
       update accounts.token set revoked_at = $3
       where account_id = $1 and token_id in (select token_id from tree) and revoked_at is null
       returning token_id`,
      [accountId, arrayOf.uuid(revoked.tokens), toTimestamp(revoked.at)],
    )
    if (rows.length === 0) return all
    all.push(...rows.map((row) => row.token_id))
  }
}

type MakingToken = { created_by: UserId | null; rights: string[]; expires_at: Instant | null }

/** What a token is made of that makes something now; null when it was revoked meanwhile. */
export async function holdMaker(
  tx: Tx,
  accountId: AccountId,
  tokenId: TokenId,
): Promise<MakingToken | null> {
  const { rows } = await tx.query<MakingToken>(
    `select created_by, rights, expires_at from accounts.token
     where account_id = $1 and token_id = $2 and revoked_at is null for share`,
    [accountId, tokenId],
  )
  return rows[0] ?? null
}

/** The maker, so that what a token makes is theirs too; null of what nobody made. */
export async function makerOfToken(
  tx: Tx,
  accountId: AccountId,
  tokenId: TokenId,
): Promise<UserId | null> {
  const { rows } = await tx.query<{ created_by: UserId | null }>(
    'select created_by from accounts.token where account_id = $1 and token_id = $2',
    [accountId, tokenId],
  )
  return rows[0]?.created_by ?? null
}

/** The maker's tokens that have a right outside `rights`. */
export async function tokensBeyond(
  tx: Tx,
  maker: { accountId: AccountId; userId: UserId; rights: readonly string[] },
): Promise<TokenId[]> {
  const { rows } = await tx.query<{ token_id: TokenId }>(
    `select token_id from accounts.token
     where account_id = $1 and created_by = $2 and revoked_at is null and not rights <@ $3::text[]
     order by token_id for update`,
    [maker.accountId, maker.userId, maker.rights],
  )
  return rows.map((row) => row.token_id)
}

const tokensStatement = {
  name: 'accounts.tokens_in_any_account',
  text: `select t.token_hash, t.account_id, t.token_id, t.rights, t.last_used_at, a.language
    from accounts.token t join accounts.account a on a.account_id = t.account_id
    where t.token_hash = any($1::bytea[]) and t.revoked_at is null
      and (t.expires_at is null or t.expires_at > $2)`,
}

/** Those of these tokens that exist and have not ended. */
export async function findTokensInAnyAccount(
  tx: Tx,
  hashes: readonly Buffer[],
  at: Instant,
): Promise<UsedTokenRow[]> {
  const { rows } = await tx.query<UsedTokenRow>(tokensStatement, [
    arrayOf.bytea(hashes),
    toTimestamp(at),
  ])
  return rows
}

export async function touchTokensInAnyAccount(
  tx: Tx,
  hashes: readonly Buffer[],
  at: Instant,
): Promise<void> {
  await tx.query(
    'update accounts.token set last_used_at = $2 where token_hash = any($1::bytea[])',
    [arrayOf.bytea(hashes), toTimestamp(at)],
  )
}

export type IdempotencyRow = { fingerprint: Buffer; answer_sealed: Buffer | null }

/** Which of these keys are new; the others were there already. */
export async function insertKeys(
  tx: Tx,
  batch: { accountId: AccountId; keys: readonly string[]; fingerprints: Buffer[]; at: Instant },
): Promise<Set<string>> {
  const { rows } = await tx.query<{ key: string }>(
    {
      name: 'accounts.insert_keys',
      text: `insert into accounts.idempotency (account_id, key, fingerprint, started_at)
        select $1::uuid, key, fingerprint, $4::timestamptz
        from unnest($2::text[], $3::bytea[]) as given (key, fingerprint)
        on conflict do nothing returning key`,
    },
    [
      batch.accountId,
      arrayOf.text(batch.keys),
      arrayOf.bytea(batch.fingerprints),
      toTimestamp(batch.at),
    ],
  )
  return new Set(rows.map(({ key }) => key))
}

export async function findKeys(
  tx: Tx,
  accountId: AccountId,
  keys: readonly string[],
): Promise<Map<string, IdempotencyRow>> {
  const { rows } = await tx.query<IdempotencyRow & { key: string }>(
    `select key, fingerprint, answer_sealed from accounts.idempotency
     where account_id = $1 and key = any($2::text[])`,
    [accountId, arrayOf.text(keys)],
  )
  return new Map(rows.map((row) => [row.key, row]))
}

export type FinishedKey = { key: string; status: number; answerSealed: Buffer }

export async function finishKeys(
  tx: Tx,
  accountId: AccountId,
  finished: readonly FinishedKey[],
): Promise<void> {
  await tx.query(
    {
      name: 'accounts.finish_keys',
      text: `update accounts.idempotency held
        set status = given.status, answer_sealed = given.answer
        from unnest($2::text[], $3::smallint[], $4::bytea[]) as given (key, status, answer)
        where held.account_id = $1::uuid and held.key = given.key`,
    },
    [
      accountId,
      ...columnArrays(finished, [
        ['text', ({ key }) => key],
        ['int2', ({ status }) => status],
        ['bytea', ({ answerSealed }) => answerSealed],
      ]),
    ],
  )
}

export async function deleteKey(tx: Tx, accountId: AccountId, key: string): Promise<void> {
  await tx.query('delete from accounts.idempotency where account_id = $1 and key = $2', [
    accountId,
    key,
  ])
}

export async function deleteOldKeys(tx: Tx, accountId: AccountId, before: Instant): Promise<void> {
  await tx.query('delete from accounts.idempotency where account_id = $1 and started_at < $2', [
    accountId,
    toTimestamp(before),
  ])
}

/** For the self-check: how many are open, and how many of them would last longer than that. */
export async function sessionsInAnyAccount(
  tx: Tx,
  { now, until }: { now: Instant; until: Instant },
): Promise<{ open: number; tooLong: number }> {
  const { rows } = await tx.query<{ open: number; tooLong: number }>(
    `select count(*)::int as open, (count(*) filter (where expires_at > $2))::int as "tooLong"
     from accounts.session where expires_at > $1`,
    [toTimestamp(now), toTimestamp(until)],
  )
  return rows[0] ?? { open: 0, tooLong: 0 }
}
