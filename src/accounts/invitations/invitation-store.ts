// The SQL of invitations: who is asked into an account and has not answered yet.
import type { AccountId, Instant, Language, TokenId, UserId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { AccountRole } from '../contract.ts'

/** `invitation_id`: also the user's, where nobody has the e-mail when it is accepted. */
export type InvitationRow = {
  invitation_id: UserId
  email_tag: Buffer
  email_sealed: Buffer
  name_sealed: Buffer
  role: AccountRole
  language: Language
  created_at: Instant
  expires_at: Instant
}

/** With whom it ends; of a token also the user whose it is. */
export type InvitedBy = { userId: UserId | null; tokenId: TokenId | null }

const columns =
  'invitation_id, email_tag, email_sealed, name_sealed, role, language, created_at, expires_at'

/** One that waits for the same e-mail is replaced: its code opens nothing any more. */
export async function putInvitation(
  tx: Tx,
  accountId: AccountId,
  invitation: InvitationRow & { codeHash: Buffer; by: InvitedBy },
): Promise<void> {
  await tx.query(
    `insert into accounts.invitation
       (account_id, ${columns}, code_hash, invited_by, invited_with)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (account_id, email_tag) do update set invitation_id = excluded.invitation_id,
       email_sealed = excluded.email_sealed, name_sealed = excluded.name_sealed,
       role = excluded.role, language = excluded.language, code_hash = excluded.code_hash,
       created_at = excluded.created_at, expires_at = excluded.expires_at,
       invited_by = excluded.invited_by, invited_with = excluded.invited_with`,
    [
      accountId,
      invitation.invitation_id,
      invitation.email_tag,
      invitation.email_sealed,
      invitation.name_sealed,
      invitation.role,
      invitation.language,
      toTimestamp(invitation.created_at),
      toTimestamp(invitation.expires_at),
      invitation.codeHash,
      invitation.by.userId,
      invitation.by.tokenId,
    ],
  )
}

export async function listInvitations(tx: Tx, accountId: AccountId): Promise<InvitationRow[]> {
  const { rows } = await tx.query<InvitationRow>(
    `select ${columns} from accounts.invitation where account_id = $1
     order by created_at, invitation_id`,
    [accountId],
  )
  return rows
}

export async function findInvitation(
  tx: Tx,
  accountId: AccountId,
  id: UserId,
): Promise<InvitationRow | null> {
  const { rows } = await tx.query<InvitationRow>(
    `select ${columns} from accounts.invitation where account_id = $1 and invitation_id = $2
     for update`,
    [accountId, id],
  )
  return rows[0] ?? null
}

export async function renewInvitation(
  tx: Tx,
  accountId: AccountId,
  renewed: { id: UserId; codeHash: Buffer; expiresAt: Instant; by: InvitedBy },
): Promise<InvitationRow | null> {
  const { rows } = await tx.query<InvitationRow>(
    `update accounts.invitation set code_hash = $3, expires_at = $4, invited_by = $5,
       invited_with = $6
     where account_id = $1 and invitation_id = $2 returning ${columns}`,
    [
      ...[accountId, renewed.id, renewed.codeHash, toTimestamp(renewed.expiresAt)],
      ...[renewed.by.userId, renewed.by.tokenId],
    ],
  )
  return rows[0] ?? null
}

/** Those that this user or one of these tokens made; which they were. */
export async function deleteInvitationsBy(
  tx: Tx,
  accountId: AccountId,
  by: { userId: UserId | null; tokens: readonly TokenId[] },
): Promise<UserId[]> {
  const { rows } = await tx.query<{ id: UserId }>(
    `delete from accounts.invitation
     where account_id = $1 and (invited_by = $2 or invited_with = any($3::uuid[]))
     returning invitation_id as id`,
    [accountId, by.userId, arrayOf.uuid(by.tokens)],
  )
  return rows.map(({ id }) => id)
}

export async function deleteInvitation(tx: Tx, accountId: AccountId, id: UserId): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from accounts.invitation where account_id = $1 and invitation_id = $2',
    [accountId, id],
  )
  return rowCount === 1
}

export async function deleteAllInvitations(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query('delete from accounts.invitation where account_id = $1', [accountId])
}

/** Those that nobody answered for so long are forgotten, with the name and e-mail in them. */
export async function deleteOldInvitations(
  tx: Tx,
  accountId: AccountId,
  before: Instant,
): Promise<void> {
  await tx.query('delete from accounts.invitation where account_id = $1 and expires_at <= $2', [
    accountId,
    toTimestamp(before),
  ])
}

export type InvitationPlace = { account_id: AccountId; invitation_id: UserId }

/** Whose a code is; null when it is nobody's, or too old. */
export async function findByCodeInAnyAccount(
  tx: Tx,
  codeHash: Buffer,
  at: Instant,
): Promise<InvitationPlace | null> {
  const { rows } = await tx.query<InvitationPlace>(
    `select account_id, invitation_id from accounts.invitation
     where code_hash = $1 and expires_at > $2`,
    [codeHash, toTimestamp(at)],
  )
  return rows[0] ?? null
}

/** Takes it out: of two who answer at once, one finds it gone. */
export async function takeInvitation(
  tx: Tx,
  accountId: AccountId,
  taken: { codeHash: Buffer; at: Instant },
): Promise<InvitationRow | null> {
  const { rows } = await tx.query<InvitationRow>(
    `delete from accounts.invitation where account_id = $1 and code_hash = $2 and expires_at > $3
     returning ${columns}`,
    [accountId, taken.codeHash, toTimestamp(taken.at)],
  )
  return rows[0] ?? null
}
