// The SQL of what a caller shows: sessions, API tokens, idempotency keys.
import {
  type AccountId,
  BugError,
  type Instant,
  type TokenId,
  type UserId,
} from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { SessionRow, TokenRow, UsedTokenRow } from './tables.ts'

export async function insertSession(
  tx: Tx,
  session: {
    hash: Buffer
    userId: UserId
    accountId: AccountId
    at: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await tx.query(
    `insert into accounts.session
       (session_hash, user_id, account_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $4, $5)`,
    [
      session.hash,
      session.userId,
      session.accountId,
      toTimestamp(session.at),
      toTimestamp(session.expiresAt),
    ],
  )
}

const sessionStatement = {
  name: 'accounts.session_in_any_account',
  text: `select s.user_id, s.account_id, s.last_seen_at, s.expires_at, m.role, u.staff_role,
      u.language
    from accounts.session s
    join accounts.user u on u.user_id = s.user_id and u.disabled_at is null
    join accounts.membership m on m.account_id = s.account_id and m.user_id = s.user_id
    where s.session_hash = $1`,
}

export async function findSessionInAnyAccount(tx: Tx, hash: Buffer): Promise<SessionRow | null> {
  const { rows } = await tx.query<SessionRow>(sessionStatement, [hash])
  return rows[0] ?? null
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

const tokenColumns = 'token_id, name, rights, created_at, last_used_at, revoked_at'

export async function insertToken(
  tx: Tx,
  token: {
    accountId: AccountId
    tokenId: TokenId
    name: string
    hash: Buffer
    rights: readonly string[]
    createdBy: UserId | null
    at: Instant
  },
): Promise<TokenRow> {
  const { rows } = await tx.query<TokenRow>(
    `insert into accounts.token
       (account_id, token_id, name, token_hash, rights, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${tokenColumns}`,
    [
      token.accountId,
      token.tokenId,
      token.name,
      token.hash,
      token.rights,
      token.createdBy,
      toTimestamp(token.at),
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

export async function revokeToken(
  tx: Tx,
  accountId: AccountId,
  tokenId: TokenId,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update accounts.token set revoked_at = coalesce(revoked_at, $3)
     where account_id = $1 and token_id = $2`,
    [accountId, tokenId, toTimestamp(at)],
  )
  return rowCount === 1
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

/** Revokes the maker's tokens that have a right outside `rights`; returns which. */
export async function revokeTokensBeyond(
  tx: Tx,
  maker: { accountId: AccountId; userId: UserId; rights: readonly string[]; at: Instant },
): Promise<TokenId[]> {
  const { rows } = await tx.query<{ token_id: TokenId }>(
    `update accounts.token set revoked_at = $4
     where account_id = $1 and created_by = $2 and revoked_at is null and not rights <@ $3::text[]
     returning token_id`,
    [maker.accountId, maker.userId, maker.rights, toTimestamp(maker.at)],
  )
  return rows.map((row) => row.token_id)
}

const tokenStatement = {
  name: 'accounts.token_in_any_account',
  text: `select t.account_id, t.token_id, t.rights, t.last_used_at, a.language
    from accounts.token t join accounts.account a on a.account_id = t.account_id
    where t.token_hash = $1 and t.revoked_at is null`,
}

export async function findTokenInAnyAccount(tx: Tx, hash: Buffer): Promise<UsedTokenRow | null> {
  const { rows } = await tx.query<UsedTokenRow>(tokenStatement, [hash])
  return rows[0] ?? null
}

export async function touchTokenInAnyAccount(tx: Tx, hash: Buffer, at: Instant): Promise<void> {
  await tx.query('update accounts.token set last_used_at = $2 where token_hash = $1', [
    hash,
    toTimestamp(at),
  ])
}

export type IdempotencyRow = { fingerprint: Buffer; answer_sealed: Buffer | null }

/** False when the key is there already. */
export async function insertKey(
  tx: Tx,
  row: { accountId: AccountId; key: string; fingerprint: Buffer; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into accounts.idempotency (account_id, key, fingerprint, started_at)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [row.accountId, row.key, row.fingerprint, toTimestamp(row.at)],
  )
  return rowCount === 1
}

export async function findKey(
  tx: Tx,
  accountId: AccountId,
  key: string,
): Promise<IdempotencyRow | null> {
  const { rows } = await tx.query<IdempotencyRow>(
    `select fingerprint, answer_sealed from accounts.idempotency
     where account_id = $1 and key = $2`,
    [accountId, key],
  )
  return rows[0] ?? null
}

export async function finishKey(
  tx: Tx,
  row: { accountId: AccountId; key: string; status: number; answerSealed: Buffer },
): Promise<void> {
  await tx.query(
    `update accounts.idempotency set status = $3, answer_sealed = $4
     where account_id = $1 and key = $2`,
    [row.accountId, row.key, row.status, row.answerSealed],
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
