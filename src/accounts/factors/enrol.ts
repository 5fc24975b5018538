// A user enrols an authenticator app: begun with the password, counted from its first code on.
import { type Caller, isoTime, isoTimeOrNull, type UserId } from '../../kernel/index.ts'
import { demandTurn, takeFactorTurn } from '../attempts.ts'
import type { SecondFactorBegun, SecondFactorList } from '../contract-factors.ts'
import * as credentials from '../credential-store.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import { notAUser, proveSelf, type SelfShown } from '../passwords/prove-self.ts'
import { hashOf } from '../secrets.ts'
import { markOf } from '../session.ts'
import * as store from '../store.ts'
import { openUser } from '../user.ts'
import * as factors from './factor-store.ts'
import { factorPlace, openSecret } from './prove-factor.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { factorFactsInAnyAccount } from './rule-store.ts'
import { standingOf, standingView } from './standing.ts'
import { tellUser } from './tell-user.ts'
import { newTotpKey, stepOf, totpFor } from './totp.ts'

/** A phone, another, a tablet: more are rather forgotten than used. */
const factorsMax = 5
/** One that was begun is confirmed within so long. */
const waitsMs = 30 * 60_000

export async function listFactors(deps: AccountsDeps, caller: Caller): Promise<SecondFactorList> {
  const { accountId } = caller
  const userId = userOf(caller)
  const { rows, left } = await deps.database.inInstallation(async (tx) => ({
    rows: await factors.confirmedFactors(tx, userId),
    left: await factors.countRecoveryCodes(tx, userId),
  }))
  const facts = await deps.database.inAnyAccount((tx) =>
    factorFactsInAnyAccount(tx, accountId, userId),
  )
  if (facts === null) throw notAUser()
  return {
    items: rows.map((row) => ({
      id: row.factor_id,
      kind: row.kind,
      name: openFactorName(deps, row),
      createdAt: isoTime(row.created_at),
      lastUsedAt: isoTimeOrNull(row.last_used_at),
    })),
    recoveryCodesLeft: left,
    standing: standingView(standingOf(facts, deps.clock.now())),
  }
}

type Session = { session: string | null }

/** Whoever took a session over cannot lock its owner out: the password is asked for again. */
export async function beginEnrolment(
  deps: AccountsDeps,
  caller: Caller,
  shown: SelfShown & Session & { name: string },
): Promise<SecondFactorBegun> {
  const user = await proveSelf(deps, caller, shown)
  const factorId = deps.makeId()
  const key = newTotpKey(deps.randomness)
  const seal = (column: 'name_sealed' | 'secret_sealed', plain: Uint8Array) =>
    deps.vault.sealForInstallation(factorPlace(factorId, column), plain)
  await deps.database.inInstallation(async (tx) => {
    const has = await factors.confirmedFactors(tx, user.user_id)
    if (has.length >= factorsMax) throw tooMany()
    await factors.insertFactor(tx, {
      factor_id: factorId,
      user_id: user.user_id,
      kind: 'totp',
      name_sealed: seal('name_sealed', Buffer.from(shown.name, 'utf8')),
      secret_sealed: seal('secret_sealed', key),
      created_at: deps.clock.now(),
    })
  })
  return { id: factorId, ...totpFor(key, openUser(deps.vault, user).email) }
}

/**
 * The first code shows that the app has the key. With the first factor the recovery codes are made,
 * and the sessions that a password alone has opened end, but for this one.
 */
export async function confirmEnrolment(
  deps: AccountsDeps,
  caller: Caller,
  shown: Session & { factorId: string; code: string },
): Promise<{ recoveryCodes: string[] | null; device: string | null }> {
  const userId = holderOf(caller)
  const at = deps.clock.now()
  demandTurn(await takeFactorTurn(deps, { door: 'factor.confirm', of: shown.factorId }))
  const { accountId } = caller
  const confirmed = await deps.database.inAccount(accountId, async (tx) => {
    await store.holdUser(tx, userId)
    const factor = await factors.lockFactor(tx, { userId, factorId: shown.factorId })
    if (factor === null || factor.confirmed_at !== null || factor.created_at + waitsMs < at) {
      throw notFound()
    }
    const step = stepOf(openSecret(deps, factor), shown.code.replace(/[\s-]/g, ''), at)
    if (step === null) throw wrongCode()
    const before = await factors.confirmedFactors(tx, userId)
    if (before.length >= factorsMax) throw tooMany()
    await factors.confirmFactor(tx, { factorId: factor.factor_id, step, at })
    const details = { user: userId }
    await deps.record(tx, caller, { action: 'accounts.factor_enrolled', details })
    await tellUser(deps, tx, { userId, accountId, what: 'factor_added' })
    if (before.length > 0) return { recoveryCodes: null }
    // From this commit on every other session, which a password alone has opened, opens nothing.
    if (shown.session !== null) await credentials.markSessionWithFactor(tx, hashOf(shown.session))
    return { recoveryCodes: await makeRecoveryCodes(deps, tx, { userId, at }) }
  })
  const { recoveryCodes } = confirmed
  if (recoveryCodes === null) return { recoveryCodes, device: null }
  await endOtherSessions(deps, userId, shown.session)
  const user = await deps.database.inInstallation((tx) => store.findUser(tx, userId))
  return { recoveryCodes, device: user === null ? null : await markOf(deps, user, true) }
}

/** Turned off by its owner: with the password, and a factor. */
export async function removeFactor(
  deps: AccountsDeps,
  caller: Caller,
  shown: SelfShown & Session & { factorId: string },
): Promise<void> {
  const userId = holderOf(caller)
  await proveSelf(deps, caller, shown)
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    await store.holdUser(tx, userId)
    if (!(await factors.deleteFactor(tx, { userId, factorId: shown.factorId }))) throw notFound()
    // Recovery codes stand in for a factor: without any they open nothing.
    if ((await factors.confirmedFactors(tx, userId)).length === 0) {
      await factors.deleteFactors(tx, userId)
    }
    const details = { user: userId }
    await deps.record(tx, caller, { action: 'accounts.factor_turned_off', details })
    await tellUser(deps, tx, { userId, accountId, what: 'factor_off' })
  })
  await endOtherSessions(deps, userId, shown.session)
}

/**
 * The codes from before are void at once. Of two renewals at the same time one is refused: its codes
 * would be void by the time they are read.
 */
export async function renewRecoveryCodes(
  deps: AccountsDeps,
  caller: Caller,
  shown: SelfShown & Session,
): Promise<{ codes: string[] }> {
  const asking = userOf(caller)
  const before = await deps.database.inInstallation((tx) => factors.recoveryTags(tx, asking))
  const { user_id: userId } = await proveSelf(deps, caller, shown)
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    await store.holdUser(tx, userId)
    const now = await factors.recoveryTags(tx, userId)
    if (now.some((tag) => !before.some((known) => known.equals(tag)))) throw justRenewed()
    if ((await factors.confirmedFactors(tx, userId)).length === 0) throw notFound()
    const codes = await makeRecoveryCodes(deps, tx, { userId, at: deps.clock.now() })
    const details = { user: userId }
    await deps.record(tx, caller, { action: 'accounts.recovery_codes_renewed', details })
    await tellUser(deps, tx, { userId, accountId, what: 'recovery_renewed' })
    return { codes }
  })
}

async function endOtherSessions(
  deps: AccountsDeps,
  userId: UserId,
  session: string | null,
): Promise<void> {
  const keep = session === null ? null : hashOf(session)
  await deps.database.inAnyAccount((tx) =>
    credentials.deleteOtherSessionsInAnyAccount(tx, userId, keep),
  )
}

function openFactorName(deps: AccountsDeps, row: factors.FactorRow): string {
  const place = factorPlace(row.factor_id, 'name_sealed')
  return deps.vault.openForInstallation(place, row.name_sealed).toString('utf8')
}

function userOf({ by }: Caller): UserId {
  if (by.kind !== 'user') throw notAUser()
  return by.userId
}

/** An API token has no second factor: the one that it names is not there. */
function holderOf({ by }: Caller): UserId {
  if (by.kind !== 'user') throw notFound()
  return by.userId
}

function tooMany() {
  return accountsError(
    'accounts.second_factor_too_many',
    'There are as many second factors as one user may have; remove one first.',
    { max: factorsMax },
  )
}

function justRenewed() {
  return accountsError(
    'accounts.recovery_codes_just_renewed',
    'New recovery codes were made at the same moment elsewhere; these are good.',
  )
}

function wrongCode() {
  return accountsError(
    'accounts.second_factor_wrong',
    'This code is not right, or was used already.',
  )
}

function notFound() {
  return accountsError(
    'accounts.second_factor_not_found',
    'There is no such second factor, or it waited too long for its first code.',
  )
}
