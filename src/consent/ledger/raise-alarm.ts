// An alarm of the guard: counted each time, said in the log and in the account's audit once an
// hour.
import type { Audit } from '../../audit/index.ts'
import type { AccountId, Caller, Clock, Instant } from '../../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Alarm } from '../alarm.ts'

const quietMs = 3_600_000

/**
 * A campaign meets the same row in every slice: a log that says it a thousand times says nothing.
 */
export function createAlarm(deps: {
  database: Pick<Database, 'inAccount'>
  audit: Pick<Audit, 'record'>
  logger: Pick<Logger, 'error'>
  metrics: Pick<Metrics, 'count'>
  clock: Clock
}): (alarm: Alarm) => void {
  const said = new Map<string, Instant>()
  return ({ accountId, kind, count }) => {
    deps.metrics.count('accord_ledger_alarms_total', { kind }, count)
    const name = `${accountId} ${kind}`
    const now = deps.clock.now()
    if (now - (said.get(name) ?? Number.NEGATIVE_INFINITY) < quietMs) return
    said.set(name, now)
    deps.logger.error('consent.ledger_alarm', { accountId, kind, count })
    // In a transaction of its own: what found it may be rolled back, and the finding stays.
    const deed = { action: 'consent.ledger_alarm' as const, details: { kind, count } }
    deps.database
      .inAccount(accountId, (tx) => deps.audit.record(tx, guardCaller(accountId), deed))
      .catch((error: unknown) => {
        said.delete(name)
        deps.logger.error('consent.ledger_alarm_unrecorded', { accountId, ...failureFields(error) })
      })
  }
}

const guardCaller = (accountId: AccountId): Caller => ({
  accountId,
  by: { kind: 'system', what: 'ledger_guard' },
  rights: new Set(),
  language: 'fr',
  traceId: '',
})
