// Takes over a dead node's messages in flight: they may have been sent, so "maybe sent".
import type { Clock, Instant } from '../../kernel/index.ts'
import type { Logger, Metrics } from '../../observability/index.ts'
import type { Asks, Database, Tx } from '../../storage/index.ts'
import { settle } from '../outcome/settle.ts'
import { emptyRecord, type SliceRecord } from '../outcome/slice-record.ts'
import { isSweepNear, unconfirmedMaybe } from '../receipt-deadline.ts'
import type { Lease } from '../store/lease-store.ts'
import { type Orphan, putBackInAnyAccount, takeOrphansInAnyAccount } from '../store/queue-store.ts'
import {
  appendEvents,
  appendResultsInAnyAccount,
  readWatermarkInAnyAccount,
} from '../store/result-store.ts'
import { keepUnsettledInAnyAccount } from '../store/unsettled-store.ts'
import { partReference } from './submit-slice.ts'
import { deadlineMark } from './sweep.ts'

export type RecoverDeps = { database: Database; clock: Clock; logger: Logger; metrics: Metrics }

/**
 * An open intent of an earlier owner: each part that was not known to be taken is `unknown`.
 * Marketing is never put back into the queue; an alert is when its sender said that twice is better
 * than never, and it is still of use. What left before the deadline for receipts ends with this.
 */
export async function recoverOrphans(deps: RecoverDeps, lease: Lease): Promise<number> {
  const at = deps.clock.now()
  return deps.database.inAnyAccount(async (tx) => {
    const orphans = await takeOrphansInAnyAccount(tx, lease)
    if (orphans.length === 0) return 0
    const sweptUntil = await sweptNear(tx, orphans, at)
    const record = emptyRecord(orphans.map((orphan) => orphan.intentId))
    for (const orphan of orphans) addOrphan(record, orphan, { lease, at, sweptUntil })
    const also = (to: Asks): void => {
      appendResultsInAnyAccount(to, record.results)
      putBackInAnyAccount(to, record.putBack)
      keepUnsettledInAnyAccount(to, record.unsettled)
      appendEvents(to, record.events)
    }
    await settle(tx, { also, records: [record], receipts: [], lateAccepted: [], at, ...deps })
    deps.logger.warn('sending.intents_recovered', {
      route: lease.routeId,
      intents: orphans.length,
      maybeSent: record.maybeSent.length,
      putBack: record.putBack.length,
    })
    return record.results.length
  })
}

/**
 * Up to where results were looked through for missing receipts: what is written behind it would
 * never be met. It is locked, so that no sweep passes while this writes; and asked only where an
 * orphan is nearly that old, since a sweep after a long night takes its time.
 */
async function sweptNear(tx: Tx, orphans: readonly Orphan[], at: Instant): Promise<Instant> {
  if (!orphans.some(({ openedAt }) => isSweepNear(openedAt, at))) return -Infinity
  return (await readWatermarkInAnyAccount(tx, deadlineMark)) ?? -Infinity
}

function addOrphan(
  record: SliceRecord,
  { messages, openedAt }: Orphan,
  { lease, at, sweptUntil }: { lease: Lease; at: Instant; sweptUntil: Instant },
): void {
  const { routeId } = lease
  const isSwept = openedAt <= sweptUntil
  for (const queued of messages) {
    for (let part = 1; part <= queued.parts; part += 1) {
      if ((queued.partsDone & (1 << (part - 1))) !== 0) continue
      record.results.push({
        ...queued,
        part,
        routeId,
        outcome: 'unknown',
        operatorId: null,
        status: null,
        claimedAt: openedAt,
        leftAt: openedAt,
        answeredAt: null,
        checks: null,
      })
      // Its number is sealed: it is named right after, for its receipt and for a STOP.
      record.unsettled.push({
        ...queued,
        part,
        routeId,
        leftAt: openedAt,
        tag: null,
        sender: null,
        reference: partReference(queued.messageId, part),
      })
    }
    record.events.push({ ...queued, at, what: 'found_open', facts: { attempt: queued.attempt } })
    if (queued.mayRepeat && (queued.expiresAt ?? Infinity) > at) {
      const attempt = queued.attempt + 1
      record.putBack.push({ ...queued, routeId, attempt, dueAt: at, hold: null })
      continue
    }
    record.maybeSent.push({ ...queued, part: 1 })
    if (isSwept) record.outcomes.push({ ...queued, ...unconfirmedMaybe, at })
  }
}
