// Between password and second factor: a half session, which can do nothing but show the factor.
import { type AccountId, AppError, isoTime, type UserId } from '../../kernel/index.ts'
import type { TriedFrom } from '../attempts.ts'
import type { PasskeyChallenge } from '../contract-passkeys.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import {
  type Entering,
  invitationWrong,
  isInvited,
  joinInvited,
} from '../invitations/invitation.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { landing, loginFailed, type NewSession, openSession } from '../session.ts'
import * as store from '../store.ts'
import { userCaller } from '../user-caller.ts'
import * as factors from './factor-store.ts'
import { passkeySite } from './passkeys.ts'
import { type FactorAnswer, proveFactor } from './prove-factor.ts'
import { giveChallenge, namesElsewhere } from './show-passkey.ts'

export const halfSessionMs = 10 * 60_000

export type Begun =
  | { kind: 'whole'; session: NewSession }
  | { kind: 'half'; secret: string; ageMs: number }

/** Of a user who has shown their password: the session, or half of one where more is asked. */
export async function beginSession(
  deps: AccountsDeps,
  { userId, accountId, invitation }: Entering,
): Promise<Begun> {
  const at = deps.clock.now()
  const has = await deps.database.inInstallation(async (tx) => ({
    user: await store.findUser(tx, userId),
    factors: await factors.confirmedFactors(tx, userId),
  }))
  if (has.factors.length === 0 && invitation === null) {
    const session = await openSession(deps, { userId, accountId })
    // Null: a factor was confirmed meanwhile, and is asked for.
    if (session !== null) return { kind: 'whole', session }
  }
  const leadsTo =
    invitation === null
      ? await landingOf(deps, userId, accountId ?? has.user?.last_account_id ?? null)
      : accountId
  if (leadsTo === null) throw loginFailed()
  const secret = newSecret(deps.randomness)
  const half = { hash: secret.hash, userId, leadsTo, invitation, at }
  await deps.database.inInstallation((tx) =>
    factors.insertHalfSession(tx, { ...half, expiresAt: at + halfSessionMs }),
  )
  return { kind: 'half', secret: secret.text, ageMs: halfSessionMs }
}

async function landingOf(
  deps: AccountsDeps,
  userId: UserId,
  last: AccountId | null,
): Promise<AccountId | null> {
  const own = await deps.database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, userId))
  return landing(own, last, deps.clock.now())?.account_id ?? null
}

export async function readHalfSession(deps: AccountsDeps, secret: string | null) {
  const half = await halfOf(deps, secret)
  const { user_id: userId } = half
  const { left, has } = await deps.database.inInstallation(async (tx) => ({
    left: await factors.countRecoveryCodes(tx, userId),
    has: await factors.confirmedFactors(tx, userId),
  }))
  return {
    expiresAt: isoTime(half.expires_at),
    recoveryCodesLeft: left > 0,
    kinds: [...new Set(has.map(({ kind }) => kind))],
    passkeysAt: passkeySite(deps.siteUrl())?.origin ?? null,
    passkeysFor: namesElsewhere(deps, has),
  }
}

/** For somebody who has shown their password. */
export async function challengeForLogin(
  deps: AccountsDeps,
  secret: string | null,
): Promise<PasskeyChallenge> {
  const half = await halfOf(deps, secret)
  return giveChallenge(deps, half.user_id, 'login')
}

/**
 * The second factor, and with it the session; and the account, where one was invited. An invitation
 * that is gone is told before the factor is looked at: nothing of it is used up.
 */
export async function finishSession(
  deps: AccountsDeps,
  shown: { secret: string | null; code: FactorAnswer; from: TriedFrom },
  /** The half session is used up. */
  onEnded: () => void = () => undefined,
): Promise<NewSession> {
  const half = await halfOf(deps, shown.secret)
  const { user_id: userId, leads_to: leadsTo, invitation_hash: invitation } = half
  const user = await deps.database.inInstallation((tx) => store.findUser(tx, userId))
  if (user === null) throw loginFailed()
  const takeHalf = () =>
    deps.database.inInstallation((tx) => factors.takeHalfSession(tx, hashOf(shown.secret ?? '')))
  if (invitation !== null && !(await isInvited(deps, { accountId: leadsTo, invitation }))) {
    await takeHalf()
    onEnded()
    throw invitationWrong()
  }
  // An account that they have not joined does not read of their tries.
  const own = invitation === null ? leadsTo : await landingOf(deps, userId, user.last_account_id)
  const caller = userCaller(own ?? leadsTo, userId)
  const { code, from } = shown
  await proveFactor(deps, { user, caller, code, from, isUnrecorded: own === null })
  if (!(await takeHalf())) throw expired()
  onEnded()
  const accountId =
    invitation === null
      ? leadsTo
      : await joinOr(deps, own, { userId, accountId: leadsTo, invitation })
  const session = await openSession(deps, { userId, accountId, withFactor: true })
  if (session === null) throw expired()
  return session
}

/** Withdrawn in this very moment, it leads to an account of their own: the factor is used up. */
async function joinOr(
  deps: AccountsDeps,
  own: AccountId | null,
  joining: Parameters<typeof joinInvited>[1],
): Promise<AccountId> {
  try {
    await joinInvited(deps, joining)
    return joining.accountId
  } catch (error) {
    const isGone = error instanceof AppError && error.code === 'accounts.invitation_wrong'
    if (own === null || !isGone) throw error
    return own
  }
}

async function halfOf(deps: AccountsDeps, secret: string | null): Promise<factors.HalfSessionRow> {
  if (secret === null) throw expired()
  const hash = hashOf(secret)
  const now = deps.clock.now()
  const half = await deps.database.inInstallation((tx) => factors.findHalfSession(tx, hash, now))
  if (half === null) throw expired()
  return half
}

function expired() {
  return accountsError(
    'accounts.second_factor_expired',
    'Too much time has passed since the password: log in again.',
  )
}
