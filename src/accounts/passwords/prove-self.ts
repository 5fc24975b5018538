// Whoever is logged in shows again who they are: password, and second factor where they have one.
import type { Caller, UserId } from '../../kernel/index.ts'
import { demandPasswordTry, passwordTrySucceeded } from '../attempts.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import { demandFactor, type FactorAnswer } from '../factors/prove-factor.ts'
import * as store from '../store.ts'
import type { UserRow } from '../tables.ts'

export type SelfShown = { password: string; secondFactor?: FactorAnswer | undefined }

/** `session`: its secret, by which tries are counted; each is counted before it is looked at. */
export async function proveSelf(
  deps: AccountsDeps,
  caller: Caller,
  shown: SelfShown & { session: string | null },
): Promise<UserRow> {
  const { by } = caller
  if (by.kind !== 'user') throw notAUser()
  const { userId } = by
  await demandPasswordTry(deps, userId, shown.session)
  const user = await deps.database.inInstallation((tx) => store.findUser(tx, userId))
  if (!(await deps.passwords.verify(user?.password_hash ?? null, shown.password))) {
    await refusePassword(deps, caller, userId)
  }
  if (user === null) throw notAUser()
  await passwordTrySucceeded(deps, userId, shown.session)
  const { secondFactor: code, session } = shown
  await demandFactor(deps, { user, caller, code, from: session ?? userId })
  return user
}

/** The refusal stands in the journal. */
export async function refusePassword(
  deps: AccountsDeps,
  caller: Caller,
  userId: UserId,
): Promise<never> {
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: 'accounts.password_refused', details: { user: userId } }),
  )
  throw passwordWrong()
}

export function passwordWrong() {
  return accountsError('accounts.password_wrong', 'The current password is not right.')
}

export function notAUser() {
  return accountsError(
    'accounts.not_a_user',
    'This is for a person who is logged in; an API token has no password and no session.',
  )
}
