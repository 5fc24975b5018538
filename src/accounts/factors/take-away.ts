// The way back: somebody else takes away the second factor of a user who has lost it.
import type { AccountId, Caller, UserId } from '../../kernel/index.ts'
import { type Account, accountsInAnyAccount, systemCaller } from '../account.ts'
import type { AccountsDeps } from '../deps.ts'
import { forgetWaiting } from '../email/change-store.ts'
import { endOtherSessions } from '../end-sessions.ts'
import { accountsError } from '../errors.ts'
import { proveOwner } from '../passwords/prove-owner.ts'
import { proveSelf, type SelfShown } from '../passwords/prove-self.ts'
import * as store from '../store.ts'
import { emailTag, userNotFound } from '../user.ts'
import { confirmedFactors, deleteFactors } from './factor-store.ts'
import { demandEnrolled } from './prove-factor.ts'
import { tellUser } from './tell-user.ts'

type By = 'owner' | 'staff' | 'command_line'

/**
 * By an owner, of a user who works in this account alone: a factor guards all accounts of its user,
 * so that of somebody who has others, or who manages the installation, staff decide. One's own is
 * turned off with it.
 */
export async function takeFactorOfMember(
  deps: AccountsDeps,
  caller: Caller,
  asked: { userId: UserId; reason: string } & SelfShown,
): Promise<void> {
  const { userId, reason } = asked
  const { accountId } = caller
  const member = await deps.database.inAccount(accountId, (tx) =>
    store.findMember(tx, accountId, userId),
  )
  if (member === null) throw userNotFound()
  if (caller.by.kind !== 'user') throw ownerOnly()
  const owner = await proveOwner(deps, caller, asked)
  await demandEnrolled(deps, owner)
  const own = await deps.database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, userId))
  if (userId === owner || member.staff_role !== null || own.length > 1) throw needsStaff()
  await takeFactors(deps, { userId, by: 'owner', reason, callers: [caller] })
}

/** By whoever manages the installation, after a letter that is recorded: of anybody. */
export async function takeFactorByStaff(
  deps: AccountsDeps,
  caller: Caller,
  asked: { email: string; reason: string; session: string | null } & SelfShown,
): Promise<void> {
  const staff = await proveSelf(deps, caller, asked)
  await demandEnrolled(deps, staff.user_id)
  const userId = await userWith(deps, asked.email)
  // One's own is turned off with it.
  if (userId === staff.user_id) throw needsStaff()
  const callers = (await accountsOf(deps, userId)).map(({ id }) => ({ ...caller, accountId: id }))
  await takeFactors(deps, { userId, by: 'staff', reason: asked.reason, callers })
}

/** By somebody at the machine who can read the keys: the way back of the last who manages it. */
export async function takeFactorOnMachine(
  deps: AccountsDeps,
  { email, traceId }: { email: string; traceId: string },
): Promise<void> {
  const userId = await userWith(deps, email)
  const accounts = await accountsOf(deps, userId)
  const callers = accounts.map((account) => systemCaller(account, 'command_line', traceId))
  await takeFactors(deps, { userId, by: 'command_line', reason: null, callers })
}

/**
 * Their sessions end first: a crash between the two logs somebody out, and lets nobody stay. A
 * change of their e-mail that waits is void: somebody else may have asked for it with the factor.
 */
async function takeFactors(
  deps: AccountsDeps,
  taken: { userId: UserId; by: By; reason: string | null; callers: readonly Caller[] },
): Promise<void> {
  const { userId, by, reason, callers } = taken
  const [first, ...others] = callers
  if (first === undefined) throw userNotFound()
  const has = await deps.database.inInstallation((tx) => confirmedFactors(tx, userId))
  if (has.length === 0) throw noFactor()
  const endSessions = () => endOtherSessions(deps, userId, null)
  await endSessions()
  const deed = {
    action: 'accounts.factor_removed' as const,
    details: { user: userId, by },
    ...(reason === null ? {} : { reason }),
  }
  await deps.database.inAccount(first.accountId, async (tx) => {
    await store.holdUser(tx, userId)
    if ((await deleteFactors(tx, userId)) === 0) throw noFactor()
    await forgetWaiting(tx, userId)
    await deps.record(tx, first, deed)
    await tellUser(deps, tx, { userId, accountId: first.accountId, what: 'factor_removed' })
  })
  // One that was opened meanwhile, with the factor that is lost.
  await endSessions()
  for (const caller of others) {
    await deps.database.inAccount(caller.accountId, (tx) => deps.record(tx, caller, deed))
  }
}

async function userWith(deps: AccountsDeps, email: string): Promise<UserId> {
  const tag = emailTag(deps.vault, email)
  const user = await deps.database.inInstallation((tx) => store.findUserByTag(tx, tag))
  if (user === null) throw userNotFound()
  return user.user_id
}

/** Each account's journal tells of it. */
async function accountsOf(deps: AccountsDeps, userId: UserId): Promise<Account[]> {
  const own = await deps.database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, userId))
  const ids = new Set<AccountId>(own.map(({ account_id }) => account_id))
  return (await accountsInAnyAccount(deps.database)).filter(({ id }) => ids.has(id))
}

function ownerOnly() {
  return accountsError(
    'accounts.second_factor_by_owner_only',
    'Only an owner who is logged in can remove a second factor of somebody else.',
  )
}

function needsStaff() {
  return accountsError(
    'accounts.second_factor_needs_staff',
    'Whoever manages the installation removes this one; turn your own off in your profile.',
  )
}

function noFactor() {
  return accountsError(
    'accounts.second_factor_not_found',
    'There is no such second factor, or it waited too long for its first code.',
  )
}
