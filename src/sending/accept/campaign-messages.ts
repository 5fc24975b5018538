// What campaigns ask of sending: counters, and to hold, let go or cancel what waits.
import type { AccountId, CampaignId, Instant, MessageId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { tellEndedInAnyAccount } from '../../webhooks/index.ts'
import { failureOf } from '../failure.ts'
import { finalStates } from '../message-state.ts'
import { refusedByReason } from '../outcome/refused-count.ts'
import { unbundleSome } from '../store/bundle-store.ts'
import {
  cancelWaiting,
  holdSome,
  isSomeHeld,
  learnMessagesInAnyAccount,
  markHeld,
  releaseSome,
  setPace,
  unmarkHeld,
} from '../store/campaign-store.ts'
import { detailsDeletedAt, goOnWith } from '../store/past-store.ts'
import { isUnderWayInAnyAccount, openOfCampaignInAnyAccount } from '../store/queue-store.ts'
import { moveTally } from '../store/result-store.ts'
import { readTally } from '../store/store.ts'
import { takeBackMessages } from '../store/take-back-store.ts'
import { type DueOf, isSomeDueInAnyAccount, isSomeUnknown } from '../store/waiting-store.ts'

export type CampaignCounters = {
  accepted: number
  /** Taken by the operator, without a final state yet. */
  submitted: number
  maybeSent: number
  submitting: number
  waiting: number
  finals: Readonly<Record<(typeof finalStates)[number], number>>
  /** How many were refused, by the first reason: at acceptance, or as they were to leave. */
  leftOut: ReadonlyMap<string, number>
}

/** From counters that only grow to what is where now. A message counts in one place only. */
export function countersOf(raw: ReadonlyMap<string, number>, open: number): CampaignCounters {
  const of = (name: string) => raw.get(name) ?? 0
  const finals = Object.fromEntries(finalStates.map((state) => [state, of(state)])) as Record<
    (typeof finalStates)[number],
    number
  >
  const ended = finalStates.reduce((sum, state) => sum + finals[state], 0)
  const endedUnsent = of('ended_unsent')
  const maybeSettled = of('maybe_settled')
  const notLeft = of('accepted') - of('submitted') - of('maybe_sent') - endedUnsent
  const submitting = Math.max(0, Math.min(open, notLeft))
  return {
    accepted: of('accepted'),
    submitted: Math.max(0, of('submitted') - (ended - endedUnsent - maybeSettled)),
    maybeSent: Math.max(0, of('maybe_sent') - maybeSettled),
    submitting,
    waiting: Math.max(0, notLeft - submitting),
    finals,
    leftOut: refusedByReason(raw),
  }
}

/** After which message to go on; null: that was all. */
export type GoOn = MessageId | null
export type Rest = { campaignId: CampaignId; at: Instant; after: MessageId | null }

export interface CampaignMessages {
  counters(
    accountId: AccountId,
    campaignIds: readonly CampaignId[],
  ): Promise<Map<CampaignId, CampaignCounters>>
  /** How many have left or ended without, of all that were ever accepted. */
  left(tx: Tx, accountId: AccountId, campaignId: CampaignId): Promise<number>
  /** At most so many an hour; null: as fast as the route goes. */
  pace(
    tx: Tx,
    accountId: AccountId,
    campaign: { id: CampaignId; perHour: number | null; at: Instant },
  ): Promise<void>
  /** From this commit on nothing of it leaves, and a first batch of what waits is held. */
  hold(tx: Tx, accountId: AccountId, campaignId: CampaignId, at: Instant): Promise<GoOn>
  /** The next batch, from where the last ended. */
  holdSome(tx: Tx, accountId: AccountId, rest: Rest): Promise<GoOn>
  /** From this commit on it may leave again, and a first batch of what was held is let go. */
  release(tx: Tx, accountId: AccountId, campaignId: CampaignId, at: Instant): Promise<GoOn>
  releaseSome(tx: Tx, accountId: AccountId, rest: Rest): Promise<GoOn>
  /**
   * More of it is accepted from now on, and what is there stays for its period. When its messages
   * were deleted; null: they are there.
   */
  goOn(
    tx: Tx,
    accountId: AccountId,
    campaign: { id: CampaignId; at: Instant },
  ): Promise<Instant | null>
  /** When its messages were deleted by their period; null: they are there. */
  deletedAt(accountId: AccountId, campaignId: CampaignId): Promise<Instant | null>
  /** Whether something waits for its turn alone, and not for an hour. */
  isSomeDue(accountId: AccountId, of: DueOf): Promise<boolean>
  /** Whether something waits until somebody can say who has objected. */
  isSomeUnknown(accountId: AccountId, campaignId: CampaignId): Promise<boolean>
  /** Whether something is left to let go, also of what a batch stepped over. */
  isSomeHeld(tx: Tx, accountId: AccountId, campaignId: CampaignId): Promise<boolean>
  /** Cancels a batch of what waits; false when nothing is left to cancel. */
  cancelSome(tx: Tx, accountId: AccountId, campaignId: CampaignId, at: Instant): Promise<boolean>
  /**
   * All of it is as if it had never been accepted, and how much that was; null: some of it has
   * left, is leaving or may have, and the transaction must fail. Its campaign is locked.
   */
  takeBack(tx: Tx, accountId: AccountId, campaignId: CampaignId): Promise<number | null>
  /** After the first page: the database learns how it best looks for people among messages. */
  learn(): Promise<void>
}

/** One transaction's worth: a STOP never waits behind a cancellation or a pause for long. */
const cancelBatch = 2_000
const holdBatch = 5_000

export function createCampaignMessages(deps: {
  database: Database
  wake(routeId: string): void
}): CampaignMessages {
  const { database } = deps
  const batchOf = ({ campaignId: id, at, after }: Rest) => ({ id, at, after, limit: holdBatch })
  const hold = async (tx: Tx, accountId: AccountId, rest: Rest): Promise<GoOn> =>
    (await holdSome(tx, accountId, batchOf(rest))).last
  const release = async (tx: Tx, accountId: AccountId, rest: Rest): Promise<GoOn> => {
    const { last, routeIds } = await releaseSome(tx, accountId, batchOf(rest))
    tx.afterCommit(() => {
      for (const routeId of routeIds) deps.wake(routeId)
    })
    return last
  }
  return {
    counters: async (accountId, campaignIds) => {
      const tally = await database.inAccount(accountId, (tx) =>
        readTally(tx, accountId, campaignIds),
      )
      const found = new Map<CampaignId, CampaignCounters>()
      for (const campaignId of campaignIds) {
        const raw = tally.get(campaignId) ?? new Map<string, number>()
        const open =
          raw.size === 0
            ? 0
            : await database.inAnyAccount((tx) => openOfCampaignInAnyAccount(tx, campaignId))
        found.set(campaignId, countersOf(raw, open))
      }
      return found
    },
    left: async (tx, accountId, campaignId) => {
      const raw = (await readTally(tx, accountId, [campaignId])).get(campaignId)
      const of = (name: string) => raw?.get(name) ?? 0
      return of('submitted') + of('maybe_sent') + of('ended_unsent')
    },
    pace: setPace,
    hold: async (tx, accountId, campaignId, at) => {
      await markHeld(tx, accountId, { id: campaignId, at })
      return hold(tx, accountId, { campaignId, at, after: null })
    },
    holdSome: hold,
    release: async (tx, accountId, campaignId, at) => {
      await unmarkHeld(tx, accountId, { id: campaignId, at })
      return release(tx, accountId, { campaignId, at, after: null })
    },
    releaseSome: release,
    goOn: goOnWith,
    deletedAt: (accountId, campaignId) =>
      database.inAccount(accountId, (tx) => detailsDeletedAt(tx, accountId, campaignId)),
    isSomeDue: (accountId, of) =>
      database.inAnyAccount((tx) => isSomeDueInAnyAccount(tx, accountId, of)),
    isSomeUnknown: (accountId, campaignId) =>
      database.inAccount(accountId, (tx) => isSomeUnknown(tx, accountId, campaignId)),
    isSomeHeld,
    cancelSome: async (tx, accountId, campaignId, at) => {
      const batch = { id: campaignId, at, limit: cancelBatch }
      await unbundleSome(tx, accountId, { ...batch, as: 'asItIs' })
      const cancelled = await cancelWaiting(tx, accountId, batch)
      const moves = Object.entries(cancelled.moves)
        .filter(([, by]) => by > 0)
        .map(([counter, by]) => ({ accountId, campaignId, counter, by }))
      const ended = { accountId, campaignId, state: 'unconfirmed', at }
      await tx.together((to) => {
        moveTally(to, moves)
        tellEndedInAnyAccount(
          to,
          cancelled.over.map(({ messageId, reason }) => ({
            ...{ ...ended, messageId, reason: failureOf('unconfirmed', reason) },
          })),
        )
      })
      if (moves.length > 0) return true
      // What is in flight in an engine may still be put back; then it is to be cancelled, too.
      return database.inAnyAccount((any) => isUnderWayInAnyAccount(any, { accountId, campaignId }))
    },
    takeBack: takeBackMessages,
    learn: () => database.inAnyAccount(learnMessagesInAnyAccount),
  }
}
