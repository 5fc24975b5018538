// The SQL of accounts, users, memberships and one-time codes.
import {
  type AccountId,
  BugError,
  type Instant,
  type Language,
  type UserId,
} from '../kernel/index.ts'
import { arrayOf, partOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { AccountRole } from './contract.ts'
import type { AccountRow, MemberRow, UserRow } from './tables.ts'

const accountColumns =
  'account_id, number, name, kind, country, zone, language, created_at, sandbox_ahead_ms, suspended_at, deletion_due_at'

export async function insertAccount(
  tx: Tx,
  account: Omit<AccountRow, 'number' | 'sandbox_ahead_ms' | 'suspended_at' | 'deletion_due_at'>,
): Promise<AccountRow> {
  const { rows } = await tx.query<AccountRow>(
    `insert into accounts.account (${accountColumns})
     values ($1, nextval('accounts.account_number'), $2, $3, $4, $5, $6, $7, 0, null, null)
     returning ${accountColumns}`,
    [
      account.account_id,
      account.name,
      account.kind,
      account.country,
      account.zone,
      account.language,
      toTimestamp(account.created_at),
    ],
  )
  return only(rows)
}

export async function findAccount(tx: Tx, accountId: AccountId): Promise<AccountRow | null> {
  const text = `select ${accountColumns} from accounts.account where account_id = $1`
  const statement = { name: 'accounts_find_account', text }
  const { rows } = await tx.query<AccountRow>(statement, [accountId])
  return rows[0] ?? null
}

export async function updateAccount(
  tx: Tx,
  accountId: AccountId,
  change: { name: string | null; zone: string | null; language: Language | null },
): Promise<AccountRow | null> {
  const { rows } = await tx.query<AccountRow>(
    `update accounts.account set name = coalesce($2, name), zone = coalesce($3, zone),
       language = coalesce($4, language)
     where account_id = $1 returning ${accountColumns}`,
    [accountId, change.name, change.zone, change.language],
  )
  return rows[0] ?? null
}

/** One number for this use of advisory locks in the database. */
const clockSpace = 7_304

/**
 * How far the clock of a sandbox account is ahead. Whoever sets it waits until this transaction
 * has ended, so that what it holds by the old hour is seen by who lets go what was held.
 */
export async function sandboxAheadMs(tx: Tx, accountId: AccountId): Promise<number> {
  const lock = 'select pg_advisory_xact_lock_shared($2, hashtext($1))'
  await tx.query(lock, [accountId, clockSpace])
  const { rows } = await tx.query<{ ahead: number }>(
    'select sandbox_ahead_ms as ahead from accounts.account where account_id = $1',
    [accountId],
  )
  return only(rows).ahead
}

/** False for an account that is live. */
export async function moveSandboxClock(
  tx: Tx,
  accountId: AccountId,
  aheadMs: number,
): Promise<boolean> {
  const lock = 'select pg_advisory_xact_lock($2, hashtext($1))'
  await tx.query(lock, [accountId, clockSpace])
  const { rowCount } = await tx.query(
    `update accounts.account set sandbox_ahead_ms = $2
     where account_id = $1 and kind = 'sandbox'`,
    [accountId, aheadMs],
  )
  return rowCount === 1
}

/** Asked for each slice that leaves, so that it is one look by the key and no more. */
export async function isSuspended(tx: Tx, accountId: AccountId): Promise<boolean> {
  const text = `select exists (select from accounts.account
    where account_id = $1 and (suspended_at is not null or deletion_due_at is not null)) as found`
  const statement = { name: 'accounts_is_suspended', text }
  return only((await tx.query<{ found: boolean }>(statement, [accountId])).rows).found
}

/** Null: it goes on. Nothing changes where it stood so already. */
export async function setSuspended(
  tx: Tx,
  accountId: AccountId,
  at: Instant | null,
): Promise<AccountRow | null> {
  const { rows } = await tx.query<AccountRow>(
    `update accounts.account set suspended_at = $2
     where account_id = $1 and (suspended_at is null) <> ($2::timestamptz is null)
     returning ${accountColumns}`,
    [accountId, at === null ? null : toTimestamp(at)],
  )
  return rows[0] ?? null
}

/** Until then nothing of it is accepted or leaves; null: it is not to be deleted. */
export async function setDeletionDue(
  tx: Tx,
  accountId: AccountId,
  at: Instant | null,
): Promise<void> {
  await tx.query('update accounts.account set deletion_due_at = $2 where account_id = $1', [
    accountId,
    at === null ? null : toTimestamp(at),
  ])
}

/** Those that manage the installation and have no other account than this one. */
export async function staffOfOnlyThisInAnyAccount(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from accounts.membership m
     join accounts.user u on u.user_id = m.user_id and u.staff_role is not null
     where m.account_id = $1 and u.disabled_at is null and not exists (
       select from accounts.membership other
       where other.user_id = m.user_id and other.account_id <> $1)`,
    [accountId],
  )
  return only(rows).count
}

/** A live account has no clock of its own. */
export async function setKind(
  tx: Tx,
  accountId: AccountId,
  kind: AccountRow['kind'],
): Promise<AccountRow | null> {
  const { rows } = await tx.query<AccountRow>(
    `update accounts.account set kind = $2,
       sandbox_ahead_ms = case when $2 = 'live' then 0 else sandbox_ahead_ms end
     where account_id = $1 returning ${accountColumns}`,
    [accountId, kind],
  )
  return rows[0] ?? null
}

export async function lockAccount(tx: Tx, accountId: AccountId): Promise<AccountRow | null> {
  const { rows } = await tx.query<AccountRow>(
    `select ${accountColumns} from accounts.account where account_id = $1 for update`,
    [accountId],
  )
  return rows[0] ?? null
}

/** Null: whatever it is. */
export type AccountWish = { name: string | null; isSuspended: boolean | null }

/** `after`: the number of the last one that was read. */
export async function pageOfAccountsInAnyAccount(
  tx: Tx,
  wish: AccountWish,
  page: { after: number; limit: number },
): Promise<AccountRow[]> {
  const { rows } = await tx.query<AccountRow>(
    `select ${accountColumns} from accounts.account
     where number > $1 and ($3::text is null or name ilike $3)
       and ($4::boolean is null or (suspended_at is not null) = $4)
     order by number limit $2`,
    [page.after, page.limit, wish.name === null ? null : partOf(wish.name), wish.isSuspended],
  )
  return rows
}

export async function accountNamesInAnyAccount(
  tx: Tx,
  accountIds: readonly AccountId[],
): Promise<Pick<AccountRow, 'account_id' | 'number' | 'name'>[]> {
  const { rows } = await tx.query<Pick<AccountRow, 'account_id' | 'number' | 'name'>>(
    'select account_id, number, name from accounts.account where account_id = any($1::uuid[])',
    [arrayOf.uuid(accountIds)],
  )
  return rows
}

export async function listAccountsInAnyAccount(tx: Tx): Promise<AccountRow[]> {
  const { rows } = await tx.query<AccountRow>(
    `select ${accountColumns} from accounts.account order by number`,
  )
  return rows
}

const userColumns =
  'u.user_id, u.email_sealed, u.name_sealed, u.password_hash, u.staff_role, u.language, u.created_at, u.last_account_id'

export async function insertUser(
  tx: Tx,
  user: Omit<UserRow, 'last_account_id'> & { email_tag: Buffer },
): Promise<void> {
  await tx.query(
    `insert into accounts.user (user_id, email_tag, email_sealed, name_sealed, password_hash,
       staff_role, language, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      user.user_id,
      user.email_tag,
      user.email_sealed,
      user.name_sealed,
      user.password_hash,
      user.staff_role,
      user.language,
      toTimestamp(user.created_at),
    ],
  )
}

export async function findUserByTag(tx: Tx, emailTag: Buffer): Promise<UserRow | null> {
  const { rows } = await tx.query<UserRow>(
    `select ${userColumns} from accounts.user u where email_tag = $1 and disabled_at is null`,
    [emailTag],
  )
  return rows[0] ?? null
}

/** Held until the transaction ends: what is decided by the factors of a user goes one by one. */
export async function holdUser(tx: Tx, userId: UserId): Promise<void> {
  await tx.query('select from accounts.user where user_id = $1 for no key update', [userId])
}

export async function findUser(tx: Tx, userId: UserId): Promise<UserRow | null> {
  const { rows } = await tx.query<UserRow>(
    `select ${userColumns} from accounts.user u where user_id = $1 and disabled_at is null`,
    [userId],
  )
  return rows[0] ?? null
}

/** Also those that have left since: what they did stays told of. */
export async function readUserNames(
  tx: Tx,
  userIds: readonly UserId[],
): Promise<Pick<UserRow, 'user_id' | 'name_sealed'>[]> {
  const { rows } = await tx.query<Pick<UserRow, 'user_id' | 'name_sealed'>>(
    'select user_id, name_sealed from accounts.user where user_id = any($1::uuid[])',
    [arrayOf.uuid(userIds)],
  )
  return rows
}

export async function updateUser(
  tx: Tx,
  userId: UserId,
  change: { passwordHash: string | null; language: Language | null; nameSealed?: Buffer | null },
): Promise<void> {
  await tx.query(
    `update accounts.user set password_hash = coalesce($2, password_hash),
       language = coalesce($3, language), name_sealed = coalesce($4, name_sealed)
     where user_id = $1`,
    [userId, change.passwordHash, change.language, change.nameSealed ?? null],
  )
}

export async function setLastAccount(tx: Tx, userId: UserId, accountId: AccountId): Promise<void> {
  await tx.query(
    `update accounts.user set last_account_id = $2
     where user_id = $1 and last_account_id is distinct from $2`,
    [userId, accountId],
  )
}

export async function hasUsers(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ has: boolean }>(
    'select exists (select 1 from accounts.user) as has',
  )
  return only(rows).has
}

export async function insertMembership(
  tx: Tx,
  member: { accountId: AccountId; userId: UserId; role: AccountRole; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into accounts.membership (account_id, user_id, role, created_at)
     values ($1, $2, $3, $4)`,
    [member.accountId, member.userId, member.role, toTimestamp(member.at)],
  )
}

const memberColumns = `${userColumns}, m.role, exists (select from accounts.factor f
       where f.user_id = u.user_id and f.confirmed_at is not null) as has_factor`

export async function listMembers(tx: Tx, accountId: AccountId): Promise<MemberRow[]> {
  const { rows } = await tx.query<MemberRow>(
    `select ${memberColumns} from accounts.membership m
     join accounts.user u on u.user_id = m.user_id
     where m.account_id = $1 and u.disabled_at is null order by m.created_at, m.user_id`,
    [accountId],
  )
  return rows
}

export async function findMember(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
): Promise<MemberRow | null> {
  const { rows } = await tx.query<MemberRow>(
    `select ${memberColumns} from accounts.membership m
     join accounts.user u on u.user_id = m.user_id
     where m.account_id = $1 and m.user_id = $2 and u.disabled_at is null`,
    [accountId, userId],
  )
  return rows[0] ?? null
}

/** Held until the transaction ends: whoever changes the role, or takes them out, waits for it. */
export async function holdMember(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
): Promise<Pick<MemberRow, 'role' | 'staff_role'> | null> {
  const { rows } = await tx.query<Pick<MemberRow, 'role' | 'staff_role'>>(
    `select m.role, u.staff_role from accounts.membership m
     join accounts.user u on u.user_id = m.user_id
     where m.account_id = $1 and m.user_id = $2 and u.disabled_at is null for share of m`,
    [accountId, userId],
  )
  return rows[0] ?? null
}

/** Null for somebody who is no user of the account. */
export async function memberSince(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
): Promise<Instant | null> {
  const { rows } = await tx.query<{ since: Instant }>(
    `select created_at as since from accounts.membership where account_id = $1 and user_id = $2`,
    [accountId, userId],
  )
  return rows[0]?.since ?? null
}

/** Whoever manages the installation, in whichever accounts they are. */
export async function listStaff(tx: Tx): Promise<UserRow[]> {
  const { rows } = await tx.query<UserRow>(
    `select ${userColumns} from accounts.user u
     where u.staff_role is not null and u.disabled_at is null order by u.created_at, u.user_id`,
  )
  return rows
}

/** Whether somebody with this e-mail is a user of the account already. */
export async function isMemberByTag(
  tx: Tx,
  accountId: AccountId,
  emailTag: Buffer,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from accounts.membership m join accounts.user u on u.user_id = m.user_id
     where m.account_id = $1 and u.email_tag = $2`,
    [accountId, emailTag],
  )
  return rowCount === 1
}

/** Locks the account's owners, so that two changes at once cannot leave it without one. */
export async function lockOwners(tx: Tx, accountId: AccountId): Promise<UserId[]> {
  const { rows } = await tx.query<{ user_id: UserId }>(
    `select user_id from accounts.membership
     where account_id = $1 and role = 'owner' order by user_id for update`,
    [accountId],
  )
  return rows.map((row) => row.user_id)
}

export async function setRole(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
  role: AccountRole,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update accounts.membership set role = $3 where account_id = $1 and user_id = $2',
    [accountId, userId, role],
  )
  return rowCount === 1
}

export async function deleteMembership(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from accounts.membership where account_id = $1 and user_id = $2',
    [accountId, userId],
  )
  return rowCount === 1
}

export type MembershipRow = {
  account_id: AccountId
  name: string
  role: AccountRole
  deletion_due_at: Instant | null
}

export async function membershipsInAnyAccount(tx: Tx, userId: UserId): Promise<MembershipRow[]> {
  const { rows } = await tx.query<MembershipRow>(
    `select m.account_id, a.name, m.role, a.deletion_due_at from accounts.membership m
     join accounts.account a on a.account_id = m.account_id
     where m.user_id = $1 order by m.created_at, a.number`,
    [userId],
  )
  return rows
}

export type CodePurpose = 'setup'

export async function insertCode(
  tx: Tx,
  code: {
    hash: Buffer
    purpose: CodePurpose
    userId: UserId | null
    at: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await tx.query(
    `insert into accounts.code (code_hash, purpose, user_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5)`,
    [code.hash, code.purpose, code.userId, toTimestamp(code.at), toTimestamp(code.expiresAt)],
  )
}

export async function hasCode(
  tx: Tx,
  purpose: CodePurpose,
  hash: Buffer,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from accounts.code where code_hash = $1 and purpose = $2 and expires_at > $3`,
    [hash, purpose, toTimestamp(at)],
  )
  return rowCount === 1
}

/** Takes a code out: the row is gone with the transaction, so nobody uses it twice. */
export async function takeCode(
  tx: Tx,
  purpose: CodePurpose,
  hash: Buffer,
  at: Instant,
): Promise<{ user_id: UserId | null } | null> {
  const { rows } = await tx.query<{ user_id: UserId | null }>(
    `delete from accounts.code where code_hash = $1 and purpose = $2 and expires_at > $3
     returning user_id`,
    [hash, purpose, toTimestamp(at)],
  )
  return rows[0] ?? null
}

export async function deleteCodes(
  tx: Tx,
  purpose: CodePurpose,
  userId: UserId | null,
): Promise<void> {
  await tx.query(
    `delete from accounts.code where purpose = $1 and user_id is not distinct from $2::uuid`,
    [purpose, userId],
  )
}

export async function deleteExpiredCodes(tx: Tx, at: Instant): Promise<void> {
  await tx.query('delete from accounts.code where expires_at <= $1', [toTimestamp(at)])
}

function only<R>(rows: readonly R[]): R {
  const row = rows[0]
  if (row === undefined) throw new BugError('a statement that returns one row returned none')
  return row
}
