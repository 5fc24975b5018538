// What campaigns may ask of sending: counters, pause, resume, cancel, cost.
import type { AccountId, CampaignId, Instant } from '../kernel/index.ts'
import type { Metrics } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { countReplies, type InboundKind } from './inbound-store.ts'
import type { FinalState } from './message-state.ts'
import { finalStates } from './message-state.ts'
import {
  openOfCampaignInAnyAccount,
  pauseCampaign,
  resumeCampaign,
  takeCampaignFromQueue,
} from './queue-store.ts'
import { moveTally } from './result-store.ts'
import { writeOutcomes } from './settle.ts'
import { readTally } from './store.ts'
import { costOfCampaign } from './view-store.ts'

export type CampaignTally = {
  accepted: number
  /** Held, queued, or in an open intent. */
  notYetSent: number
  submitted: number
  maybeSent: number
  finals: Readonly<Record<FinalState, number>>
}

export interface CampaignDoor {
  tallies(
    tx: Tx,
    accountId: AccountId,
    ids: readonly CampaignId[],
  ): Promise<Map<CampaignId, CampaignTally>>
  /** How many are in the hand of an engine now. */
  submitting(campaignId: CampaignId): Promise<number>
  pause(tx: Tx, accountId: AccountId, campaignId: CampaignId): Promise<number>
  resume(tx: Tx, accountId: AccountId, campaignId: CampaignId, at: Instant): Promise<number>
  /** Takes back up to a batch of what waits; 0 when nothing waits any more. */
  cancelSome(tx: Tx, accountId: AccountId, campaignId: CampaignId, at: Instant): Promise<number>
  replies(tx: Tx, accountId: AccountId, id: CampaignId): Promise<Map<InboundKind, number>>
  /** What was or will be submitted, in millionths of a euro. */
  cost(tx: Tx, accountId: AccountId, campaignId: CampaignId): Promise<number>
}

const batchMax = 5_000

export function createCampaignDoor(deps: { database: Database; metrics: Metrics }): CampaignDoor {
  return {
    tallies: async (tx, accountId, ids) => {
      const counters = await readTally(tx, accountId, ids)
      return new Map(ids.map((id) => [id, tallyOf(counters.get(id) ?? new Map())]))
    },
    submitting: (campaignId) =>
      deps.database.inAnyAccount((tx) => openOfCampaignInAnyAccount(tx, campaignId)),
    pause: pauseCampaign,
    resume: resumeCampaign,
    cancelSome: async (tx, accountId, campaignId, at) => {
      const taken = await takeCampaignFromQueue(tx, accountId, campaignId, batchMax)
      const outcomes = taken.map((queued) => ({
        ...queued,
        state: 'cancelled' as const,
        reason: 'campaign_cancelled',
        at,
        hadUnknown: false,
        isUnsent: queued.partsDone === 0,
      }))
      await moveTally(tx, await writeOutcomes(tx, outcomes, deps.metrics))
      return taken.length
    },
    replies: countReplies,
    cost: costOfCampaign,
  }
}

function tallyOf(counters: ReadonlyMap<string, number>): CampaignTally {
  const of = (counter: string): number => counters.get(counter) ?? 0
  const finals = Object.fromEntries(finalStates.map((state) => [state, of(state)]))
  const ended = finalStates.reduce((sum, state) => sum + of(state), 0)
  const sent = of('submitted') + of('maybe_sent')
  const maybeSent = Math.max(0, of('maybe_sent') - of('maybe_settled'))
  return {
    accepted: of('accepted'),
    notYetSent: Math.max(0, of('accepted') - sent - of('ended_unsent')),
    submitted: Math.max(0, sent - (ended - of('ended_unsent')) - maybeSent),
    maybeSent,
    finals: finals as Record<FinalState, number>,
  }
}
