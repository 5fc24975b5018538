// Whether a user has a second factor, and whether they must: pure over what the tables say.
import { type Instant, isoTimeOrNull, type Right } from '../../kernel/index.ts'
import type { AccountRole } from '../contract.ts'
import type { RequiredOf, SecondFactorStanding } from '../contract-factors.ts'
import { rightsOfRole } from '../roles.ts'
import type { FactorFacts } from './rule-store.ts'

/** What each kind of rule looks at in a role. */
const rightsMeant: Record<Exclude<RequiredOf, 'everybody'>, readonly Right[]> = {
  revealing: ['contacts.reveal', 'sensitive.reveal'],
  sending: ['messages.send', 'campaigns.approve'],
  managing: ['account.manage'],
}

export function isMeant(role: AccountRole, requiredOf: readonly RequiredOf[]): boolean {
  return requiredOf.some(
    (of) =>
      of === 'everybody' || rightsMeant[of].some((right) => rightsOfRole[role].includes(right)),
  )
}

export type Standing = { isEnrolled: boolean; requiredFrom: Instant | null; mustEnrol: boolean }

export function standingOf(facts: FactorFacts, now: Instant): Standing {
  const { role, has_factor: isEnrolled } = facts
  const ofAccount = isMeant(role, facts.required_of ?? []) ? facts.holds_from : null
  const dates = [ofAccount, facts.staff_holds_from].filter((date) => date !== null)
  const requiredFrom = dates.length === 0 ? null : Math.min(...dates)
  const mustEnrol = !isEnrolled && requiredFrom !== null && requiredFrom <= now
  return { isEnrolled, requiredFrom, mustEnrol }
}

export function standingView(standing: Standing): SecondFactorStanding {
  return { ...standing, requiredFrom: isoTimeOrNull(standing.requiredFrom) }
}
