// A person who logs in: their e-mail and name are sealed, and found by a keyed tag.
import type { Caller, Instant, Language, UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AccountRole, UserView } from './contract.ts'
import * as credentials from './credential-store.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import { endInvitationsBy } from './invitations/end-invitations.ts'
import { rightsOfRole, type StaffRole } from './roles.ts'
import * as store from './store.ts'
import type { MemberRow, UserRow } from './tables.ts'
import { makerWith } from './tokens/maker.ts'
import { endTokensBeyond } from './tokens/token.ts'

/** The same e-mail however it is typed. */
export function emailTag(vault: Vault, email: string): Buffer {
  return vault.installationTag('email', email.trim().normalize('NFC').toLowerCase())
}

function sealedAt(column: 'email_sealed' | 'name_sealed', userId: UserId) {
  return { table: 'accounts.user', column, rowId: userId }
}

export function openUser(
  vault: Vault,
  row: Pick<UserRow, 'user_id' | 'email_sealed' | 'name_sealed'>,
): { email: string; name: string } {
  return { email: openEmail(vault, row), name: openName(vault, row) }
}

export function openEmail(
  vault: Pick<Vault, 'openForInstallation'>,
  row: Pick<UserRow, 'user_id' | 'email_sealed'>,
): string {
  const email = vault.openForInstallation(sealedAt('email_sealed', row.user_id), row.email_sealed)
  return email.toString('utf8')
}

export function openName(
  vault: Pick<Vault, 'openForInstallation'>,
  row: Pick<UserRow, 'user_id' | 'name_sealed'>,
): string {
  const name = vault.openForInstallation(sealedAt('name_sealed', row.user_id), row.name_sealed)
  return name.toString('utf8')
}

export function sealUser(
  vault: Vault,
  userId: UserId,
  { email, name }: { email: string; name: string },
): Pick<UserRow, 'email_sealed' | 'name_sealed'> {
  return {
    email_sealed: sealEmail(vault, userId, email),
    name_sealed: sealName(vault, userId, name),
  }
}

export const sealEmail = (vault: Vault, userId: UserId, email: string): Buffer =>
  vault.sealForInstallation(sealedAt('email_sealed', userId), Buffer.from(email.trim(), 'utf8'))

export const sealName = (vault: Vault, userId: UserId, name: string): Buffer =>
  vault.sealForInstallation(sealedAt('name_sealed', userId), Buffer.from(name, 'utf8'))

export type NewUser = {
  name: string
  email: string
  passwordHash: string | null
  staffRole: StaffRole | null
  language: Language
  at: Instant
}

export async function insertUser(deps: AccountsDeps, tx: Tx, user: NewUser): Promise<UserId> {
  const userId = deps.makeId() as UserId
  await store.insertUser(tx, {
    user_id: userId,
    email_tag: emailTag(deps.vault, user.email),
    ...sealUser(deps.vault, userId, user),
    password_hash: user.passwordHash,
    staff_role: user.staffRole,
    language: user.language,
    created_at: user.at,
  })
  return userId
}

function viewOf(vault: Vault, row: MemberRow): UserView {
  return {
    id: row.user_id,
    ...openUser(vault, row),
    role: row.role,
    hasSecondFactor: row.has_factor,
    createdAt: new Date(row.created_at).toISOString(),
  }
}

export async function listUsers(deps: AccountsDeps, caller: Caller): Promise<UserView[]> {
  const rows = await deps.database.inAccount(caller.accountId, (tx) =>
    store.listMembers(tx, caller.accountId),
  )
  return rows.map((row) => viewOf(deps.vault, row))
}

/** Nobody makes another mightier than themselves: not with a token of few rights either. */
export function demandOwnRights(caller: Caller, role: AccountRole): void {
  const beyond = rightsOfRole[role].filter((right) => !caller.rights.has(right))
  if (beyond.length === 0) return
  throw accountsError(
    'accounts.rights_beyond_own',
    'Nobody gives a role rights that they do not have themselves.',
    { rights: beyond },
  )
}

export async function changeRole(
  deps: AccountsDeps,
  caller: Caller,
  userId: UserId,
  role: AccountRole,
): Promise<UserView> {
  demandOwnRights(caller, role)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    await demandAnotherOwner(tx, caller, { userId, role })
    if (!(await store.setRole(tx, caller.accountId, userId, role))) throw userNotFound()
    await endTokensBeyond(deps, tx, caller, { userId, rights: rightsOfRole[role] })
    if (!rightsOfRole[role].includes('account.manage')) {
      await endInvitationsBy(deps, tx, caller, { userId, tokens: [] })
    }
    await deps.record(tx, caller, {
      action: 'accounts.role_changed',
      details: { user: userId, role },
    })
    const row = await store.findMember(tx, caller.accountId, userId)
    if (row === null) throw userNotFound()
    return viewOf(deps.vault, row)
  })
}

/**
 * Takes a person out of the account: their sessions in it end at once, the tokens that they made,
 * and the invitations that nobody has answered yet.
 */
export async function removeUser(
  deps: AccountsDeps,
  caller: Caller,
  userId: UserId,
): Promise<void> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await demandAnotherOwner(tx, caller, { userId, role: null })
    if (!(await store.deleteMembership(tx, caller.accountId, userId))) throw userNotFound()
    await credentials.deleteSessionsOfMember(tx, caller.accountId, userId)
    await endTokensBeyond(deps, tx, caller, { userId, rights: [] })
    await endInvitationsBy(deps, tx, caller, { userId, tokens: [] })
    await deps.record(tx, caller, { action: 'accounts.user_removed', details: { user: userId } })
  })
}

/**
 * One change of roles after the other; by somebody who may still make it, and not so that nobody
 * owns the account. `role` null: they leave.
 */
async function demandAnotherOwner(
  tx: Tx,
  caller: Caller,
  { userId, role }: { userId: UserId; role: AccountRole | null },
): Promise<void> {
  const owners = await store.lockOwners(tx, caller.accountId)
  const given = role === null ? [] : rightsOfRole[role]
  await makerWith(tx, caller, ['account.manage', ...given])
  if (role === 'owner' || !owners.includes(userId) || owners.length > 1) return
  throw accountsError(
    'accounts.last_owner',
    'This is the only owner of the account; make somebody else an owner first.',
  )
}

export function userNotFound() {
  return accountsError('accounts.user_not_found', 'There is no such user in this account.')
}
