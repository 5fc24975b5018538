// The nouns of campaigns and the pure decisions about them: what may follow what,
// and the hash of a sheet.
import { createHash } from 'node:crypto'
import type {
  AccountId,
  CampaignId,
  ContactId,
  ControllerId,
  Instant,
  ListId,
  UserId,
} from '../kernel/index.ts'
import type { AlertBasis, MessageClass, UnsurePolicy } from '../sending/contract.ts'
import type { CampaignState, CheckSheet } from './contract.ts'

export type Campaign = {
  accountId: AccountId
  id: CampaignId
  number: number
  name: string
  state: CampaignState
  listId: ListId
  class: MessageClass
  basis: AlertBasis | null
  purpose: string | null
  controllerId: ControllerId
  sender: string
  text: string
  sendAt: Instant | null
  /** Each person's own clock has to show the time that `sendAt` is in the account's zone. */
  sendAtLocal: boolean
  usefulUntil: Instant | null
  /** Marketing is never sent twice. */
  ifUnsure: UnsurePolicy
  /** At most so many messages an hour; null: as fast as the route goes. */
  perHour: number | null
  overrideReason: string | null
  /** The version of the template that the text was taken from. */
  template: { id: string; version: number } | null
  /** Of which recurring send it is a day. */
  recurringId: string | null
  /** ISO day. */
  occurrenceDay: string | null
  /** It goes to the people of its day alone, and to nobody else on the list. */
  isPicked: boolean
  preparedBy: UserId | null
  sheet: CheckSheet | null
  sheetHash: string | null
  approvedHash: string | null
  approvedBy: UserId | null
  approvedAt: Instant | null
  acceptedThrough: ContactId | null
  isAccepted: boolean
  /** How often it was launched: what was judged for one launch is nothing for the next. */
  launches: number
  failure: string | null
  createdAt: Instant
  startedAt: Instant | null
  endedAt: Instant | null
}

/**
 * draft ─approve─► approved ─launch─► accepting ─► running ─► done. A change of an approved draft
 * takes the approval back. `accepting`: the list is being turned into messages, page by page.
 * `running`: all are accepted and leave at their pace. Pause holds what waits; cancel ends it. As
 * long as nothing has left, it can be moved (accepted anew, for another instant) or taken back.
 */
export const steps = {
  change: { from: ['draft', 'approved'], to: 'draft' },
  approve: { from: ['draft', 'approved'], to: 'approved' },
  /** Its author asks that somebody else approve; and who may gives it back with a remark. */
  ask_approval: { from: ['draft'], to: 'draft' },
  return: { from: ['draft'], to: 'draft' },
  launch: { from: ['approved'], to: 'accepting' },
  /** To another instant, or back to its author: as long as nothing of it has left. */
  move: { from: ['approved', 'accepting', 'running', 'paused'], to: 'accepting' },
  take_back: { from: ['accepting', 'running', 'paused'], to: 'draft' },
  pause: { from: ['accepting', 'running'], to: 'paused' },
  /** Whatever was never launched; nothing of it has left. */
  delete: { from: ['draft', 'approved'], to: 'draft' },
  cancel: { from: ['accepting', 'running', 'paused', 'approved'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>
export type Step = keyof typeof steps

/** Why it stands after the database was put back: people may have had its message already. */
export const restoredFailure = 'campaigns.restored'

export function mayStep(step: Step, state: CampaignState): boolean {
  return (steps[step].from as readonly CampaignState[]).includes(state)
}

/** Where a paused campaign goes on: where it stood. */
export function stateAfterResume(isAccepted: boolean): CampaignState {
  return isAccepted ? 'running' : 'accepting'
}

/**
 * What is approved: the campaign's content, and whom it reaches and at what price. Instants are not
 * in it: an hour later the same sheet is still the same decision.
 */
export function hashOfSheet(campaign: Campaign, sheet: Omit<CheckSheet, 'hash'>): string {
  const decided = [
    campaign.id,
    campaign.listId,
    campaign.class,
    campaign.basis,
    campaign.purpose,
    campaign.controllerId,
    campaign.sender,
    campaign.text,
    campaign.sendAt,
    campaign.usefulUntil,
    campaign.perHour,
    campaign.overrideReason,
    sheet.people,
    sheet.receive,
    sheet.leftOut.map(({ refusal, people }) => [refusal, people]),
    sheet.segments,
    sheet.costMicroEur,
    sheet.stopMention,
    // Behind the rest and only where it was chosen: sheets approved before there was a choice
    // stand.
    ...(campaign.ifUnsure === 'never_twice' ? [] : [campaign.ifUnsure]),
    ...(campaign.sendAtLocal ? ['send_at_local'] : []),
  ]
  return createHash('sha256').update(JSON.stringify(decided)).digest('hex')
}
