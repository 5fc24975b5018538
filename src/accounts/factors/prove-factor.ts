// A user shows their second factor: a code of their app, or a recovery code; each is good once.
import type { AccountId, Caller, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { beginFactorTry, countFactorFailure, type TriedFrom } from '../attempts.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import type { UserRow } from '../tables.ts'
import { emailTag, openUser } from '../user.ts'
import * as factors from './factor-store.ts'
import { readRecoveryCode, recoveryTag } from './recovery-codes.ts'
import { tellUser } from './tell-user.ts'
import { stepOf } from './totp.ts'

export type FactorShown = {
  user: UserRow
  /** Signs the record; its account is the one that the user is in, or comes to. */
  caller: Caller
  /** Undefined: nothing was shown. */
  code: string | undefined
  /** Whoever tries at the login; else the session, or what stands for it. */
  from: TriedFrom | string
}

/** Nothing is asked of somebody who has enrolled none. */
export async function demandFactor(deps: AccountsDeps, shown: FactorShown): Promise<void> {
  const { user, code } = shown
  const has = await deps.database.inInstallation((tx) => factors.confirmedFactors(tx, user.user_id))
  if (has.length === 0) return
  if (code === undefined || code.trim() === '') throw factorAsked()
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
  { user, caller, code, from }: FactorShown & { code: string },
): Promise<void> {
  const recovery = readRecoveryCode(code)
  const tag = emailTag(deps.vault, openUser(deps.vault, user).email)
  const [first] = await deps.database.inInstallation((tx) =>
    factors.confirmedFactors(tx, user.user_id),
  )
  const enrolment = first?.factor_id ?? null
  const person = { userId: user.user_id, tag, passwordHash: user.password_hash, enrolment }
  const attempt = await beginFactorTry(deps, { person, from, isRecovery: recovery !== null })
  const isRight = await deps.database.inAccount(caller.accountId, (tx) =>
    recovery === null
      ? spendCode(deps, tx, user.user_id, code)
      : spendRecoveryCode(deps, tx, caller, { userId: user.user_id, recovery }),
  )
  if (isRight) return attempt.succeeded()
  const isMany = await countFactorFailure(deps, user.user_id)
  await deps.database.inAccount(caller.accountId, async (tx) => {
    const details = { user: user.user_id }
    await deps.record(tx, caller, { action: 'accounts.factor_refused', details })
    if (isMany) await tellUser(deps, tx, { ...news(user, caller), what: 'factor_guessed' })
  })
  throw accountsError(
    'accounts.second_factor_wrong',
    'This code is not right, or was used already.',
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

export const factorPlace = (factorId: string, column: 'name_sealed' | 'secret_sealed') => ({
  table: 'accounts.factor',
  column,
  rowId: factorId,
})

export function openSecret(
  { vault }: Pick<AccountsDeps, 'vault'>,
  factor: Pick<factors.FactorRow, 'factor_id' | 'secret_sealed'>,
): Buffer {
  const place = factorPlace(factor.factor_id, 'secret_sealed')
  return vault.openForInstallation(place, factor.secret_sealed)
}

function factorAsked() {
  return accountsError(
    'accounts.second_factor_asked',
    'Your second factor is needed too: a code of your app, or a recovery code.',
  )
}
