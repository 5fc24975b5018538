// Writes the request log: once a second for all that was answered meanwhile, so that no request
// waits for it. A crash loses that second.
import type { TokenRequest } from '../../http/index.ts'
import type { AccountId, Caller, Clock, MakeId, Timers, TokenId } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { requestsKeptDays, requestsKeptMax } from '../contract-requests.ts'
import { deleteOldRequests, insertRequests, type LoggedRequest } from './request-log-store.ts'

const everyMs = 1_000
const dayMs = 86_400_000
/** Of one account within one second: a program that asks more often has the rest left out. */
const lineLimits = { answered: 500, failed: 500 }
/** Of all accounts together: while the database is away no more waits in memory. */
const waitingMax = 20_000
/** How many lines an account may have beyond what is kept, before they are deleted. */
const tidyAfter = 1_000

type Deps = {
  database: Database
  clock: Clock
  timers: Timers
  makeId: MakeId
  logger: Pick<Logger, 'warn'>
}

export type RequestLog = {
  add(told: TokenRequest): void
  /** What waits is written. */
  close(): Promise<void>
}

type Waiting = { lines: LoggedRequest[]; failed: number }

export function requestLog(deps: Deps): RequestLog {
  const { timers } = deps
  let waiting = new Map<AccountId, Waiting>()
  let count = 0
  const writeAll = writer(deps)
  let cancel: (() => void) | null = null
  let writing: Promise<void> | null = null

  function add(told: TokenRequest): void {
    const { accountId, by } = told.caller
    if (by.kind !== 'token' || count >= waitingMax) return
    const isFailed = told.status >= 400
    const held = waiting.get(accountId) ?? { lines: [], failed: 0 }
    const isFull = isFailed
      ? held.failed >= lineLimits.failed
      : held.lines.length - held.failed >= lineLimits.answered
    if (isFull) return
    waiting.set(accountId, held)
    count += 1
    if (isFailed) held.failed += 1
    held.lines.push(lineOf(deps, told, by.tokenId))
    if (writing === null) cancel ??= timers.after(everyMs, flush)
  }

  /** One after the other: while a database is slow what comes waits, `waitingMax` at most. */
  function flush(): void {
    cancel?.()
    cancel = null
    if (writing !== null || count === 0) return
    const batch = waiting
    const written = count
    waiting = new Map()
    writing = writeAll(batch).then(() => {
      count -= written
      writing = null
      if (count > 0) cancel ??= timers.after(everyMs, flush)
    })
  }

  return {
    add,
    close: async () => {
      // What came while the last batch was written is the next one.
      while (writing !== null || count > 0) {
        flush()
        await writing
      }
    },
  }
}

function writer(deps: Deps): (batch: ReadonlyMap<AccountId, Waiting>) => Promise<void> {
  /** Lines of each account since it was last tidied; first at its first line. */
  const sinceTidy = new Map<AccountId, number>()

  async function write(accountId: AccountId, lines: readonly LoggedRequest[]): Promise<void> {
    const since = (sinceTidy.get(accountId) ?? tidyAfter) + lines.length
    const isTidied = since > tidyAfter
    await deps.database.inAccount(accountId, async (tx) => {
      await insertRequests(tx, accountId, lines)
      if (isTidied) await deleteOldRequests(tx, accountId, oldAt(deps.clock))
    })
    sinceTidy.set(accountId, isTidied ? 0 : since)
  }

  return async (batch) => {
    for (const [accountId, { lines }] of batch) {
      try {
        await write(accountId, lines)
      } catch (error) {
        deps.logger.warn('accounts.request_log_lost', {
          lines: lines.length,
          ...failureFields(error),
        })
      }
    }
  }
}

/** Its first moment, not that of its answer. */
function lineOf(
  { makeId, clock }: Pick<Deps, 'makeId' | 'clock'>,
  told: TokenRequest,
  tokenId: TokenId,
): LoggedRequest {
  return {
    id: makeId(),
    tokenId,
    at: clock.now() - told.durationMs,
    method: told.method,
    path: told.path,
    status: told.status,
    durationMs: told.durationMs,
    code: told.code,
    traceId: told.traceId,
    keyUse: told.keyUse,
  }
}

const oldAt = (clock: Clock) => ({
  before: clock.now() - requestsKeptDays * dayMs,
  keep: requestsKeptMax,
})

/** Once a day, also for accounts whose programs rest. */
export async function sweepRequestLog(
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  { accountId }: Caller,
): Promise<void> {
  await database.inAccount(accountId, (tx) => deleteOldRequests(tx, accountId, oldAt(clock)))
}
