// An owner shows who they are before something that cannot be taken back.
import type { Caller, UserId } from '../../kernel/index.ts'
import { demandPasswordTry, passwordTrySucceeded } from '../attempts.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import { demandFactor, type FactorAnswer } from '../factors/prove-factor.ts'
import * as store from '../store.ts'
import { refusePassword } from './prove-self.ts'

export type OwnerShown = { password: string; secondFactor?: FactorAnswer | undefined }

/**
 * An owner of the caller's account with the right password, and their second factor where they have
 * enrolled one; each try is counted first. An API token does none of what this guards: whoever
 * holds one and a password would else do it without the factor that the account requires.
 */
export async function proveOwner(
  deps: AccountsDeps,
  caller: Caller,
  shown: OwnerShown,
): Promise<UserId> {
  const { accountId, by } = caller
  if (by.kind !== 'user') throw inPerson()
  const { userId } = by
  await demandPasswordTry(deps, userId, `owner of ${accountId}`)
  const user = await deps.database.inAccount(accountId, (tx) =>
    store.findMember(tx, accountId, userId),
  )
  const owner = user?.role === 'owner' ? user : null
  const isRight = await deps.passwords.verify(owner?.password_hash ?? null, shown.password)
  if (owner === null || !isRight) return refusePassword(deps, caller, userId)
  await passwordTrySucceeded(deps, userId, `owner of ${accountId}`)
  const { secondFactor: code } = shown
  await demandFactor(deps, { user: owner, caller, code, from: `owner of ${accountId}` })
  return userId
}

function inPerson() {
  return accountsError(
    'accounts.owner_in_person',
    'An API token cannot do this: an owner does it who is logged in, in the settings.',
  )
}
