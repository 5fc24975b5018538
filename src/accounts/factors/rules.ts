// Who must have a second factor: of an account's users, and of whoever manages the installation.
import {
  type AccountId,
  type Caller,
  type Instant,
  isoTime,
  isoTimeOrNull,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { RequiredOf, SecondFactorRule, StaffSecondFactorRule } from '../contract-factors.ts'
import type { AccountsDeps } from '../deps.ts'
import { proveSelf, type SelfShown } from '../passwords/prove-self.ts'
import * as store from '../store.ts'
import { confirmedFactors } from './factor-store.ts'
import { demandEnrolled } from './prove-factor.ts'
import * as rules from './rule-store.ts'
import { isMeant } from './standing.ts'

type Shown = SelfShown & { session: string | null; holdsFrom: string | null }

export async function readRule(deps: AccountsDeps, caller: Caller): Promise<SecondFactorRule> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const rule = await rules.readFactorRule(tx, accountId)
    const members = await store.listMembers(tx, accountId)
    const requiredOf = rule?.required_of ?? []
    const meant = members.filter(({ role }) => isMeant(role, requiredOf))
    return {
      requiredOf,
      holdsFrom: isoTimeOrNull(rule?.holds_from ?? null),
      without: meant.filter(({ has_factor }) => !has_factor).length,
    }
  })
}

/**
 * Whoever requires one has one: so it works here, and somebody is left who can give others a way
 * back once it holds.
 */
export async function changeRule(
  deps: AccountsDeps,
  caller: Caller,
  shown: Shown & { requiredOf: readonly RequiredOf[] },
): Promise<SecondFactorRule> {
  const requiredOf = [...new Set(shown.requiredOf)]
  const { accountId } = caller
  await demandOwn(deps, caller, shown, requiredOf.length > 0)
  const at = deps.clock.now()
  const holdsFrom = startOf(shown.holdsFrom, at)
  await deps.database.inAccount(accountId, async (tx) => {
    const rule = { required_of: requiredOf, holds_from: holdsFrom, at }
    if (requiredOf.length === 0) await rules.deleteFactorRule(tx, accountId)
    else await rules.putFactorRule(tx, accountId, rule)
    const details = { of: requiredOf.join(' '), from: isoTime(holdsFrom) }
    await deps.record(tx, caller, { action: 'accounts.factor_rule_changed', details })
  })
  return readRule(deps, caller)
}

export async function readStaffRule(deps: AccountsDeps): Promise<StaffSecondFactorRule> {
  return deps.database.inInstallation(async (tx) => {
    const rule = await rules.readStaffRule(tx)
    let without = 0
    for (const { user_id: userId } of await store.listStaff(tx)) {
      if ((await confirmedFactors(tx, userId)).length === 0) without += 1
    }
    return {
      isRequired: rule !== null,
      holdsFrom: isoTimeOrNull(rule?.holds_from ?? null),
      without,
    }
  })
}

export async function changeStaffRule(
  deps: AccountsDeps,
  caller: Caller,
  shown: Shown & { isRequired: boolean },
): Promise<StaffSecondFactorRule> {
  const { isRequired } = shown
  await demandOwn(deps, caller, shown, isRequired)
  const at = deps.clock.now()
  const holdsFrom = startOf(shown.holdsFrom, at)
  await deps.database.inAccount(caller.accountId, async (tx) => {
    await rules.putStaffRule(tx, isRequired ? { holdsFrom, at } : null)
    const details = { isRequired, from: isoTime(holdsFrom) }
    await deps.record(tx, caller, { action: 'accounts.staff_factor_rule_changed', details })
  })
  return readStaffRule(deps)
}

/**
 * Whether whoever sees personal data in clear in this account must have one by now: what the
 * account may then say of itself.
 */
export async function revealNeedsFactor(
  tx: Tx,
  accountId: AccountId,
  now: Instant,
): Promise<boolean> {
  const rule = await rules.readFactorRule(tx, accountId)
  if (rule === null || rule.holds_from > now) return false
  return rule.required_of.some((of) => of === 'everybody' || of === 'revealing')
}

/** Nothing is required of yesterday. */
function startOf(asked: string | null, at: Instant): Instant {
  return asked === null ? at : Math.max(at, Date.parse(asked))
}

async function demandOwn(
  deps: AccountsDeps,
  caller: Caller,
  shown: SelfShown & { session: string | null },
  isRequired: boolean,
): Promise<void> {
  const user = await proveSelf(deps, caller, shown)
  if (isRequired) await demandEnrolled(deps, user.user_id)
}
