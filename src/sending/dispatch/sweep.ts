// Slow work over all accounts: outdated messages, missing delivery receipts, old reply tags.
import type { Instant } from '../../kernel/index.ts'
import type { Logger, Metrics } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { replyTagMs } from '../engine-limits.ts'
import { writeOutcomes } from '../outcome/settle.ts'
import { receiptDeadlineMs, unconfirmedMaybe, unconfirmedSent } from '../receipt-deadline.ts'
import { takeOutlivedInAnyAccount } from '../store/queue-store.ts'
import { dropReplyTagsInAnyAccount } from '../store/reply-tag-store.ts'
import {
  moveWatermarkInAnyAccount,
  readWatermarkInAnyAccount,
  takeDeadlineTurnInAnyAccount,
  unansweredInAnyAccount,
} from '../store/result-store.ts'
import { dropUnmatchedInAnyAccount } from '../store/unmatched-store.ts'
import { dropOldUnsettledInAnyAccount } from '../store/unsettled-store.ts'

export type SweepDeps = { database: Database; metrics: Metrics }

const _hourMs = 3_600_000

/** Under this name stands up to where results were looked through for missing receipts. */
export const deadlineMark = 'receipt_deadline'
const batchMax = 5_000

/** What waited until it was of no more use is told as expired. */
export async function expireQueued(deps: SweepDeps, at: Instant): Promise<number> {
  return deps.database.inAnyAccount(async (tx) => {
    const old = await takeOutlivedInAnyAccount(tx, at, batchMax)
    const outcomes = old.map((queued) => ({
      ...queued,
      state: 'expired' as const,
      reason: 'outlived' as const,
      at,
      hadUnknown: false,
      isUnsent: true,
    }))
    await writeOutcomes(tx, outcomes, deps.metrics)
    return old.length
  })
}

/** Submitted or maybe sent, and no receipt by the deadline: unconfirmed. Each span is read once. */
export async function settleUnanswered(deps: SweepDeps, at: Instant): Promise<number> {
  const until = at - receiptDeadlineMs
  return deps.database.inAnyAccount(async (tx) => {
    await takeDeadlineTurnInAnyAccount(tx, 'sweep')
    const from = await readWatermarkInAnyAccount(tx, deadlineMark)
    if (from !== null && from >= until) return 0
    const found = await unansweredInAnyAccount(tx, { from: from ?? 0, until })
    const outcomes = found.map((one) => ({
      ...one,
      ...(one.hadUnknown ? unconfirmedMaybe : unconfirmedSent),
      at,
    }))
    await writeOutcomes(tx, outcomes, deps.metrics)
    await moveWatermarkInAnyAccount(tx, deadlineMark, until)
    return found.length
  })
}

/**
 * Tags of replies, and receipts that nobody missed. What goes without ever having been named is
 * told: a STOP to it would have found nobody.
 */
export async function dropOld(deps: SweepDeps & { logger: Logger }, at: Instant): Promise<void> {
  const neverNamed = await deps.database.inAnyAccount(async (tx) => {
    await dropReplyTagsInAnyAccount(tx, at - replyTagMs)
    await dropUnmatchedInAnyAccount(tx, at - replyTagMs)
    // What is told as unconfirmed is final: a receipt changes nothing any more.
    const before = { named: at - receiptDeadlineMs, unnamed: at - replyTagMs }
    return dropOldUnsettledInAnyAccount(tx, before)
  })
  for (const { accountId, messages } of neverNamed) {
    deps.metrics.count('accord_messages_never_named_total', {}, messages)
    deps.logger.error('sending.never_named', { accountId, messages })
  }
}
