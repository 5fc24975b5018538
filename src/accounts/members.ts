// What other rooms ask of users: whether one may do something, and whom to write to.
import type { AccountId, Language, Right, UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import { rightsOf, rightsOfStaff } from './roles.ts'
import { findMember, listMembers, listStaff } from './store.ts'
import { openUser } from './user.ts'

export type Addressee = {
  userId: UserId
  email: string
  language: Language
  rights: ReadonlySet<Right>
}

export async function membersToWriteTo(
  vault: Vault,
  tx: Tx,
  accountId: AccountId,
): Promise<Addressee[]> {
  const members = await listMembers(tx, accountId)
  return members.map((row) => ({
    userId: row.user_id,
    email: openUser(vault, row).email,
    language: row.language,
    rights: rightsOf(row.role, row.staff_role),
  }))
}

/** Those who own the account: whom its end concerns, whatever they chose to be told of. */
export async function ownersToWriteTo(
  vault: Vault,
  tx: Tx,
  accountId: AccountId,
): Promise<Omit<Addressee, 'rights'>[]> {
  const members = await listMembers(tx, accountId)
  return members.flatMap((row) => {
    if (row.role !== 'owner') return []
    return [{ userId: row.user_id, email: openUser(vault, row).email, language: row.language }]
  })
}

export async function staffToWriteTo(vault: Vault, tx: Tx): Promise<Addressee[]> {
  const staff = await listStaff(tx)
  return staff.map((row) => ({
    userId: row.user_id,
    email: openUser(vault, row).email,
    language: row.language,
    rights: new Set(row.staff_role === null ? [] : rightsOfStaff[row.staff_role]),
  }))
}

/** The users of the account whose role has this right. */
export async function membersWho(tx: Tx, accountId: AccountId, right: Right): Promise<UserId[]> {
  const members = await listMembers(tx, accountId)
  return members.flatMap(({ role, user_id: id }) => (rightsOf(role, null).has(right) ? [id] : []))
}

/** Asked when one user answers for another’s act. */
export async function memberMay(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
  right: Right,
): Promise<boolean> {
  const member = await findMember(tx, accountId, userId)
  return member !== null && rightsOf(member.role, null).has(right)
}
