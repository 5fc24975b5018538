// The SQL of a user's next e-mail: asked for, confirmed, taken back.
import type { AccountId, Instant, UserId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

/** `expires_at`: of the link to the next address; once that is confirmed, of the way back. */
export type EmailChangeRow = {
  change_id: string
  user_id: UserId
  old_tag: Buffer
  old_sealed: Buffer
  new_tag: Buffer
  new_sealed: Buffer
  asked_at: Instant
  confirmed_at: Instant | null
  expires_at: Instant
  moved_invitations: string[]
}

const columns = `change_id, user_id, old_tag, old_sealed, new_tag, new_sealed, asked_at,
  confirmed_at, expires_at, moved_invitations`

/** One that waits is replaced: its links open nothing any more. */
export async function putChange(
  tx: Tx,
  change: Omit<EmailChangeRow, 'confirmed_at' | 'moved_invitations'> & {
    confirmHash: Buffer
    undoHash: Buffer
  },
): Promise<void> {
  await forgetWaiting(tx, change.user_id)
  await tx.query(
    `insert into accounts.email_change (change_id, user_id, old_tag, old_sealed, new_tag,
       new_sealed, confirm_hash, undo_hash, asked_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      change.change_id,
      change.user_id,
      change.old_tag,
      change.old_sealed,
      change.new_tag,
      change.new_sealed,
      change.confirmHash,
      change.undoHash,
      toTimestamp(change.asked_at),
      toTimestamp(change.expires_at),
    ],
  )
}

export async function waitingChange(
  tx: Tx,
  userId: UserId,
  at: Instant,
): Promise<EmailChangeRow | null> {
  const { rows } = await tx.query<EmailChangeRow>(
    `select ${columns} from accounts.email_change
     where user_id = $1 and confirmed_at is null and expires_at > $2`,
    [userId, toTimestamp(at)],
  )
  return rows[0] ?? null
}

export async function forgetWaiting(tx: Tx, userId: UserId): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from accounts.email_change where user_id = $1 and confirmed_at is null',
    [userId],
  )
  return rowCount > 0
}

export async function findToConfirm(
  tx: Tx,
  confirmHash: Buffer,
  at: Instant,
): Promise<EmailChangeRow | null> {
  const { rows } = await tx.query<EmailChangeRow>(
    `select ${columns} from accounts.email_change
     where confirm_hash = $1 and confirmed_at is null and expires_at > $2`,
    [confirmHash, toTimestamp(at)],
  )
  return rows[0] ?? null
}

/** True for one of those who confirm it at the same time. */
export async function takeConfirmation(
  tx: Tx,
  changeId: string,
  { at, until }: { at: Instant; until: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update accounts.email_change set confirmed_at = $2, expires_at = $3
     where change_id = $1 and confirmed_at is null and expires_at > $2`,
    [changeId, toTimestamp(at), toTimestamp(until)],
  )
  return rowCount > 0
}

export async function findToUndo(
  tx: Tx,
  undoHash: Buffer,
  at: Instant,
): Promise<EmailChangeRow | null> {
  const { rows } = await tx.query<EmailChangeRow>(
    `select ${columns} from accounts.email_change where undo_hash = $1 and expires_at > $2`,
    [undoHash, toTimestamp(at)],
  )
  return rows[0] ?? null
}

/**
 * This one and all that were asked for after it: what leads back to an earlier address outlives
 * what leads back to a later one. Empty for all but one of those who use it at the same time.
 */
export async function takeFrom(
  tx: Tx,
  { change_id, user_id, asked_at }: EmailChangeRow,
): Promise<EmailChangeRow[]> {
  const { rows } = await tx.query<EmailChangeRow>(
    `with gone as (
       delete from accounts.email_change
       where user_id = $2 and (change_id = $1 or (asked_at, change_id) > ($3, $1))
         and exists (select from accounts.email_change own where own.change_id = $1)
       returning ${columns}
     )
     select * from gone order by asked_at, change_id`,
    [change_id, user_id, toTimestamp(asked_at)],
  )
  return rows.some((row) => row.change_id === change_id) ? rows : []
}

/** Whether somebody else may take this e-mail back: until then nobody gets it. */
export async function isKept(
  tx: Tx,
  { tag, except, at }: { tag: Buffer; except: UserId | null; at: Instant },
): Promise<boolean> {
  const { rows } = await tx.query<{ kept: boolean }>(
    `select exists (select from accounts.email_change
       where old_tag = $1 and user_id is distinct from $2::uuid and confirmed_at is not null
         and expires_at > $3) as kept`,
    [tag, except, toTimestamp(at)],
  )
  return rows[0]?.kept ?? false
}

/** The e-mail that counts now; read by whoever holds the user. */
export async function tagOf(tx: Tx, userId: UserId): Promise<Buffer | null> {
  const { rows } = await tx.query<{ email_tag: Buffer }>(
    'select email_tag from accounts.user where user_id = $1',
    [userId],
  )
  return rows[0]?.email_tag ?? null
}

export async function setEmail(
  tx: Tx,
  userId: UserId,
  email: { tag: Buffer; sealed: Buffer; passwordHash: string | null },
): Promise<void> {
  await tx.query(
    `update accounts.user set email_tag = $2, email_sealed = $3,
       password_hash = coalesce($4, password_hash)
     where user_id = $1`,
    [userId, email.tag, email.sealed, email.passwordHash],
  )
}

export async function noteMoved(
  tx: Tx,
  changeId: string,
  invitations: readonly string[],
): Promise<void> {
  await tx.query(
    'update accounts.email_change set moved_invitations = $2::uuid[] where change_id = $1',
    [changeId, arrayOf.uuid(invitations)],
  )
}

export async function forgetEndedEmails(tx: Tx, at: Instant): Promise<void> {
  await tx.query('delete from accounts.email_change where expires_at <= $1', [toTimestamp(at)])
}

export type InvitationAt = { account_id: AccountId; invitation_id: UserId }

/** Where somebody with this e-mail is invited. */
export async function invitationsToInAnyAccount(tx: Tx, tag: Buffer): Promise<InvitationAt[]> {
  const { rows } = await tx.query<InvitationAt>(
    'select account_id, invitation_id from accounts.invitation where email_tag = $1',
    [tag],
  )
  return rows
}

/** False where the account has invited the next address already: that one stays. */
export async function moveInvitation(
  tx: Tx,
  { account_id, invitation_id }: InvitationAt,
  to: { tag: Buffer; sealed: Buffer },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update accounts.invitation i set email_tag = $3, email_sealed = $4
     where i.account_id = $1 and i.invitation_id = $2 and not exists (
       select from accounts.invitation other
       where other.account_id = $1 and other.email_tag = $3 and other.invitation_id <> $2)`,
    [account_id, invitation_id, to.tag, to.sealed],
  )
  return rowCount > 0
}
