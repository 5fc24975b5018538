// A take-over: what its last owner had in the hand may have left, and is told as maybe sent.
import type { Clock } from '../kernel/index.ts'
import type { Logger, Metrics } from '../observability/index.ts'
import type { Asks, Database } from '../storage/index.ts'
import type { Lease } from './lease-store.ts'
import { putBackInAnyAccount, takeOrphansInAnyAccount } from './queue-store.ts'
import { appendEvents, appendResultsInAnyAccount } from './result-store.ts'
import { settle } from './settle.ts'
import { emptyRecord } from './slice-record.ts'
import { partReference } from './submit-slice.ts'
import { keepUnsettledInAnyAccount } from './unsettled-store.ts'

export type RecoverDeps = { database: Database; clock: Clock; logger: Logger; metrics: Metrics }

/**
 * An open intent of an earlier owner: each part that was not known to be taken is `unknown`.
 * Marketing is never put back into the queue; an alert is when its sender said that twice is better
 * than never, and it is still of use.
 */
export async function recoverOrphans(deps: RecoverDeps, lease: Lease): Promise<number> {
  const at = deps.clock.now()
  return deps.database.inAnyAccount(async (tx) => {
    const orphans = await takeOrphansInAnyAccount(tx, lease)
    if (orphans.length === 0) return 0
    const record = emptyRecord(orphans.map((orphan) => orphan.intentId))
    for (const { messages, openedAt } of orphans) {
      for (const queued of messages) {
        for (let part = 1; part <= queued.parts; part += 1) {
          if ((queued.partsDone & (1 << (part - 1))) !== 0) continue
          record.results.push({
            ...queued,
            part,
            routeId: lease.routeId,
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
            routeId: lease.routeId,
            leftAt: openedAt,
            tag: null,
            sender: null,
            reference: partReference(queued.messageId, part),
          })
        }
        record.events.push({
          ...queued,
          at,
          what: 'found_open',
          facts: { attempt: queued.attempt },
        })
        if (queued.mayRepeat && (queued.expiresAt ?? Infinity) > at) {
          const attempt = queued.attempt + 1
          record.putBack.push({ ...queued, routeId: lease.routeId, attempt, dueAt: at, hold: null })
        } else record.maybeSent.push({ ...queued, part: 1 })
      }
    }
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
