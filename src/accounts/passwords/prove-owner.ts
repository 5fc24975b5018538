// An owner shows who they are before something that cannot be taken back.
import type { Caller, UserId } from '../../kernel/index.ts'
import { demandPasswordTry, passwordTrySucceeded } from '../attempts.ts'
import type { AccountsDeps } from '../deps.ts'
import { demandFactor } from '../factors/prove-factor.ts'
import * as store from '../store.ts'
import type { MemberRow } from '../tables.ts'
import { emailTag } from '../user.ts'
import { refusePassword } from './prove-self.ts'

/** `email`: which owner, where a program asks with a token and is none itself. */
export type OwnerShown = {
  password: string
  email?: string | undefined
  secondFactor?: string | undefined
}

/**
 * An owner of the caller's account with the right password, and their second factor where they have
 * enrolled one; each try is counted first.
 */
export async function proveOwner(
  deps: AccountsDeps,
  caller: Caller,
  shown: OwnerShown,
): Promise<UserId> {
  const { accountId, by } = caller
  // One count for an account and who asks, whichever e-mail is named.
  const asker = (by.kind === 'user' ? by.userId : accountId) as UserId
  await demandPasswordTry(deps, asker, `owner of ${accountId}`)
  const user = await ownerNamed(deps, caller, shown.email)
  const isRight = await deps.passwords.verify(user?.password_hash ?? null, shown.password)
  if (user === null || !isRight) return refusePassword(deps, caller, user?.user_id ?? asker)
  await passwordTrySucceeded(deps, asker, `owner of ${accountId}`)
  const { secondFactor: code } = shown
  await demandFactor(deps, { user, caller, code, from: `owner of ${accountId}` })
  return user.user_id
}

async function ownerNamed(
  deps: AccountsDeps,
  { accountId, by }: Caller,
  email: string | undefined,
): Promise<MemberRow | null> {
  const userId = by.kind === 'user' ? by.userId : await userOf(deps, email)
  if (userId === null) return null
  const member = await deps.database.inAccount(accountId, (tx) =>
    store.findMember(tx, accountId, userId),
  )
  return member?.role === 'owner' ? member : null
}

async function userOf(deps: AccountsDeps, email: string | undefined): Promise<UserId | null> {
  if (email === undefined) return null
  const tag = emailTag(deps.vault, email)
  const user = await deps.database.inInstallation((tx) => store.findUserByTag(tx, tag))
  return user?.user_id ?? null
}
