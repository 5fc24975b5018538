// A user shows their second factor: a passkey, a code of their app, or a recovery code; each once.
import type { AccountId, Caller, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { beginFactorTry, countFactorFailure, type TriedFrom } from '../attempts.ts'
import type { PasskeyAnswer } from '../contract-passkeys.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import type { UserRow } from '../tables.ts'
import { emailTag, openUser } from '../user.ts'
import { openSecret } from './factor-secret.ts'
import * as factors from './factor-store.ts'
import { readRecoveryCode, recoveryTag } from './recovery-codes.ts'
import { spendPasskey } from './show-passkey.ts'
import { tellUser } from './tell-user.ts'
import { stepOf } from './totp.ts'

export type FactorAnswer = string | PasskeyAnswer

export type FactorShown = {
  user: UserRow
  /** Signs the record; its account is the one that the user is in, or comes to. */
  caller: Caller
  /** A code, or a passkey’s answer; undefined: nothing was shown. */
  code: FactorAnswer | undefined
  /** Whoever tries at the login; else the session, or what stands for it. */
  from: TriedFrom | string
  /** The account of `caller` reads nothing of it: this user has not joined it. */
  isUnrecorded?: boolean
}

/** Nothing is asked of somebody who has enrolled none. */
export async function demandFactor(deps: AccountsDeps, shown: FactorShown): Promise<void> {
  const { user, code } = shown
  const has = await deps.database.inInstallation((tx) => factors.confirmedFactors(tx, user.user_id))
  if (has.length === 0) return
  if (code === undefined || (typeof code === 'string' && code.trim() === '')) throw factorAsked()
  await proveFactor(deps, { ...shown, code })
}

/** Whoever decides over the factors of others has one: the weakest would be the strength of all. */
export async function demandEnrolled(
  deps: Pick<AccountsDeps, 'database'>,
  userId: UserId,
): Promise<void> {
  const has = await deps.database.inInstallation((tx) => factors.confirmedFactors(tx, userId))
  if (has.length > 0) return
  throw accountsError(
    'accounts.second_factor_own_first',
    'Enrol a second factor of your own first.',
  )
}

/** Counted before it is looked at. What is shown is used up in the transaction that says yes. */
export async function proveFactor(
  deps: AccountsDeps,
  { user, caller, code, from, isUnrecorded = false }: FactorShown & { code: FactorAnswer },
): Promise<void> {
  const recovery = typeof code === 'string' ? readRecoveryCode(code) : null
  const isPasskey = typeof code !== 'string'
  const tag = emailTag(deps.vault, openUser(deps.vault, user).email)
  const [first] = await deps.database.inInstallation((tx) =>
    factors.confirmedFactors(tx, user.user_id),
  )
  const enrolment = first?.enrolment_id ?? null
  const person = { userId: user.user_id, tag, passwordHash: user.password_hash, enrolment }
  const attempt = await beginFactorTry(deps, {
    person,
    from,
    isCode: recovery === null && !isPasskey,
  })
  const { user_id: userId } = user
  const record: AccountsDeps['record'] = isUnrecorded ? async () => undefined : deps.record
  const isRight = await deps.database.inAccount(caller.accountId, (tx) => {
    if (recovery !== null)
      return spendRecoveryCode({ ...deps, record }, tx, caller, { userId, recovery })
    if (typeof code === 'string') return spendCode(deps, tx, userId, code)
    const purpose = typeof from === 'string' ? 'proof' : 'login'
    return spendPasskey(deps, tx, { userId, purpose, answer: code })
  })
  if (isRight) return attempt.succeeded()
  const isMany = await countFactorFailure(deps, user.user_id)
  await deps.database.inAccount(caller.accountId, async (tx) => {
    const details = { user: user.user_id }
    await record(tx, caller, { action: 'accounts.factor_refused', details })
    if (isMany) await tellUser(deps, tx, { ...news(user, caller), what: 'factor_guessed' })
  })
  if (isPasskey) throw passkeyWrong()
  throw accountsError(
    'accounts.second_factor_wrong',
    'This code is not right, or was used already.',
  )
}

export function passkeyWrong() {
  return accountsError(
    'accounts.passkey_wrong',
    'This passkey was not accepted: ask for a new challenge, and show it again.',
  )
}

const news = (user: UserRow, { accountId }: Caller): { userId: UserId; accountId: AccountId } => ({
  userId: user.user_id,
  accountId,
})

/** Each app that the user has enrolled may be the one that shows it. */
async function spendCode(
  deps: AccountsDeps,
  tx: Tx,
  userId: UserId,
  typed: string,
): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(code)) return false
  const at = deps.clock.now()
  for (const factor of await factors.confirmedFactors(tx, userId)) {
    if (factor.kind !== 'totp') continue
    const step = stepOf(openSecret(deps, factor), code, at)
    if (step === null) continue
    if (await factors.takeStep(tx, { factorId: factor.factor_id, step, at })) return true
  }
  return false
}

async function spendRecoveryCode(
  deps: AccountsDeps,
  tx: Tx,
  caller: Caller,
  { userId, recovery }: { userId: UserId; recovery: string },
): Promise<boolean> {
  const tag = recoveryTag(deps, userId, recovery)
  if (!(await factors.takeRecoveryCode(tx, userId, tag))) return false
  const left = await factors.countRecoveryCodes(tx, userId)
  const details = { user: userId, left }
  await deps.record(tx, caller, { action: 'accounts.recovery_code_used', details })
  await tellUser(deps, tx, { userId, accountId: caller.accountId, what: 'recovery_used', left })
  return true
}

function factorAsked() {
  return accountsError(
    'accounts.second_factor_asked',
    'Your second factor is needed too: a passkey, a code of your app, or a recovery code.',
  )
}
