// The SQL of who must have a second factor, and of how many have one.
import type { AccountId, Instant, UserId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { AccountRole } from '../contract.ts'
import type { RequiredOf } from '../contract-factors.ts'
import type { StaffRole } from '../roles.ts'

export type FactorRuleRow = { required_of: RequiredOf[]; holds_from: Instant }

export async function readFactorRule(tx: Tx, accountId: AccountId): Promise<FactorRuleRow | null> {
  const { rows } = await tx.query<FactorRuleRow>(
    'select required_of, holds_from from accounts.factor_rule where account_id = $1',
    [accountId],
  )
  return rows[0] ?? null
}

export async function putFactorRule(
  tx: Tx,
  accountId: AccountId,
  rule: FactorRuleRow & { at: Instant },
): Promise<void> {
  await tx.query(
    `insert into accounts.factor_rule (account_id, required_of, holds_from, changed_at)
     values ($1, $2::text[], $3, $4)
     on conflict (account_id) do update
       set required_of = excluded.required_of, holds_from = excluded.holds_from,
           changed_at = excluded.changed_at`,
    [accountId, rule.required_of, toTimestamp(rule.holds_from), toTimestamp(rule.at)],
  )
}

export async function deleteFactorRule(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query('delete from accounts.factor_rule where account_id = $1', [accountId])
}

/** Null: the installation requires none of its staff. */
export async function readStaffRule(tx: Tx): Promise<{ holds_from: Instant } | null> {
  const { rows } = await tx.query<{ holds_from: Instant }>(
    'select holds_from from accounts.staff_factor_rule',
  )
  return rows[0] ?? null
}

export async function putStaffRule(
  tx: Tx,
  rule: { holdsFrom: Instant; at: Instant } | null,
): Promise<void> {
  await tx.query('delete from accounts.staff_factor_rule')
  if (rule === null) return
  await tx.query(
    'insert into accounts.staff_factor_rule (holds_from, changed_at) values ($1, $2)',
    [toTimestamp(rule.holdsFrom), toTimestamp(rule.at)],
  )
}

/** What decides whether a user must have a factor in an account. */
export type FactorFacts = {
  role: AccountRole
  staff_role: StaffRole | null
  has_factor: boolean
  required_of: RequiredOf[] | null
  holds_from: Instant | null
  staff_holds_from: Instant | null
}

/** The same columns stand in the statement of a session, which is asked with each request. */
export const factorFactsColumns = `m.role, u.staff_role,
      exists (select from accounts.factor f
        where f.user_id = u.user_id and f.confirmed_at is not null) as has_factor,
      r.required_of, r.holds_from, staff.holds_from as staff_holds_from`
export const factorFactsJoins = `left join accounts.factor_rule r on r.account_id = m.account_id
    left join accounts.staff_factor_rule staff on u.staff_role is not null`

export async function factorFactsInAnyAccount(
  tx: Tx,
  accountId: AccountId,
  userId: UserId,
): Promise<FactorFacts | null> {
  const { rows } = await tx.query<FactorFacts>(
    `select ${factorFactsColumns}
     from accounts.membership m
     join accounts.user u on u.user_id = m.user_id and u.disabled_at is null
     ${factorFactsJoins}
     where m.account_id = $1 and m.user_id = $2`,
    [accountId, userId],
  )
  return rows[0] ?? null
}

/** Of those who manage the installation or own an account: how many there are, and have one. */
export async function secondFactorsInAnyAccount(
  tx: Tx,
): Promise<{ people: number; enrolled: number }> {
  const { rows } = await tx.query<{ people: number; enrolled: number }>(
    `select count(*)::int as people,
       (count(*) filter (where exists (select from accounts.factor f
         where f.user_id = u.user_id and f.confirmed_at is not null)))::int as enrolled
     from accounts.user u
     where u.disabled_at is null and (u.staff_role is not null or exists (
       select from accounts.membership m where m.user_id = u.user_id and m.role = 'owner'))`,
  )
  return rows[0] ?? { people: 0, enrolled: 0 }
}
