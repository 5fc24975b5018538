// A person who logs in: their e-mail and name are sealed, and found by a keyed tag.
import type { AccountId, Caller, Instant, Language, UserId } from '../kernel/index.ts'
import { isUniqueViolation, type Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AccountRole, UserView } from './contract.ts'
import * as credentials from './credential-store.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import { refuseGuessable } from './passwords.ts'
import { rightsOfRole, type StaffRole } from './roles.ts'
import { hashOf, newSecret } from './secrets.ts'
import * as store from './store.ts'
import type { MemberRow, UserRow } from './tables.ts'
import { endTokensBeyond } from './token.ts'

/** How long an invitation can be answered. */
const invitationMs = 7 * 24 * 60 * 60_000

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
  const open = (column: 'email_sealed' | 'name_sealed') =>
    vault.openForInstallation(sealedAt(column, row.user_id), row[column]).toString('utf8')
  return { email: open('email_sealed'), name: open('name_sealed') }
}

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
  const seal = (column: 'email_sealed' | 'name_sealed', text: string) =>
    deps.vault.sealForInstallation(sealedAt(column, userId), Buffer.from(text, 'utf8'))
  await store.insertUser(tx, {
    user_id: userId,
    email_tag: emailTag(deps.vault, user.email),
    email_sealed: seal('email_sealed', user.email.trim()),
    name_sealed: seal('name_sealed', user.name),
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
    invited: row.password_hash === null,
    createdAt: new Date(row.created_at).toISOString(),
  }
}

export async function listUsers(deps: AccountsDeps, caller: Caller): Promise<UserView[]> {
  const rows = await deps.database.inAccount(caller.accountId, (tx) =>
    store.listMembers(tx, caller.accountId),
  )
  return rows.map((row) => viewOf(deps.vault, row))
}

/** Someone new gets a code to choose a password with; someone known here joins with their own. */
export async function inviteUser(
  deps: AccountsDeps,
  caller: Caller,
  request: { name: string; email: string; role: AccountRole },
): Promise<{ user: UserView; code: string | null }> {
  demandOwnRights(caller, request.role)
  const { accountId } = caller
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const known = await store.findUserByTag(tx, emailTag(deps.vault, request.email))
    const userId =
      known?.user_id ??
      (await insertUser(deps, tx, {
        ...request,
        passwordHash: null,
        staffRole: null,
        language: caller.language,
        at,
      }))
    // Whoever holds the code becomes the person. One whom another account has invited and who has
    // not answered yet chooses their password with that account's code, or its rights were ours.
    const isTheirs = known !== null && (known.password_hash || (await hasOther(deps, userId)))
    await joinAccount(tx, { accountId, userId, role: request.role, at })
    const code = isTheirs ? null : await inviteByCode(deps, tx, userId, at)
    await deps.record(tx, caller, {
      action: 'accounts.user_invited',
      details: { user: userId, role: request.role },
    })
    const row = await store.findMember(tx, accountId, userId)
    if (row === null) throw userNotFound()
    return { user: viewOf(deps.vault, row), code }
  })
}

/**
 * A new code for an invitation that was not answered; the old one opens nothing any more. Only the
 * account that invited the person first gives one: whoever holds the code becomes the person.
 */
export async function inviteAgain(
  deps: AccountsDeps,
  caller: Caller,
  userId: UserId,
): Promise<{ user: UserView; code: string }> {
  const { accountId } = caller
  const first = await deps.database.inAnyAccount((tx) => store.firstAccountInAnyAccount(tx, userId))
  return deps.database.inAccount(accountId, async (tx) => {
    const row = await store.findMember(tx, accountId, userId)
    if (row === null) throw userNotFound()
    demandOwnRights(caller, row.role)
    if (row.password_hash !== null || first !== accountId) {
      throw accountsError(
        'accounts.invitation_not_ours',
        'This person has a password, or another account invited them first.',
      )
    }
    const code = await inviteByCode(deps, tx, userId, deps.clock.now())
    await deps.record(tx, caller, { action: 'accounts.user_invited', details: { user: userId } })
    return { user: viewOf(deps.vault, row), code }
  })
}

/** The person belongs to an account already. */
async function hasOther({ database }: AccountsDeps, userId: UserId): Promise<boolean> {
  const held = await database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, userId))
  return held.length > 0
}

/** Nobody makes another mightier than themselves: not with a token of few rights either. */
function demandOwnRights(caller: Caller, role: AccountRole): void {
  const beyond = rightsOfRole[role].filter((right) => !caller.rights.has(right))
  if (beyond.length === 0) return
  throw accountsError(
    'accounts.rights_beyond_own',
    'Nobody gives a role rights that they do not have themselves.',
    { rights: beyond },
  )
}

async function joinAccount(
  tx: Tx,
  member: { accountId: AccountId; userId: UserId; role: AccountRole; at: Instant },
): Promise<void> {
  try {
    await store.insertMembership(tx, member)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw accountsError('accounts.user_exists', 'This person is a user of the account already.')
  }
}

async function inviteByCode(
  deps: AccountsDeps,
  tx: Tx,
  userId: UserId,
  at: Instant,
): Promise<string> {
  const secret = newSecret(deps.randomness)
  await store.deleteCodes(tx, 'invitation', userId)
  await store.insertCode(tx, {
    hash: secret.hash,
    purpose: 'invitation',
    userId,
    at,
    expiresAt: at + invitationMs,
  })
  return secret.text
}

/** An invited person chooses a password; returns who they are, to be logged in. */
export async function acceptInvitation(
  deps: AccountsDeps,
  request: { code: string; password: string },
): Promise<UserId> {
  const unnamed = { email: '', name: '', organisations: [] }
  await refuseGuessable(deps, request.password, unnamed)
  const passwordHash = await deps.passwords.hash(request.password)
  return deps.database.inInstallation(async (tx) => {
    const at = deps.clock.now()
    await store.deleteExpiredCodes(tx, at)
    const taken = await store.takeCode(tx, 'invitation', hashOf(request.code), at)
    if (taken === null || taken.user_id === null) {
      throw accountsError(
        'accounts.invitation_wrong',
        'This invitation is not valid any more; ask for a new one.',
      )
    }
    await store.updateUser(tx, taken.user_id, { passwordHash, language: null })
    return taken.user_id
  })
}

export async function changeRole(
  deps: AccountsDeps,
  caller: Caller,
  userId: UserId,
  role: AccountRole,
): Promise<UserView> {
  demandOwnRights(caller, role)
  return deps.database.inAccount(caller.accountId, async (tx) => {
    if (role !== 'owner') await demandAnotherOwner(tx, caller.accountId, userId)
    if (!(await store.setRole(tx, caller.accountId, userId, role))) throw userNotFound()
    await endTokensBeyond(deps, tx, caller, { userId, rights: rightsOfRole[role] })
    await deps.record(tx, caller, {
      action: 'accounts.role_changed',
      details: { user: userId, role },
    })
    const row = await store.findMember(tx, caller.accountId, userId)
    if (row === null) throw userNotFound()
    return viewOf(deps.vault, row)
  })
}

/** Takes a person out of the account; their sessions in it and the tokens they made end at once. */
export async function removeUser(
  deps: AccountsDeps,
  caller: Caller,
  userId: UserId,
): Promise<void> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await demandAnotherOwner(tx, caller.accountId, userId)
    if (!(await store.deleteMembership(tx, caller.accountId, userId))) throw userNotFound()
    await credentials.deleteSessionsOfMember(tx, caller.accountId, userId)
    await endTokensBeyond(deps, tx, caller, { userId, rights: [] })
    await deps.record(tx, caller, { action: 'accounts.user_removed', details: { user: userId } })
  })
}

async function demandAnotherOwner(tx: Tx, accountId: AccountId, userId: UserId): Promise<void> {
  const owners = await store.lockOwners(tx, accountId)
  if (!owners.includes(userId) || owners.length > 1) return
  throw accountsError(
    'accounts.last_owner',
    'This is the only owner of the account; make somebody else an owner first.',
  )
}

function userNotFound() {
  return accountsError('accounts.user_not_found', 'There is no such user in this account.')
}
