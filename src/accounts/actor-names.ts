// Names of the users and API tokens in an account's journal, including former ones.
import type { AccountId, TokenId, UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import { readTokenNames } from './credential-store.ts'
import { listMembers, listStaff, readUserNames } from './store.ts'
import { openName } from './user.ts'

/** Names by id; who is not known is not among them. */
export async function actorNames(
  vault: Pick<Vault, 'openForInstallation'>,
  tx: Tx,
  accountId: AccountId,
  actors: { users: readonly UserId[]; tokens: readonly TokenId[] },
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (actors.users.length > 0) {
    const users = await readUserNames(tx, actors.users)
    for (const row of users) names.set(row.user_id, openName(vault, row))
  }
  if (actors.tokens.length > 0) {
    const tokens = await readTokenNames(tx, accountId, actors.tokens)
    for (const { token_id: id, name } of tokens) names.set(id, name)
  }
  return names
}

/** By user id; who is no member any more is not among them. */
export async function memberRoles(tx: Tx, accountId: AccountId): Promise<Map<string, string>> {
  const members = await listMembers(tx, accountId)
  return new Map(members.map(({ user_id: id, role }) => [id, role]))
}

/** The users of the account, by the names that their colleagues know. */
export async function memberNames(
  vault: Pick<Vault, 'openForInstallation'>,
  tx: Tx,
  accountId: AccountId,
): Promise<{ id: UserId; name: string }[]> {
  const members = await listMembers(tx, accountId)
  return members.map((row) => ({ id: row.user_id, name: openName(vault, row) }))
}

/** Whoever manages the installation, by the names that their colleagues know. */
export async function staffNames(
  vault: Pick<Vault, 'openForInstallation'>,
  tx: Tx,
): Promise<{ id: UserId; name: string }[]> {
  const staff = await listStaff(tx)
  return staff.map((row) => ({ id: row.user_id, name: openName(vault, row) }))
}
