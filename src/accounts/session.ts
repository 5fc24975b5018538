// Logging in and out: a cookie's secret kept as a hash, an idle end and an absolute end.
import type { AccountId, Caller, Instant, Language, UserId } from '../kernel/index.ts'
import { accountOf, accountView } from './account.ts'
import type { MeView } from './contract.ts'
import * as credentials from './credential-store.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import { refuseKnown } from './passwords.ts'
import { hashOf, newSecret } from './secrets.ts'
import * as store from './store.ts'
import { emailTag, openUser } from './user.ts'

export const sessionLimits = {
  /** Unused for so long, a session ends. */
  idleMs: 12 * 60 * 60_000,
  /** However used, it ends after so long. */
  totalMs: 7 * 24 * 60 * 60_000,
  /** `last_seen_at` is written no oftener than this: a read must not cost a write. */
  touchEveryMs: 60_000,
} as const

export const sessionCookie = 'accord_session'

export type NewSession = { secret: string; expiresAt: Instant }

export async function logIn(
  deps: AccountsDeps,
  request: { email: string; password: string },
): Promise<NewSession> {
  const tag = emailTag(deps.vault, request.email)
  const key = tag.toString('hex')
  deps.throttle.demand(key)
  const user = await deps.database.inInstallation((tx) => store.findUserByTag(tx, tag))
  const isRight = await deps.passwords.verify(user?.password_hash ?? null, request.password)
  if (user === null || !isRight) {
    deps.throttle.failed(key)
    throw loginFailed()
  }
  deps.throttle.succeeded(key)
  return openSession(deps, user.user_id)
}

/** A session in the first of the user's accounts. */
export async function openSession(deps: AccountsDeps, userId: UserId): Promise<NewSession> {
  const at = deps.clock.now()
  const [first] = await deps.database.inAnyAccount(async (tx) => {
    await credentials.deleteExpiredSessionsInAnyAccount(tx, at)
    return store.membershipsInAnyAccount(tx, userId)
  })
  if (first === undefined) throw loginFailed()
  const secret = newSecret(deps.randomness)
  const expiresAt = at + sessionLimits.totalMs
  await deps.database.inAccount(first.account_id, async (tx) => {
    await credentials.insertSession(tx, {
      hash: secret.hash,
      userId,
      accountId: first.account_id,
      at,
      expiresAt,
    })
    await deps.record(tx, userCaller(first.account_id, userId), {
      action: 'accounts.logged_in',
      details: { user: userId },
    })
  })
  return { secret: secret.text, expiresAt }
}

/** Only to sign a record; it has no rights. */
export function userCaller(accountId: AccountId, userId: UserId): Caller {
  return {
    accountId,
    by: { kind: 'user', userId },
    rights: new Set(),
    language: 'en',
    traceId: '',
  }
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
  if (!own.some((membership) => membership.account_id === accountId)) {
    throw accountsError('accounts.account_not_found', 'There is no such account.')
  }
  await deps.database.inAnyAccount((tx) =>
    credentials.moveSessionInAnyAccount(tx, hashOf(secret), accountId),
  )
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
    return { ...base, user: null, token: shown, role: null, accounts: [] }
  }
  const memberships = await deps.database.inAnyAccount((tx) =>
    store.membershipsInAnyAccount(tx, by.userId),
  )
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
  }
}

/** One's own language and password; a new password ends one's other sessions. */
export async function changeMe(
  deps: AccountsDeps,
  caller: Caller,
  change: {
    language?: Language | undefined
    password?: { current: string; next: string } | undefined
    session: string | null
  },
): Promise<void> {
  const { by } = caller
  if (by.kind !== 'user') throw notAUser()
  const passwordHash =
    change.password === undefined ? null : await nextHash(deps, by.userId, change.password)
  if (passwordHash !== null) {
    const keep = change.session === null ? null : hashOf(change.session)
    // Before the change: a crash between the two logs somebody out, and lets nobody stay.
    await deps.database.inAnyAccount((tx) =>
      credentials.deleteOtherSessionsInAnyAccount(tx, by.userId, keep),
    )
  }
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await store.updateUser(tx, by.userId, { passwordHash, language: change.language ?? null })
    if (passwordHash === null) return
    await deps.record(tx, caller, {
      action: 'accounts.password_changed',
      details: { user: by.userId },
    })
  })
}

async function nextHash(
  deps: AccountsDeps,
  userId: UserId,
  password: { current: string; next: string },
): Promise<string> {
  deps.throttle.demand(userId)
  const user = await deps.database.inInstallation((tx) => store.findUser(tx, userId))
  if (!(await deps.passwords.verify(user?.password_hash ?? null, password.current))) {
    deps.throttle.failed(userId)
    throw accountsError('accounts.password_wrong', 'The current password is not right.')
  }
  deps.throttle.succeeded(userId)
  refuseKnown(password.next)
  return deps.passwords.hash(password.next)
}

function notAUser() {
  return accountsError(
    'accounts.not_a_user',
    'This is for a person who is logged in; an API token has no password and no session.',
  )
}

export function loginFailed() {
  return accountsError('accounts.login_failed', 'This e-mail and password do not go together.')
}
