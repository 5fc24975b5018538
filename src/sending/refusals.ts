// Every reason for which the gate stops or delays a message, in the order in which they are told.
import type { PersonStatus } from '../contacts/index.ts'
import type { Instant } from '../kernel/index.ts'
import type { holds, refusals } from './contract.ts'

// The lists stand in the contract, because the screens order and translate them too.
export { holds, refusals } from './contract.ts'

export type Refusal = (typeof refusals)[number]
export type Hold = (typeof holds)[number]

/** When it ends; null: nobody knows, and the instant is that of the next look at it. */
export const endOfHold = (hold: Hold, until: Instant): Instant | null =>
  hold === 'objections_unknown' ? null : until

/** What a refusal says of the person; those that are not here are about the message alone. */
const ofPerson: Partial<Readonly<Record<Refusal, PersonStatus>>> = {
  number_suppressed: 'stopped',
  restricted: 'restricted',
  number_dead: 'dead_number',
  number_not_usable: 'unreachable',
  no_rules_for_country: 'unreachable',
  record_altered: 'checked',
  consent_withdrawn: 'stopped',
  no_consent: 'unproven',
  consent_unproven: 'unproven',
  consent_expired: 'expired',
  consent_declined: 'declined',
  in_quarantine: 'unproven',
  reply_under_review: 'checked',
}

export const statusOfRefusal = (refusal: Refusal): PersonStatus =>
  ofPerson[refusal] ?? 'can_receive'
