// The SQL of second factors: what they are checked with, challenges, recovery codes, half sessions.
import type { AccountId, Instant, UserId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

export type FactorKind = 'totp' | 'passkey'
export type ChallengePurpose = 'login' | 'proof'

export type FactorRow = {
  factor_id: string
  user_id: UserId
  kind: FactorKind
  name_sealed: Buffer
  secret_sealed: Buffer
  last_step: number | null
  /** Null of an app. */
  sign_count: number | null
  created_at: Instant
  /** Null: it waits for its first code. */
  confirmed_at: Instant | null
  last_used_at: Instant | null
  /** Since when the user was never without one, by the factor that began it; null: it waits. */
  enrolment_id: string | null
  /** The name that a passkey answers; null of an app, and while it is not known. */
  rp_id: string | null
}

const factorColumns = `factor_id, user_id, kind, name_sealed, secret_sealed, last_step, sign_count,
  created_at, confirmed_at, last_used_at, enrolment_id, rp_id`
/** That of those which count already, or a new one. */
const enrolment = `coalesce((select o.enrolment_id from accounts.factor o
  where o.user_id = f.user_id and o.confirmed_at is not null limit 1), f.factor_id)`

/** What was begun before and never confirmed goes: one waits at a time. */
export async function insertFactor(
  tx: Tx,
  factor: Pick<
    FactorRow,
    'factor_id' | 'user_id' | 'kind' | 'name_sealed' | 'secret_sealed' | 'created_at'
  >,
): Promise<void> {
  await tx.query('delete from accounts.factor where user_id = $1 and confirmed_at is null', [
    factor.user_id,
  ])
  await tx.query(
    `insert into accounts.factor (factor_id, user_id, kind, name_sealed, secret_sealed, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      factor.factor_id,
      factor.user_id,
      factor.kind,
      factor.name_sealed,
      factor.secret_sealed,
      toTimestamp(factor.created_at),
    ],
  )
}

/** Those that count, oldest first. */
export async function confirmedFactors(tx: Tx, userId: UserId): Promise<FactorRow[]> {
  const { rows } = await tx.query<FactorRow>(
    `select ${factorColumns} from accounts.factor
     where user_id = $1 and confirmed_at is not null order by created_at, factor_id`,
    [userId],
  )
  return rows
}

/** Held until the transaction ends, so that it is confirmed once. */
export async function lockFactor(
  tx: Tx,
  { userId, factorId }: { userId: UserId; factorId: string },
): Promise<FactorRow | null> {
  const { rows } = await tx.query<FactorRow>(
    `select ${factorColumns} from accounts.factor
     where user_id = $1 and factor_id = $2 for update`,
    [userId, factorId],
  )
  return rows[0] ?? null
}

export async function confirmFactor(
  tx: Tx,
  { factorId, step, at }: { factorId: string; step: number; at: Instant },
): Promise<void> {
  await tx.query(
    `update accounts.factor f
     set confirmed_at = $3, last_step = $2, last_used_at = $3, enrolment_id = ${enrolment}
     where factor_id = $1`,
    [factorId, step, toTimestamp(at)],
  )
}

export async function confirmPasskey(
  tx: Tx,
  confirmed: {
    factorId: string
    secretSealed: Buffer
    signCount: number
    rpId: string
    at: Instant
  },
): Promise<void> {
  await tx.query(
    `update accounts.factor f
     set confirmed_at = $4, last_used_at = $4, secret_sealed = $2, sign_count = $3,
       rp_id = $5, enrolment_id = ${enrolment}
     where factor_id = $1`,
    [
      confirmed.factorId,
      confirmed.secretSealed,
      confirmed.signCount,
      toTimestamp(confirmed.at),
      confirmed.rpId,
    ],
  )
}

/** One that waits and was answered wrongly: its challenge is used up. */
export async function forgetWaiting(tx: Tx, factorId: string): Promise<void> {
  await tx.query('delete from accounts.factor where factor_id = $1 and confirmed_at is null', [
    factorId,
  ])
}

/** False where it was counted as far, or farther, meanwhile; many passkeys count nothing: 0. */
export async function takeSignCount(
  tx: Tx,
  used: { factorId: string; signCount: number; rpId: string; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update accounts.factor set sign_count = $2, last_used_at = $3, rp_id = $4
     where factor_id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0))`,
    [used.factorId, used.signCount, toTimestamp(used.at), used.rpId],
  )
  return rowCount === 1
}

type Challenge = { hash: Buffer; userId: UserId; purpose: ChallengePurpose; at: Instant }

export async function insertChallenge(
  tx: Tx,
  given: Challenge & { expiresAt: Instant },
): Promise<void> {
  await tx.query('delete from accounts.passkey_challenge where expires_at <= $1', [
    toTimestamp(given.at),
  ])
  await tx.query(
    `insert into accounts.passkey_challenge (challenge_hash, user_id, purpose, expires_at)
     values ($1, $2, $3, $4)`,
    [given.hash, given.userId, given.purpose, toTimestamp(given.expiresAt)],
  )
}

/** Gone with the transaction, so that nobody answers it twice. */
export async function takeChallenge(tx: Tx, taken: Challenge): Promise<boolean> {
  const { rowCount } = await tx.query(
    `delete from accounts.passkey_challenge
     where challenge_hash = $1 and user_id = $2 and purpose = $3 and expires_at > $4`,
    [taken.hash, taken.userId, taken.purpose, toTimestamp(taken.at)],
  )
  return rowCount === 1
}

/** False where a code of this step, or of a later one, was used: of two at once one gets it. */
export async function takeStep(
  tx: Tx,
  { factorId, step, at }: { factorId: string; step: number; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update accounts.factor set last_step = $2, last_used_at = $3
     where factor_id = $1 and (last_step is null or last_step < $2)`,
    [factorId, step, toTimestamp(at)],
  )
  return rowCount === 1
}

export async function deleteFactor(
  tx: Tx,
  { userId, factorId }: { userId: UserId; factorId: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from accounts.factor where user_id = $1 and factor_id = $2 and confirmed_at is not null',
    [userId, factorId],
  )
  return rowCount === 1
}

/** All that this person has; how many counted. */
export async function deleteFactors(tx: Tx, userId: UserId): Promise<number> {
  const { rows } = await tx.query<{ counted: boolean }>(
    'delete from accounts.factor where user_id = $1 returning confirmed_at is not null as counted',
    [userId],
  )
  await tx.query('delete from accounts.recovery_code where user_id = $1', [userId])
  await tx.query('delete from accounts.passkey_challenge where user_id = $1', [userId])
  await deleteHalfSessions(tx, userId)
  return rows.filter(({ counted }) => counted).length
}

/** The ones from before are void. */
export async function replaceRecoveryCodes(
  tx: Tx,
  codes: { userId: UserId; tags: readonly Buffer[]; at: Instant },
): Promise<void> {
  await tx.query('delete from accounts.recovery_code where user_id = $1', [codes.userId])
  await tx.query(
    `insert into accounts.recovery_code (user_id, code_tag, created_at)
     select $1::uuid, tag, $3::timestamptz from unnest($2::bytea[]) as given (tag)`,
    [codes.userId, arrayOf.bytea(codes.tags), toTimestamp(codes.at)],
  )
}

/** Gone with the transaction, so that nobody uses it twice. */
export async function takeRecoveryCode(tx: Tx, userId: UserId, tag: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from accounts.recovery_code where user_id = $1 and code_tag = $2',
    [userId, tag],
  )
  return rowCount === 1
}

export async function recoveryTags(tx: Tx, userId: UserId): Promise<Buffer[]> {
  const { rows } = await tx.query<{ code_tag: Buffer }>(
    'select code_tag from accounts.recovery_code where user_id = $1',
    [userId],
  )
  return rows.map((row) => row.code_tag)
}

export async function countRecoveryCodes(tx: Tx, userId: UserId): Promise<number> {
  const { rows } = await tx.query<{ left: number }>(
    'select count(*)::int as left from accounts.recovery_code where user_id = $1',
    [userId],
  )
  return rows[0]?.left ?? 0
}

export type HalfSessionRow = {
  user_id: UserId
  leads_to: AccountId
  /** Of the invitation's code that is accepted with it; null: a login. */
  invitation_hash: Buffer | null
  expires_at: Instant
}

export async function insertHalfSession(
  tx: Tx,
  half: {
    hash: Buffer
    userId: UserId
    leadsTo: AccountId
    invitation: Buffer | null
    at: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await tx.query('delete from accounts.half_session where expires_at <= $1', [toTimestamp(half.at)])
  await tx.query(
    `insert into accounts.half_session
       (half_hash, user_id, leads_to, invitation_hash, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      half.hash,
      half.userId,
      half.leadsTo,
      half.invitation,
      toTimestamp(half.at),
      toTimestamp(half.expiresAt),
    ],
  )
}

export async function findHalfSession(
  tx: Tx,
  hash: Buffer,
  at: Instant,
): Promise<HalfSessionRow | null> {
  const { rows } = await tx.query<HalfSessionRow>(
    `select user_id, leads_to, invitation_hash, expires_at from accounts.half_session
     where half_hash = $1 and expires_at > $2`,
    [hash, toTimestamp(at)],
  )
  return rows[0] ?? null
}

/** Of two answers at once one goes on. */
export async function takeHalfSession(tx: Tx, hash: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query('delete from accounts.half_session where half_hash = $1', [
    hash,
  ])
  return rowCount === 1
}

export async function deleteHalfSessions(tx: Tx, userId: UserId): Promise<void> {
  await tx.query('delete from accounts.half_session where user_id = $1', [userId])
}

/**
 * Users whose only second factors are passkeys, which answer one name alone. The database may be
 * one of an earlier version, from before there were any.
 */
export async function countPasskeyOnly(tx: Tx): Promise<number> {
  const { rows: tables } = await tx.query<{ isThere: boolean }>(
    `select to_regclass('accounts.factor') is not null as "isThere"`,
  )
  if (tables[0]?.isThere !== true) return 0
  const { rows } = await tx.query<{ users: number }>(
    `select count(*)::int as users from (
       select user_id from accounts.factor where confirmed_at is not null
       group by user_id having bool_and(kind = 'passkey')) alone`,
  )
  return rows[0]?.users ?? 0
}
