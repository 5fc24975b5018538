// Works one route: holds its lease, claims slices, gates them again, submits, records.
import type { AccountId, Instant, MakeId, MessageId, RouteId, Timers } from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import type { OperatorLink } from '../routing/index.ts'
import type { Database } from '../storage/index.ts'
import { gateSlice, type LeaveDeps, numberKey, type TermsMemory } from './leave-gate.ts'
import type { OutgoingRoute, Routes } from './ports.ts'
import {
  claimInAnyAccount,
  type Lease,
  leaseInAnyAccount,
  nextDueInAnyAccount,
  type QueuedMessage,
  releaseInAnyAccount,
} from './queue-store.ts'
import { createRecorder, type Recorder, type SliceRecord } from './recorder.ts'
import { recoverOrphans } from './recover-orphans.ts'
import type { PartRef } from './result-store.ts'
import { type Answered, messageOfKey, submitSlice } from './submit-slice.ts'

/** Every bound of the engine, in one place. */
export const engineLimits = {
  /** A dead holder's route is taken over after at most this. */
  leaseMs: 6_000,
  leaseRenewMs: 2_000,
  /** The owner stops this long before its lease ends: an operator checks no fence. */
  leaseMarginMs: 1_500,
  /** At most two slices are open on a bind: what a crash can leave unknown. */
  slicesPerLink: 2,
  segmentsPerSliceMax: 500,
  /** How often an idle route looks for work that another node accepted. */
  pollMs: 200,
  databaseRetryMs: { first: 100, max: 5_000 },
  /** After the operator has asked for less. */
  throttleMs: 300,
} as const

export type WorkerDeps = LeaveDeps & {
  database: Database
  routes: Routes
  timers: Timers
  makeId: MakeId
  nodeId: string
  logger: Logger
  metrics: Metrics
}

export interface RouteWorker {
  readonly routeId: RouteId
  readonly recorder: Recorder
  /** There may be something to send. */
  wake(): void
  /** The operator's answer to a segment whose time was over. */
  late(key: string, operatorMessageId: string | null): void
  /** Nothing to this number leaves from here any more; what is not yet written is taken back. */
  stop(accountId: AccountId, numberTag: Buffer, messageIds: ReadonlySet<MessageId>): void
  unstop(accountId: AccountId, numberTag: Buffer): void
  readonly hasLease: boolean
  close(): Promise<void>
}

export function createRouteWorker(deps: WorkerDeps, routeId: RouteId): RouteWorker {
  const { timers, logger } = deps
  const recorder = createRecorder(
    { ...deps, clock: timers, sleep: (ms) => timers.sleep(ms) },
    routeId,
  )
  const terms: TermsMemory = new Map()
  const stopped = new Set<string>()
  const unknown = new Map<string, PartRef>()
  /** Claimed and not yet recorded, by link. */
  const open = new Map<OperatorLink, { slices: number; segments: number; peak: number }>()
  const signal = createSignal(timers)
  let lease: Lease | null = null
  let isClosing = false
  let quietUntil: Instant = 0
  let retryMs: number = engineLimits.databaseRetryMs.first

  const isMine = (): boolean =>
    lease !== null && timers.now() < lease.until - engineLimits.leaseMarginMs

  async function renew(): Promise<void> {
    const at = timers.now()
    const want = { routeId, nodeId: deps.nodeId, at, until: at + engineLimits.leaseMs }
    const held = lease
    lease = await deps.database.inAnyAccount((tx) => leaseInAnyAccount(tx, want))
    if (lease !== null && lease.fence !== held?.fence) {
      await recoverOrphans({ ...deps, clock: timers }, lease)
    }
  }

  async function leaseLoop(): Promise<void> {
    while (!isClosing) {
      try {
        await renew()
        signal.raise()
      } catch (error) {
        logger.warn('sending.lease_failed', { route: routeId, ...failureFields(error) })
      }
      await Promise.race([timers.sleep(engineLimits.leaseRenewMs), closing.promise])
    }
  }

  /** The link with room for a slice, and how much; null when none has. */
  function roomiest(): { link: OperatorLink; segments: number } | null {
    for (const link of deps.routes.links(routeId)) {
      if (link.state.kind !== 'bound') continue
      const state = open.get(link) ?? { slices: 0, segments: 0, peak: 1 }
      open.set(link, state)
      const now = link.capacity()
      // What the link could carry when it was idle; it forgets slowly, as limits change.
      state.peak = Math.max(now, Math.floor(state.peak * 0.99), 1)
      const half = Math.ceil(Math.min(state.peak, engineLimits.segmentsPerSliceMax * 2) / 2)
      const room = state.peak - state.segments
      if (state.slices < engineLimits.slicesPerLink && (room >= half || state.slices === 0)) {
        return { link, segments: Math.max(1, Math.min(half, room)) }
      }
    }
    return null
  }

  async function workLoop(): Promise<void> {
    while (!isClosing) {
      const route = isMine() ? currentRoute() : null
      const room = route === null || timers.now() < quietUntil ? null : roomiest()
      if (route === null || room === null) {
        await signal.wait(engineLimits.pollMs)
        continue
      }
      try {
        const claimed = await claim(room.segments)
        retryMs = engineLimits.databaseRetryMs.first
        if (claimed === null) await idle()
        else void runSlice(route, room.link, claimed)
      } catch (error) {
        // The database is away: nothing was claimed, so nothing is lost by waiting.
        logger.warn('sending.claim_failed', { route: routeId, ...failureFields(error) })
        await timers.sleep(retryMs)
        retryMs = Math.min(retryMs * 2, engineLimits.databaseRetryMs.max)
      }
    }
  }

  function currentRoute(): OutgoingRoute | null {
    return deps.routes.all(timers.now()).find((one) => one.id === routeId && one.isOpen) ?? null
  }

  type Claimed = { intentId: string; at: Instant; messages: QueuedMessage[] }

  async function claim(segmentsMax: number): Promise<Claimed | null> {
    if (lease === null) return null
    const claim = { lease, intentId: deps.makeId(), at: timers.now(), segmentsMax }
    const messages = await deps.database.inAnyAccount((tx) => claimInAnyAccount(tx, claim))
    return messages.length === 0 ? null : { intentId: claim.intentId, at: claim.at, messages }
  }

  async function idle(): Promise<void> {
    const due = await deps.database.inAnyAccount((tx) => nextDueInAnyAccount(tx, routeId))
    const waitMs = due === null ? engineLimits.pollMs : due - timers.now()
    await signal.wait(Math.max(1, Math.min(engineLimits.pollMs, waitMs)))
  }

  async function runSlice(route: OutgoingRoute, link: OperatorLink, claimed: Claimed) {
    const state = open.get(link) ?? { slices: 0, segments: 0, peak: 1 }
    const segments = claimed.messages.reduce((sum, message) => sum + message.parts, 0)
    state.slices += 1
    state.segments += segments
    try {
      const answered = await leave(route, link, claimed)
      await recorder.slice(answered.record)
    } finally {
      state.slices -= 1
      state.segments -= segments
      signal.raise()
    }
  }

  /** Between the claim and the record nothing throws: what cannot be gated goes back. */
  async function leave(
    route: OutgoingRoute,
    link: OperatorLink,
    claimed: Claimed,
  ): Promise<Pick<Answered, 'record'>> {
    const { intentId, messages } = claimed
    const gated = await gate(route, messages)
    const hand = {
      route,
      intentId,
      claimedAt: claimed.at,
      // The lease is asked right before the first octet, not only before the claim.
      leave: isMine() ? gated.leave : [],
      hasStopped: (one: { queued: QueuedMessage; numberTag: Buffer; isMarketing: boolean }) =>
        one.isMarketing && stopped.has(numberKey(one.queued.accountId, one.numberTag)),
    }
    const answered = await submitSlice({ ...deps, clock: timers }, link, hand)
    if (answered.throttled > 0) quietUntil = timers.now() + engineLimits.throttleMs
    for (const [key, ref] of answered.unknown) unknown.set(key, ref)
    deps.metrics.count(
      'accord_parts_submitted_total',
      { route: routeId, answer: 'any' },
      answered.segments,
    )
    const notMine = hand.leave.length === gated.leave.length ? [] : gated.leave
    addGateResults(answered.record, gated, notMine)
    return answered
  }

  async function gate(route: OutgoingRoute, slice: readonly QueuedMessage[]) {
    let waitMs: number = engineLimits.databaseRetryMs.first
    for (;;) {
      try {
        return await gateSlice(deps, { route, slice, at: timers.now(), terms })
      } catch (error) {
        logger.warn('sending.gate_failed', { route: routeId, ...failureFields(error) })
        if (isClosing) return { leave: [], refuse: [], hold: [], back: slice }
        await timers.sleep(waitMs)
        waitMs = Math.min(waitMs * 2, engineLimits.databaseRetryMs.max)
      }
    }
  }

  function addGateResults(
    record: SliceRecord,
    gated: Awaited<ReturnType<typeof gate>>,
    notMine: readonly { queued: QueuedMessage }[],
  ): void {
    const at = timers.now()
    for (const { queued, refusal } of gated.refuse) {
      const state = refusal === 'outlived' ? 'expired' : 'refused'
      record.outcomes.push({ ...queued, state, reason: refusal, at, hadUnknown: false })
    }
    for (const { queued, hold, until } of gated.hold) {
      record.putBack.push({ ...queued, routeId, dueAt: until, hold })
      const facts = { hold, until }
      record.events.push({ ...queued, at, what: 'held', facts })
    }
    const back = 'back' in gated ? gated.back : notMine.map(({ queued }) => queued)
    for (const queued of back) record.putBack.push({ ...queued, routeId, dueAt: at, hold: null })
  }

  const closing = createGate()
  const loops = [leaseLoop(), workLoop()]

  return {
    routeId,
    recorder,
    wake: () => signal.raise(),
    late: (key, operatorMessageId) => {
      const ref = unknown.get(key)
      if (ref === undefined) return
      unknown.delete(key)
      const operatorId =
        operatorMessageId === null ? null : deps.routes.answerKey(routeId, operatorMessageId)
      recorder.late({ ...ref, operatorId, at: timers.now() })
    },
    stop: (accountId, numberTag, messageIds) => {
      stopped.add(numberKey(accountId, numberTag))
      for (const link of deps.routes.links(routeId)) {
        link.withdraw((segment) => messageIds.has(messageOfKey(segment.key)))
      }
    },
    unstop: (accountId, numberTag) => {
      stopped.delete(numberKey(accountId, numberTag))
    },
    get hasLease() {
      return isMine()
    },
    close: async () => {
      isClosing = true
      closing.open()
      signal.raise()
      await Promise.all(loops)
      while ([...open.values()].some((state) => state.slices > 0)) await timers.sleep(10)
      await recorder.idle()
      const held = lease
      lease = null
      if (held !== null) await deps.database.inAnyAccount((tx) => releaseInAnyAccount(tx, held))
    },
  }
}

/** A wait that ends early when somebody raises it, also when that was just before. */
function createSignal(timers: Timers) {
  let isRaised = false
  let wakeUp: (() => void) | null = null
  return {
    raise: () => {
      isRaised = true
      wakeUp?.()
    },
    wait: async (ms: number) => {
      if (!isRaised) {
        await new Promise<void>((resolve) => {
          const cancel = timers.after(ms, resolve)
          wakeUp = () => {
            cancel()
            resolve()
          }
        })
      }
      isRaised = false
      wakeUp = null
    },
  }
}

function createGate() {
  let open: () => void = () => undefined
  const promise = new Promise<void>((resolve) => {
    open = resolve
  })
  return { promise, open: () => open() }
}
