// The SQL of lost passwords: who asked for a new one, and the code that lets them choose it.
import type { Instant, UserId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

/** The code from before stays good until a new one is made. */
export async function askReset(
  tx: Tx,
  { emailTag, at, until }: { emailTag: Buffer; at: Instant; until: Instant },
): Promise<void> {
  await tx.query(
    `insert into accounts.password_reset (email_tag, asked_at, expires_at) values ($1, $2, $3)
     on conflict (email_tag) do update
       set asked_at = excluded.asked_at, expires_at = excluded.expires_at`,
    [emailTag, toTimestamp(at), toTimestamp(until)],
  )
}

/** Those that nobody has looked at yet; held until the end of the transaction. */
export async function askedResets(tx: Tx, limit: number): Promise<Buffer[]> {
  const { rows } = await tx.query<{ email_tag: Buffer }>(
    `select email_tag from accounts.password_reset where asked_at is not null
     order by asked_at limit $1 for update skip locked`,
    [limit],
  )
  return rows.map(({ email_tag }) => email_tag)
}

/** The code before it opens nothing any more. */
export async function putResetCode(
  tx: Tx,
  made: { emailTag: Buffer; userId: UserId; codeHash: Buffer; until: Instant },
): Promise<void> {
  await tx.query(
    `insert into accounts.password_reset (email_tag, user_id, code_hash, expires_at)
     values ($1, $2, $3, $4)
     on conflict (email_tag) do update set asked_at = null, user_id = excluded.user_id,
       code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
    [made.emailTag, made.userId, made.codeHash, toTimestamp(made.until)],
  )
}

export async function forgetReset(tx: Tx, emailTag: Buffer): Promise<void> {
  await tx.query('delete from accounts.password_reset where email_tag = $1', [emailTag])
}

/** Links to choose a new password, which went to the address from before. */
export async function forgetResetsOf(tx: Tx, userId: UserId): Promise<void> {
  await tx.query('delete from accounts.password_reset where user_id = $1', [userId])
}

export async function forgetEndedResets(tx: Tx, at: Instant): Promise<void> {
  await tx.query('delete from accounts.password_reset where expires_at <= $1', [toTimestamp(at)])
}

/** Whose code this is. */
export async function findReset(tx: Tx, codeHash: Buffer, at: Instant): Promise<UserId | null> {
  const { rows } = await tx.query<{ user_id: UserId }>(
    'select user_id from accounts.password_reset where code_hash = $1 and expires_at > $2',
    [codeHash, toTimestamp(at)],
  )
  return rows[0]?.user_id ?? null
}

/** True for one of those who use it at the same time. */
export async function takeReset(tx: Tx, codeHash: Buffer, at: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from accounts.password_reset where code_hash = $1 and expires_at > $2',
    [codeHash, toTimestamp(at)],
  )
  return rowCount > 0
}
