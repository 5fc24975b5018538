// A user enrols a second factor: begun with the password, counted once it was shown.
import { type Caller, isoTime, isoTimeOrNull, type UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { demandTurn, takeFactorTurn } from '../attempts.ts'
import type { SecondFactorBegun, SecondFactorList } from '../contract-factors.ts'
import type { PasskeyBegun, PasskeyChallenge, PasskeyMade } from '../contract-passkeys.ts'
import * as credentials from '../credential-store.ts'
import type { AccountsDeps } from '../deps.ts'
import { endOtherSessions } from '../end-sessions.ts'
import { accountsError } from '../errors.ts'
import { notAUser, proveSelf, type SelfShown } from '../passwords/prove-self.ts'
import { hashOf } from '../secrets.ts'
import { markOf } from '../session.ts'
import * as store from '../store.ts'
import { openUser } from '../user.ts'
import { openFactorName, openSecret, sealOfFactor, sealPasskey } from './factor-secret.ts'
import * as factors from './factor-store.ts'
import { challengeMs, creationOptions, passkeySite, readMade } from './passkeys.ts'
import { passkeyWrong } from './prove-factor.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { factorFactsInAnyAccount } from './rule-store.ts'
import { demandSite, giveChallenge, namesElsewhere, passkeysOf } from './show-passkey.ts'
import { standingOf, standingView } from './standing.ts'
import { tellUser } from './tell-user.ts'
import { newTotpKey, stepOf, totpFor } from './totp.ts'

/** Apps and passkeys: more are rather forgotten than used. */
const factorsMax = 10
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
    passkeysAt: passkeySite(deps.siteUrl())?.origin ?? null,
    passkeysFor: namesElsewhere(deps, rows),
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
  const key = newTotpKey(deps.randomness)
  const { user_id: userId } = user
  const id = await begin(deps, { userId, kind: 'totp', name: shown.name, secret: key })
  return { id, ...totpFor(key, openUser(deps.vault, user).email) }
}

/** The challenge waits in place of the key; it is answered once. */
export async function beginPasskey(
  deps: AccountsDeps,
  caller: Caller,
  shown: SelfShown & Session & { name: string },
): Promise<PasskeyBegun> {
  const site = demandSite(deps)
  const user = await proveSelf(deps, caller, shown)
  const { user_id: userId } = user
  const rows = await deps.database.inInstallation((tx) => factors.confirmedFactors(tx, userId))
  const { email, name } = openUser(deps.vault, user)
  const asked = { userId, email, name, has: passkeysOf(deps, rows) }
  const options = await creationOptions(site, { ...asked, challenge: deps.randomness.bytes(32) })
  const secret = Buffer.from(options.challenge, 'utf8')
  const id = await begin(deps, { userId, kind: 'passkey', name: shown.name, secret })
  return { id, options: { ...options } }
}

async function begin(
  deps: AccountsDeps,
  begun: { userId: UserId; kind: factors.FactorKind; name: string; secret: Uint8Array },
): Promise<string> {
  const factorId = deps.makeId()
  const { userId, kind, name, secret } = begun
  await deps.database.inInstallation(async (tx) => {
    const has = await factors.confirmedFactors(tx, userId)
    if (has.length >= factorsMax) throw tooMany()
    await factors.insertFactor(tx, {
      factor_id: factorId,
      user_id: userId,
      kind,
      name_sealed: sealOfFactor(deps, factorId, 'name_sealed', Buffer.from(name, 'utf8')),
      secret_sealed: sealOfFactor(deps, factorId, 'secret_sealed', secret),
      created_at: deps.clock.now(),
    })
  })
  return factorId
}

type Confirmed = { recoveryCodes: string[] | null; device: string | null }

/** The first code shows that the app has the key. */
export async function confirmEnrolment(
  deps: AccountsDeps,
  caller: Caller,
  shown: Session & { factorId: string; code: string },
): Promise<Confirmed> {
  const at = deps.clock.now()
  return confirm(deps, caller, { ...shown, kind: 'totp', waitsMs }, async (tx, factor) => {
    const step = stepOf(openSecret(deps, factor), shown.code.replace(/[\s-]/g, ''), at)
    if (step === null) throw wrongCode()
    await factors.confirmFactor(tx, { factorId: factor.factor_id, step, at })
    return true
  })
}

/** What the browser made for the challenge; a wrong one uses the challenge up. */
export async function confirmPasskey(
  deps: AccountsDeps,
  caller: Caller,
  shown: Session & { factorId: string; passkey: PasskeyMade },
): Promise<Confirmed> {
  const site = demandSite(deps)
  const at = deps.clock.now()
  const waiting = { ...shown, kind: 'passkey', waitsMs: challengeMs } as const
  return confirm(deps, caller, waiting, async (tx, factor) => {
    const { factor_id: factorId, user_id: userId } = factor
    const challenge = openSecret(deps, factor).toString('utf8')
    const made = await readMade(site, shown.passkey, challenge)
    const has = passkeysOf(deps, await factors.confirmedFactors(tx, userId))
    if (made === null || has.some(({ id }) => id === made.passkey.id)) {
      await factors.forgetWaiting(tx, factorId)
      return false
    }
    const secretSealed = sealPasskey(deps, factorId, made.passkey)
    const { signCount } = made
    const { rpId } = site
    await factors.confirmPasskey(tx, { factorId, secretSealed, signCount, rpId, at })
    return true
  })
}

/**
 * With the first factor the recovery codes are made, and the sessions that a password alone has
 * opened end, but for this one. `keep`: false where what was shown is wrong.
 */
async function confirm(
  deps: AccountsDeps,
  caller: Caller,
  shown: Session & { factorId: string; kind: factors.FactorKind; waitsMs: number },
  keep: (tx: Tx, factor: factors.FactorRow) => Promise<boolean>,
): Promise<Confirmed> {
  const userId = holderOf(caller)
  const at = deps.clock.now()
  demandTurn(await takeFactorTurn(deps, { door: 'factor.confirm', of: shown.factorId }))
  const { accountId } = caller
  const confirmed = await deps.database.inAccount(accountId, async (tx) => {
    await store.holdUser(tx, userId)
    const factor = await factors.lockFactor(tx, { userId, factorId: shown.factorId })
    if (factor === null || factor.kind !== shown.kind || factor.confirmed_at !== null) {
      throw notFound()
    }
    if (factor.created_at + shown.waitsMs < at) throw notFound()
    const before = await factors.confirmedFactors(tx, userId)
    if (before.length >= factorsMax) throw tooMany()
    if (!(await keep(tx, factor))) return null
    const details = { user: userId }
    await deps.record(tx, caller, { action: 'accounts.factor_enrolled', details })
    await tellUser(deps, tx, { userId, accountId, what: 'factor_added' })
    if (before.length > 0) return { recoveryCodes: null }
    // From this commit on every other session, which a password alone has opened, opens nothing.
    if (shown.session !== null) await credentials.markSessionWithFactor(tx, hashOf(shown.session))
    return { recoveryCodes: await makeRecoveryCodes(deps, tx, { userId, at }) }
  })
  if (confirmed === null) throw passkeyWrong()
  const { recoveryCodes } = confirmed
  if (recoveryCodes === null) return { recoveryCodes, device: null }
  await endOtherSessions(deps, userId, shown.session)
  const user = await deps.database.inInstallation((tx) => store.findUser(tx, userId))
  return { recoveryCodes, device: user === null ? null : await markOf(deps, user, true) }
}

/** For an act that asks again who the user is. */
export async function challengeForProof(
  deps: AccountsDeps,
  caller: Caller,
): Promise<PasskeyChallenge> {
  return giveChallenge(deps, userOf(caller), 'proof')
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
 * The codes from before are void at once. Of two renewals at the same time one is refused: its
 * codes would be void by the time they are read.
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
