// Logging in and out: a cookie's secret kept as a hash, an idle end and an absolute end.
import type { AccountId, Caller, Instant, Language, UserId } from '../kernel/index.ts'
import { takeTurn } from '../storage/index.ts'
import { accountOf, accountView } from './account.ts'
import { beginAttempt, type TriedFrom } from './attempts.ts'
import type { MeView } from './contract.ts'
import * as credentials from './credential-store.ts'
import type { AccountsDeps } from './deps.ts'
import { forgetWaiting } from './email/change-store.ts'
import { endOtherSessions } from './end-sessions.ts'
import { accountsError } from './errors.ts'
import { confirmedFactors, deleteHalfSessions } from './factors/factor-store.ts'
import type { FactorAnswer } from './factors/prove-factor.ts'
import { factorFactsInAnyAccount } from './factors/rule-store.ts'
import { standingOf, standingView } from './factors/standing.ts'
import { newDeviceMark } from './known-device.ts'
import { refuseGuessable } from './passwords/passwords.ts'
import { notAUser, proveSelf } from './passwords/prove-self.ts'
import { hashOf, newSecret } from './secrets.ts'
import * as store from './store.ts'
import type { UserRow } from './tables.ts'
import { endTokensBeyond } from './tokens/token.ts'
import { emailTag, openUser, sealName } from './user.ts'
import { userCaller } from './user-caller.ts'

export const sessionLimits = {
  /** Unused for so long, a session ends. */
  idleMs: 12 * 60 * 60_000,
  /** However used, it ends after so long. */
  totalMs: 7 * 24 * 60 * 60_000,
  /** `last_seen_at` is written no oftener than this: a read must not cost a write. */
  touchEveryMs: 60_000,
} as const

/** `device`: the mark that this browser is known by from now on. */
export type NewSession = { secret: string; expiresAt: Instant; device: string }

/** Who shows this e-mail and password; a second factor may still be asked for. */
export async function whoLogsIn(
  deps: AccountsDeps,
  request: { email: string; password: string },
  from: TriedFrom,
): Promise<UserId> {
  const tag = emailTag(deps.vault, request.email)
  const user = await deps.database.inInstallation((tx) => store.findUserByTag(tx, tag))
  await proveUser(deps, { tag, user, password: request.password, from })
  if (user === null) throw loginFailed()
  return user.user_id
}

type PasswordShown = { tag: Buffer; user: UserRow | null; password: string; from: TriedFrom }

/** The right password of that e-mail, or an error. */
export async function proveUser(deps: AccountsDeps, shown: PasswordShown): Promise<void> {
  if (!(await isPasswordOf(deps, shown))) throw loginFailed()
}

/** Whether it is the right password of that e-mail; counted before it is looked at. */
export async function isPasswordOf(deps: AccountsDeps, shown: PasswordShown): Promise<boolean> {
  const { tag, user, from } = shown
  const passwordHash = user?.password_hash ?? null
  const attempt = await beginAttempt(deps, { tag, passwordHash, from })
  const isRight = await deps.passwords.verify(passwordHash, shown.password)
  if (!isRight) {
    await recordFailure(deps, { tag, user, becameSlow: attempt.becameSlow })
    return false
  }
  await attempt.succeeded()
  return true
}

/**
 * A failure stands in the journal of the account that this person would have come to. Of an e-mail
 * that nobody has it stands in none; as much is asked and written, so that the time of an answer
 * does not tell which e-mails are known.
 */
async function recordFailure(
  deps: AccountsDeps,
  failed: { tag: Buffer; user: UserRow | null; becameSlow: boolean },
): Promise<void> {
  const userId = failed.user?.user_id ?? (deps.makeId() as UserId)
  const last = failed.user?.last_account_id ?? null
  const own = await deps.database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, userId))
  const place = landing(own, last, deps.clock.now())
  if (place === undefined) {
    const nobody = { door: 'login.nobody', of: failed.tag.toString('hex') }
    const now = new Date(deps.clock.now())
    await takeTurn(deps.database, { ...nobody, max: 1, perMs: sessionLimits.touchEveryMs, now })
    return
  }
  const caller = userCaller(place.account_id, userId)
  await deps.database.inAccount(place.account_id, async (tx) => {
    const details = { user: userId }
    await deps.record(tx, caller, { action: 'accounts.login_failed', details })
    if (failed.becameSlow) {
      await deps.record(tx, caller, { action: 'accounts.login_slowed', details })
    }
  })
}
/**
 * Where a login leads: to the account that the person was last in, else to the first joined. Nobody
 * enters one whose day of deletion has come: it goes while they look at it.
 */
export function landing(all: readonly store.MembershipRow[], last: AccountId | null, at: Instant) {
  const own = all.filter((one) => mayEnter(one, at))
  return own.find(({ account_id }) => account_id === last) ?? own[0]
}

const mayEnter = ({ deletion_due_at: dueAt }: store.MembershipRow, at: Instant): boolean =>
  dueAt === null || dueAt > at

/**
 * A session in the account that is named, else in the one that the person was last in. Null where
 * the second factor was shown and there is none any more, or was not and there is one by now.
 */
export async function openSession(
  deps: AccountsDeps,
  opened: { userId: UserId; accountId: AccountId | null; withFactor?: boolean },
): Promise<NewSession | null> {
  const { userId, accountId, withFactor = false } = opened
  const at = deps.clock.now()
  const user = await deps.database.inInstallation((tx) => store.findUser(tx, userId))
  const own = await deps.database.inAnyAccount(async (tx) => {
    await credentials.deleteExpiredSessionsInAnyAccount(tx, at)
    return store.membershipsInAnyAccount(tx, userId)
  })
  const place = landing(own, accountId ?? user?.last_account_id ?? null, at)
  if (user === null || place === undefined) throw loginFailed()
  const here = place.account_id
  const secret = newSecret(deps.randomness)
  const expiresAt = at + sessionLimits.totalMs
  const isOpen = await deps.database.inAccount(here, async (tx) => {
    await store.holdUser(tx, userId)
    const factors = await confirmedFactors(tx, userId)
    if (factors.length > 0 !== withFactor) return false
    const session = { hash: secret.hash, userId, accountId: here, at, expiresAt, withFactor }
    await credentials.insertSession(tx, session)
    await store.setLastAccount(tx, userId, here)
    await deps.record(tx, userCaller(here, userId), {
      action: 'accounts.logged_in',
      details: withFactor ? { user: userId, withFactor } : { user: userId },
    })
    return true
  })
  if (!isOpen) return null
  const device = await markOf(deps, user, withFactor)
  return { secret: secret.text, expiresAt, device }
}

/** The mark of the browser that this person sits at; `withFactor`: they have shown theirs. */
export async function markOf(
  deps: AccountsDeps,
  user: UserRow,
  withFactor: boolean,
): Promise<string> {
  const tag = emailTag(deps.vault, openUser(deps.vault, user).email)
  const person = { tag, passwordHash: user.password_hash }
  if (!withFactor) return newDeviceMark(deps, person, null)
  const [first] = await deps.database.inInstallation((tx) => confirmedFactors(tx, user.user_id))
  return newDeviceMark(deps, person, first?.enrolment_id ?? null)
}

export async function logOut(deps: AccountsDeps, secret: string): Promise<void> {
  await deps.database.inAnyAccount((tx) =>
    credentials.deleteSessionInAnyAccount(tx, hashOf(secret)),
  )
}

/** Goes over to another of one's accounts. */
export async function switchAccount(
  deps: AccountsDeps,
  caller: Caller,
  secret: string,
  accountId: AccountId,
): Promise<void> {
  const { by } = caller
  if (by.kind !== 'user') throw notAUser()
  const own = await deps.database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, by.userId))
  const place = own.find((membership) => membership.account_id === accountId)
  if (place === undefined || !mayEnter(place, deps.clock.now())) {
    throw accountsError('accounts.account_not_found', 'There is no such account.')
  }
  await deps.database.inAnyAccount((tx) =>
    credentials.moveSessionInAnyAccount(tx, hashOf(secret), accountId),
  )
  if (accountId === caller.accountId) return
  // In both journals, and neither names the other account.
  const details = { user: by.userId }
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: 'accounts.account_left', details }),
  )
  await deps.database.inAccount(accountId, async (tx) => {
    await store.setLastAccount(tx, by.userId, accountId)
    const there = { ...caller, accountId }
    await deps.record(tx, there, { action: 'accounts.account_entered', details })
  })
}

/** Who is asking, as the screens need it. */
export async function whoAmI(deps: AccountsDeps, caller: Caller): Promise<MeView> {
  const { by, accountId } = caller
  const account = await deps.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
  const base = {
    account: accountView(account),
    rights: [...caller.rights].sort(),
    language: caller.language,
  }
  if (by.kind !== 'user') {
    const token =
      by.kind === 'token'
        ? await deps.database.inAccount(accountId, (tx) =>
            credentials.findToken(tx, accountId, by.tokenId),
          )
        : null
    const shown = token === null ? null : { id: token.token_id as string, name: token.name }
    return { ...base, user: null, token: shown, role: null, accounts: [], secondFactor: null }
  }
  const { memberships, facts } = await deps.database.inAnyAccount(async (tx) => ({
    memberships: await store.membershipsInAnyAccount(tx, by.userId),
    facts: await factorFactsInAnyAccount(tx, accountId, by.userId),
  }))
  const row = await deps.database.inInstallation((tx) => store.findUser(tx, by.userId))
  if (row === null) throw notAUser()
  return {
    ...base,
    // The kept one: the language of an answer may be another, that this one request asked for.
    language: row.language,
    user: { id: by.userId, ...openUser(deps.vault, row) },
    token: null,
    role: memberships.find((m) => m.account_id === accountId)?.role ?? null,
    accounts: memberships.map((m) => ({ id: m.account_id, name: m.name, role: m.role })),
    secondFactor: facts && standingView(standingOf(facts, deps.clock.now())),
  }
}

type NewPassword = {
  current: string
  next: string
  endTokens: boolean
  secondFactor?: FactorAnswer | undefined
}

/**
 * One's own name, language and password. A new password ends one's other sessions, the marks of
 * all devices but this one, and a change of the e-mail that waits: whoever asked for it knew the
 * password from before. Tokens are other keys, in programs that go on, and end where one says so.
 */
export async function changeMe(
  deps: AccountsDeps,
  caller: Caller,
  change: {
    name?: string | undefined
    language?: Language | undefined
    password?: NewPassword | undefined
    session: string | null
  },
): Promise<{ device: string | null }> {
  const { by } = caller
  if (by.kind !== 'user') throw notAUser()
  const { password, session } = change
  const passwordHash =
    password === undefined ? null : await nextHash(deps, caller, { ...password, session })
  if (passwordHash !== null) {
    // Before the change: a crash between the two logs somebody out, and lets nobody stay.
    await endOtherSessions(deps, by.userId, session)
  }
  const user = await deps.database.inAccount(caller.accountId, async (tx) => {
    const nameSealed =
      change.name === undefined ? null : sealName(deps.vault, by.userId, change.name)
    const language = change.language ?? null
    await store.updateUser(tx, by.userId, { passwordHash, language, nameSealed })
    if (nameSealed !== null) {
      const details = { user: by.userId }
      await deps.record(tx, caller, { action: 'accounts.name_changed', details })
    }
    if (passwordHash === null) return null
    await deleteHalfSessions(tx, by.userId)
    await forgetWaiting(tx, by.userId)
    await deps.record(tx, caller, {
      action: 'accounts.password_changed',
      details: { user: by.userId },
    })
    return store.findUser(tx, by.userId)
  })
  if (password?.endTokens === true) await endOwnTokens(deps, caller, by.userId)
  // Where there is a factor it was shown with the password from before.
  return { device: user === null ? null : await markOf(deps, user, true) }
}

/** In each account where this person made some, and in its journal. */
async function endOwnTokens(deps: AccountsDeps, caller: Caller, userId: UserId): Promise<void> {
  const own = await deps.database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, userId))
  for (const { account_id } of own) {
    const there = { ...caller, accountId: account_id }
    await deps.database.inAccount(account_id, (tx) =>
      endTokensBeyond(deps, tx, there, { userId, rights: [] }),
    )
  }
}

async function nextHash(
  deps: AccountsDeps,
  caller: Caller,
  password: NewPassword & { session: string | null },
): Promise<string> {
  const { current, secondFactor, session } = password
  const user = await proveSelf(deps, caller, { password: current, secondFactor, session })
  const own = await deps.database.inAnyAccount((tx) =>
    store.membershipsInAnyAccount(tx, user.user_id),
  )
  const organisations = own.map(({ name }) => name)
  const owner = { ...openUser(deps.vault, user), organisations }
  await refuseGuessable(deps, password.next, owner)
  return deps.passwords.hash(password.next)
}

export function loginFailed() {
  return accountsError('accounts.login_failed', 'This e-mail and password do not go together.')
}
