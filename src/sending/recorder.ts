// Writes what comes back from operators: results and receipts of a route, many in one transaction.
import type { Clock, Instant, MakeId, RouteId } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import { closeIntentsInAnyAccount, type PutBack, putBackInAnyAccount } from './queue-store.ts'
import {
  acceptLateInAnyAccount,
  appendEvents,
  appendReceiptsInAnyAccount,
  appendResultsInAnyAccount,
  findPartsInAnyAccount,
  hasStraysInAnyAccount,
  keepReplyTagsInAnyAccount,
  keepStraysInAnyAccount,
  type MessageEvent,
  type Outcome,
  type PartRef,
  type PartResult,
  type Receipt,
  type ReplyTag,
  type Stray,
  takeStraysInAnyAccount,
} from './result-store.ts'
import { settle } from './settle.ts'

/** What became of a slice: written with the end of its intent, or not at all. */
export type SliceRecord = {
  intentIds: readonly string[]
  results: PartResult[]
  putBack: PutBack[]
  outcomes: (Outcome & { hadUnknown: boolean })[]
  events: MessageEvent[]
  replyTags: ReplyTag[]
  /** Messages whose every part has its answer now, by what the answers say. */
  submitted: PartRef[]
  maybeSent: PartRef[]
}

export const emptyRecord = (intentIds: readonly string[]): SliceRecord => ({
  intentIds,
  results: [],
  putBack: [],
  outcomes: [],
  events: [],
  replyTags: [],
  submitted: [],
  maybeSent: [],
})

/** A receipt with the keys under which its part may stand, the likeliest first. */
export type KeyedReceipt = Omit<Receipt, 'operatorId'> & {
  keys: readonly string[]
  /** Called with the key that was right; null when none was. */
  matched(key: string | null): void
}

export type LateAnswer = PartRef & { operatorId: string | null; at: Instant }

export interface Recorder {
  /** Resolves once it is on disk. Tries until it is: what an operator took is not forgotten. */
  slice(record: SliceRecord): Promise<void>
  /** Resolves once stored; rejects when the database cannot take them now. */
  receipts(batch: readonly KeyedReceipt[]): Promise<void>
  late(answer: LateAnswer): void
  /** Resolves when nothing is pending. */
  idle(): Promise<void>
}

export type RecorderDeps = {
  database: Database
  clock: Clock
  makeId: MakeId
  logger: Logger
  metrics: Metrics
  sleep(ms: number): Promise<void>
}

type Pending = {
  slices: { record: SliceRecord; done(): void }[]
  receipts: { batch: readonly KeyedReceipt[]; done(): void; failed(error: unknown): void }[]
  late: LateAnswer[]
}
const nothing = (): Pending => ({ slices: [], receipts: [], late: [] })

/** Parts whose receipt is still to come, remembered so that it is found without asking. */
const memoryMax = 300_000
const retryMs = { first: 50, max: 5_000 }

export function createRecorder(deps: RecorderDeps, routeId: RouteId): Recorder {
  let pending = nothing()
  let running: Promise<void> | null = null
  const memory = new Map<string, PartRef>()
  /** Null until asked once: whether receipts wait for answers that are still to come. */
  let strays: boolean | null = null

  function start(): void {
    running ??= run().finally(() => {
      running = null
      if (hasWork(pending)) start()
    })
  }

  async function run(): Promise<void> {
    // What one turn of the event loop brings together is written together.
    await new Promise((resolve) => setImmediate(resolve))
    let waitMs = retryMs.first
    while (hasWork(pending)) {
      const work = pending
      pending = nothing()
      try {
        await deps.database.inAnyAccount((tx) => write(tx, work))
        for (const slice of work.slices) slice.done()
        for (const receipts of work.receipts) receipts.done()
        waitMs = retryMs.first
      } catch (error) {
        deps.logger.warn('sending.record_failed', {
          slices: work.slices.length,
          ...failureFields(error),
        })
        for (const receipts of work.receipts) receipts.failed(error)
        pending = {
          slices: [...work.slices, ...pending.slices],
          receipts: pending.receipts,
          late: [...work.late, ...pending.late],
        }
        await deps.sleep(waitMs)
        waitMs = Math.min(waitMs * 2, retryMs.max)
      }
    }
  }

  async function write(tx: Tx, work: Pending): Promise<void> {
    strays ??= await hasStraysInAnyAccount(tx, routeId)
    const records = work.slices.map(({ record }) => record)
    const results = records.flatMap((record) => record.results)
    await appendResultsInAnyAccount(tx, results)
    await putBackInAnyAccount(
      tx,
      records.flatMap((record) => record.putBack),
    )
    const at = deps.clock.now()
    const tags = records.flatMap((record) => record.replyTags)
    await keepReplyTagsInAnyAccount(tx, routeId, tags, at)
    await appendEvents(
      tx,
      records.flatMap((record) => record.events),
    )
    const lateAccepted: LateAnswer[] = []
    for (const answer of work.late) {
      if (await acceptLateInAnyAccount(tx, answer)) lateAccepted.push(answer)
    }
    const keyed = work.receipts.flatMap(({ batch }) => batch)
    const matched = await match(tx, keyed, results, lateAccepted)
    await appendReceiptsInAnyAccount(tx, matched)
    await settle(tx, { records, receipts: matched, lateAccepted, at, metrics: deps.metrics })
    await closeIntentsInAnyAccount(
      tx,
      records.flatMap((record) => record.intentIds),
    )
    tx.afterCommit(() => {
      for (const { operatorId, outcome } of matched) {
        if (outcome !== 'enroute' && outcome !== 'accepted') memory.delete(operatorId)
      }
    })
  }

  type Matched = Receipt & { ref: PartRef }

  /** Finds the part of each receipt: in memory, else in the table; else it is kept as a stray. */
  async function match(
    tx: Tx,
    keyed: readonly KeyedReceipt[],
    results: readonly PartResult[],
    lateAccepted: readonly LateAnswer[],
  ): Promise<Matched[]> {
    const unknown = new Set<string>()
    for (const { keys } of keyed) {
      if (!keys.some((key) => memory.has(key))) for (const key of keys) unknown.add(key)
    }
    const found = await findPartsInAnyAccount(tx, routeId, [...unknown])
    const matched: Matched[] = []
    const left: Stray[] = []
    for (const receipt of keyed) {
      const key = receipt.keys.find((one) => memory.has(one) || found.has(one))
      const ref = key === undefined ? undefined : (memory.get(key) ?? found.get(key))
      const { keys, matched: tell, ...rest } = receipt
      if (key !== undefined && ref !== undefined) {
        tell(key)
        matched.push({ ...rest, operatorId: key, ref })
      } else {
        tell(null)
        left.push({ ...rest, keys, id: deps.makeId() })
      }
    }
    await keepStraysInAnyAccount(tx, routeId, left)
    count(matched, left.length)
    matched.push(...(await overtakers(tx, results, lateAccepted)))
    if (left.length > 0) strays = true
    return matched
  }

  /** Receipts that came before the answer which these results hold. */
  async function overtakers(
    tx: Tx,
    results: readonly PartResult[],
    lateAccepted: readonly LateAnswer[],
  ): Promise<Matched[]> {
    if (strays !== true) return []
    const refs = new Map<string, PartRef>()
    for (const result of [...results, ...lateAccepted]) {
      if (result.operatorId !== null) refs.set(result.operatorId, result)
    }
    if (refs.size === 0) return []
    const early = await takeStraysInAnyAccount(tx, routeId, [...refs.keys()])
    return early.flatMap((receipt) => {
      const ref = refs.get(receipt.operatorId)
      return ref === undefined ? [] : [{ ...receipt, ref }]
    })
  }

  function count(matched: readonly Matched[], strayCount: number): void {
    const route = routeId
    for (const { outcome } of matched) {
      deps.metrics.count('accord_receipts_total', { route, state: outcome })
    }
    if (strayCount > 0) {
      deps.metrics.count('accord_receipts_total', { route, state: 'stray' }, strayCount)
    }
  }

  return {
    slice: (record) => {
      for (const result of record.results) {
        if (result.operatorId !== null) remember(memory, result.operatorId, refOf(result))
      }
      return new Promise((resolve) => {
        pending.slices.push({ record, done: resolve })
        start()
      })
    },
    receipts: (batch) =>
      new Promise((resolve, reject) => {
        pending.receipts.push({ batch, done: resolve, failed: reject })
        start()
      }),
    late: (answer) => {
      pending.late.push(answer)
      start()
    },
    idle: async () => {
      while (running !== null) await running
    },
  }
}

function hasWork(pending: Pending): boolean {
  return pending.slices.length + pending.receipts.length + pending.late.length > 0
}

/** The ref alone: a result carries more, and hundreds of thousands are remembered. */
function refOf(result: PartResult): PartRef {
  const { accountId, messageId, campaignId, part, parts, attempt } = result
  return { accountId, messageId, campaignId, part, parts, attempt }
}

function remember(memory: Map<string, PartRef>, key: string, ref: PartRef): void {
  memory.set(key, ref)
  if (memory.size <= memoryMax) return
  const oldest = memory.keys().next()
  if (!oldest.done) memory.delete(oldest.value)
}
