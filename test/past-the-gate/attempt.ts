// What an attempt to get past the gate is, and which check answers for each refusal.
import type { GateCheckName } from '../../src/sending/contract.ts'
import type { Hold, Refusal } from '../../src/sending/refusals.ts'
import type { Answered, World } from './world.ts'

/** `error`: the door says no before there is a message at all. */
export type Expected = Refusal | `held: ${Hold}` | `error: ${string}`

export type Attempt = {
  family: string
  what: string
  /** The gate that must say no: as the message is accepted, or as it leaves. */
  gate: 'first' | 'second'
  expected: Expected
  /** The same but for one thing, and it passes. */
  control: string
  make(world: World): Promise<Answered>
  pass(world: World): Promise<Answered>
}

/** The check that must fire for each answer. */
export const checkOf: Readonly<
  Record<Refusal, GateCheckName> & Partial<Record<Hold, GateCheckName>>
> = {
  class_missing: 'class_chosen',
  alert_basis_missing: 'alert_basis',
  number_not_usable: 'number_usable',
  no_rules_for_country: 'country_rules',
  number_suppressed: 'objection',
  restricted: 'restriction',
  number_dead: 'number_works',
  record_altered: 'consent',
  consent_withdrawn: 'consent',
  no_consent: 'consent',
  consent_unproven: 'consent',
  consent_expired: 'consent',
  consent_declined: 'quarantine',
  in_quarantine: 'quarantine',
  minor_without_authorisation: 'age',
  reply_under_review: 'reply_review',
  alert_reads_like_advertising: 'alert_wording',
  sector_banned: 'sector',
  sender_not_registered: 'sender',
  sender_not_allowed: 'sender',
  brand_missing: 'brand',
  stop_mention_mismatch: 'stop_mention',
  merge_field_empty: 'merge_fields',
  text_too_long: 'length',
  frequency_cap_reached: 'frequency',
  route_missing: 'route',
  route_without_contract: 'route',
  route_barred: 'route',
  route_closed: 'route',
  outlived: 'useful_until',
  outside_hours: 'hours',
  scheduled: 'schedule',
  campaign_paced: 'schedule',
}

/** `held: outside_hours` and `outside_hours` name the same check. */
export function checkThatFires(expected: Expected): GateCheckName | null {
  if (expected.startsWith('error: ')) return null
  return checkOf[expected.replace('held: ', '') as Refusal | Hold] ?? null
}
