// Works one route: claims slices under its lease, gates them again, submits, records.
import type { AccountId, Instant, MakeId, MessageId, RouteId, Timers } from '../../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../../observability/index.ts'
import type { OperatorLink, SubmitOutcome } from '../../routing/index.ts'
import type { Database } from '../../storage/index.ts'
import { engineLimits } from '../engine-limits.ts'
import { gateSlice, type LeaveDeps, type Leaving, type SliceVerdict } from '../gate/leave-gate.ts'
import { Apart } from '../gate/set-aside.ts'
import type { TermsMemory } from '../gate/terms-memory.ts'
import { heldEvents } from '../outcome/held-by-clock.ts'
import { LateParts } from '../outcome/late-parts.ts'
import { createRecorder, type Recorder } from '../outcome/recorder.ts'
import type { SliceRecord } from '../outcome/slice-record.ts'
import type { Share } from '../pace.ts'
import type { OutgoingRoute, Routes } from '../ports.ts'
import type { HandOfRoute } from '../replies/stop-leaving.ts'
import { returnShares } from '../store/campaign-store.ts'
import type { Lease } from '../store/lease-store.ts'
import type { LeftMarks } from '../store/left-marks.ts'
import {
  type Claimed,
  claimInAnyAccount,
  type QueuedMessage,
  undoClaimsInAnyAccount,
} from '../store/queue-store.ts'
import { type BindsDeps, type Room, RouteBinds } from './route-binds.ts'
import { type Answered, messageOfKey, submitSlice } from './submit-slice.ts'
import { WakeSignal } from './wake-signal.ts'

export type WorkerDeps = LeaveDeps &
  BindsDeps & {
    database: Database
    routes: Routes
    timers: Timers
    makeId: MakeId
    nodeId: string
    logger: Logger
    metrics: Metrics
    left: LeftMarks
    /** The database went back in time: it is held from here on. */
    rolledBack(): Promise<void>
  }

type SliceClaim = Claimed & { lease: Lease; intentId: string; at: Instant; isHeld: boolean }
/** `back`: could not be gated, since the program is closing and the database away. */
type Gated = SliceVerdict & { back: readonly QueuedMessage[] }

export class RouteWorker implements HandOfRoute {
  readonly routeId: RouteId
  readonly recorder: Recorder
  readonly #deps: WorkerDeps
  readonly #binds: RouteBinds
  readonly #signal: WakeSignal
  readonly #terms: TermsMemory = new Map()
  /** Messages whose end is being waited for, and by how many. */
  readonly #stopped = new Map<MessageId, number>()
  /** Parts whose answer never came: it may come late. */
  readonly #unknown = new LateParts()
  /** What could not be opened, and how long it is left alone. */
  readonly #apart: Apart
  /** Claims of which nobody heard whether they were committed. */
  #unheard: { intentId: string; since: Instant }[] = []
  #isClosing = false
  /** Whether more may be due than the last claim found; room alone is no reason to look. */
  #mayHaveWork = true
  #retryMs: number = engineLimits.databaseRetryMs.first
  /** Before this nothing is claimed: the last slice was small, and took all that was due. */
  #calmUntil = 0
  readonly #loop: Promise<void>

  constructor(deps: WorkerDeps, routeId: RouteId) {
    const { timers } = deps
    this.routeId = routeId
    this.#deps = deps
    const recording = {
      ...deps,
      clock: timers,
      sleep: (ms: number) => timers.sleep(ms),
      after: timers.after.bind(timers),
    }
    this.recorder = createRecorder(recording, routeId)
    this.#apart = new Apart(deps, routeId)
    this.#signal = new WakeSignal(timers)
    this.#binds = new RouteBinds(deps, routeId, () => this.#signal.raise())
    this.#loop = this.#run()
  }

  /** Asked by the links before each write. */
  mayWrite(bind: number): boolean {
    return this.#binds.mayWrite(bind)
  }

  mayBind(bind: number): boolean {
    return this.#binds.mayBind(bind)
  }

  /** There may be something to send. */
  wake(): void {
    this.#mayHaveWork = true
    this.#signal.raise()
  }

  /** The operator's answer to a segment whose time was over. */
  late(key: string, outcome: SubmitOutcome): void {
    const ref = this.#unknown.take(key)
    if (ref === null) return
    const { routes, timers } = this.#deps
    const at = timers.now()
    if (outcome.kind === 'refused') {
      this.recorder.lateRefused({ ...ref, status: outcome.status, at })
    } else if (outcome.kind === 'accepted') {
      const { operatorMessageId: id } = outcome
      const operatorId = id === null ? null : routes.answerKey(this.routeId, id)
      this.recorder.late({ ...ref, operatorId, at })
    }
  }

  stop(messageIds: ReadonlySet<MessageId>): void {
    for (const id of messageIds) this.#stopped.set(id, (this.#stopped.get(id) ?? 0) + 1)
    for (const { link } of this.#deps.routes.binds(this.routeId)) {
      link.withdraw((segment) => messageIds.has(messageOfKey(segment.key)))
    }
  }

  unstop(messageIds: ReadonlySet<MessageId>): void {
    for (const id of messageIds) {
      const times = (this.#stopped.get(id) ?? 1) - 1
      if (times > 0) this.#stopped.set(id, times)
      else this.#stopped.delete(id)
    }
  }

  async close(): Promise<void> {
    this.#isClosing = true
    this.#signal.raise()
    await this.#loop
    // An answer that takes longer is left to its intent: whoever comes next tells it as maybe sent.
    const { timers } = this.#deps
    const until = timers.now() + engineLimits.closeWaitMs
    while (this.#binds.isBusy && timers.now() < until) await timers.sleep(10)
    await this.recorder.idle()
    await this.#binds.close()
  }

  async #run(): Promise<void> {
    while (!this.#isClosing) {
      const { timers, logger } = this.#deps
      const known = this.#route()
      this.#binds.want(known?.binds ?? 0)
      const route = known?.isOpen ? known : null
      const room = route === null ? null : this.#binds.roomiest(route.segmentsPerSecond !== null)
      if (route === null || room === null || !this.#mayHaveWork) {
        // What another node accepted, and what falls due, is found by looking again.
        if (!(await this.#signal.wait(engineLimits.pollMs))) this.#mayHaveWork = true
        continue
      }
      const calmMs = this.#calmUntil - timers.monotonicMs()
      if (calmMs > 0) await timers.sleep(calmMs)
      try {
        this.#mayHaveWork = false
        const claimed = await this.#claim(room)
        this.#retryMs = engineLimits.databaseRetryMs.first
        if (claimed === null) continue
        this.#mayHaveWork ||= claimed.hasMore
        const isCalm = !claimed.hasMore && claimed.messages.length < engineLimits.calm.below
        this.#calmUntil = isCalm ? timers.monotonicMs() + engineLimits.calm.claimMs : 0
        void this.#runSlice(route, room.link, claimed)
      } catch (error) {
        // The database is away: nothing was claimed, so nothing is lost by waiting.
        this.#mayHaveWork = true
        logger.warn('sending.claim_failed', { route: this.routeId, ...failureFields(error) })
        await timers.sleep(this.#retryMs)
        this.#retryMs = Math.min(this.#retryMs * 2, engineLimits.databaseRetryMs.max)
      }
    }
  }

  #route(): OutgoingRoute | null {
    const { routes, timers } = this.#deps
    return routes.all(timers.now()).find((one) => one.id === this.routeId) ?? null
  }

  async #claim({ lease, segments }: Room): Promise<SliceClaim | null> {
    const { database, timers, makeId } = this.#deps
    const at = timers.now()
    const claim = { lease, intentId: makeId(), at, segmentsMax: segments }
    await this.#undoUnheard(at)
    this.#unheard.push({ intentId: claim.intentId, since: at })
    const claimed = await database.inAnyAccount((tx) => claimInAnyAccount(tx, claim), {
      isOneStatement: true,
    })
    this.#unheard.pop()
    if (claimed.messages.length === 0) return null
    const isHeld = !this.#deps.left.follows(lease, claimed.claims)
    if (isHeld) await this.#deps.rolledBack()
    return { ...claimed, lease, intentId: claim.intentId, at, isHeld }
  }

  /**
   * One that is not found may still be under way on a server that does not know that we are gone.
   */
  async #undoUnheard(at: Instant): Promise<void> {
    if (this.#unheard.length === 0) return
    const intentIds = this.#unheard.map(({ intentId }) => intentId)
    const claims = { routeId: this.routeId, intentIds, at }
    const found = await this.#deps.database.inAnyAccount((tx) => undoClaimsInAnyAccount(tx, claims))
    const isOpen = (one: { intentId: string; since: Instant }) =>
      !found.has(one.intentId) && at - one.since < engineLimits.unheardMs
    this.#unheard = this.#unheard.filter(isOpen)
    if (found.size > 0) this.#mayHaveWork = true
  }

  async #runSlice(route: OutgoingRoute, link: OperatorLink, claimed: SliceClaim): Promise<void> {
    let segments = segmentsOf(claimed.messages)
    let slices = 1
    this.#binds.take(link, segments)
    try {
      for await (const answered of this.#leave(route, link, claimed)) {
        await this.recorder.slice(answered.record, claimed.hasMore)
        await this.#returnShares(answered.shares)
        // Laggards that are written keep their room, and the next slice may begin.
        const isOver = answered.record.rest.every((rest) => rest.isWritten)
        this.#binds.giveBack(link, { slices: isOver ? slices : 0, segments: answered.segments })
        if (isOver) slices = 0
        segments -= answered.segments
        this.#signal.raise()
      }
    } finally {
      this.#binds.giveBack(link, { slices, segments })
      this.#signal.raise()
    }
  }

  /** A share that is not given back only makes its campaign slower for this span. */
  async #returnShares(shares: readonly Share[]): Promise<void> {
    const counted = new Map<string, Share & { count: number }>()
    for (const share of shares) {
      const key = `${share.accountId} ${share.campaignId} ${share.span}`
      const count = (counted.get(key)?.count ?? 0) + 1
      counted.set(key, { ...share, count })
    }
    try {
      for (const { accountId, ...same } of counted.values()) {
        await this.#deps.database.inAccount(accountId, (tx) => returnShares(tx, accountId, same))
      }
    } catch (error) {
      const { logger } = this.#deps
      logger.warn('sending.shares_not_returned', { route: this.routeId, ...failureFields(error) })
    }
  }

  /** Between the claim and the record nothing throws: what cannot be gated goes back. */
  async *#leave(
    route: OutgoingRoute,
    link: OperatorLink,
    claimed: SliceClaim,
  ): AsyncGenerator<Answered> {
    const { metrics } = this.#deps
    const gated = await this.#gate(route, claimed.messages)
    const isMarked = !claimed.isHeld && (await this.#mark(claimed, gated.leave))
    // The lease is asked right before the first octet, not only before the claim.
    const leave = isMarked && this.#binds.isHeld(claimed.lease) ? gated.leave : []
    const notMine = leave.length === gated.leave.length ? [] : gated.leave
    let isFirst = true
    const { lease, intentId, at: claimedAt } = claimed
    const hasStopped = (one: Leaving) => this.#stopped.has(one.queued.messageId)
    const hand = { route, lease, intentId, claimedAt, leave, hasStopped }
    for await (const answered of submitSlice(this.#deps, link, hand)) {
      this.#unknown.keep(answered.unknown)
      const labels = { route: this.routeId, answer: 'any' }
      metrics.count('accord_parts_submitted_total', labels, answered.segments - answered.putOff)
      const back = [...gated.back, ...notMine.map(queuedOf)]
      if (isFirst) this.#addGated(answered.record, { ...gated, back })
      isFirst = false
      yield answered
    }
  }

  /** Beside the keys before the first octet leaves; false: the program closes, and it never was. */
  async #mark({ lease, claims, at }: SliceClaim, leave: readonly Leaving[]): Promise<boolean> {
    const { left, logger, timers } = this.#deps
    if (leave.length === 0) return true
    const messages = new Map<AccountId, number>()
    for (const { queued } of leave) {
      messages.set(queued.accountId, (messages.get(queued.accountId) ?? 0) + 1)
    }
    const { routeId, bind } = lease
    let waitMs: number = engineLimits.databaseRetryMs.first
    for (;;) {
      try {
        await left.keep({ routeId, bind, claims, at, messages })
        return true
      } catch (error) {
        logger.error('sending.mark_failed', { route: routeId, ...failureFields(error) })
        if (this.#isClosing) return false
        await timers.sleep(waitMs)
        waitMs = Math.min(waitMs * 2, engineLimits.databaseRetryMs.max)
      }
    }
  }

  async #gate(route: OutgoingRoute, slice: readonly QueuedMessage[]): Promise<Gated> {
    const { timers, logger } = this.#deps
    let waitMs: number = engineLimits.databaseRetryMs.first
    for (;;) {
      try {
        const input = { route, slice, at: timers.now(), terms: this.#terms }
        const verdict = await gateSlice(this.#deps, input)
        this.#apart.tell(verdict.setAside)
        for (const opened of [verdict.leave, verdict.refuse, verdict.hold]) {
          this.#apart.opened(opened)
        }
        return { back: [], ...verdict }
      } catch (error) {
        logger.warn('sending.gate_failed', { route: this.routeId, ...failureFields(error) })
        if (this.#isClosing) return { leave: [], refuse: [], hold: [], setAside: [], back: slice }
        await timers.sleep(waitMs)
        waitMs = Math.min(waitMs * 2, engineLimits.databaseRetryMs.max)
      }
    }
  }

  #addGated(record: SliceRecord, gated: Gated): void {
    const { routeId } = this
    const at = this.#deps.timers.now()
    for (const { queued, refusal } of gated.refuse) {
      const state = refusal === 'outlived' ? 'expired' : 'refused'
      record.outcomes.push({ ...queued, state, reason: refusal, at, hadUnknown: false })
    }
    for (const { queued, hold, until, aheadMs } of gated.hold) {
      const back = { ...queued, routeId, dueAt: until, hold }
      if (aheadMs === null) {
        record.putBack.push(back)
        record.events.push(...heldEvents(back, at))
      } else record.byClock.push({ back, aheadMs })
    }
    for (const one of gated.setAside) {
      record.putBack.push({ ...one.queued, routeId, ...this.#apart.waits(one, at) })
    }
    for (const queued of gated.back) {
      record.putBack.push({ ...queued, routeId, dueAt: at, hold: null })
    }
  }
}

const queuedOf = ({ queued }: Leaving): QueuedMessage => queued
const segmentsOf = (messages: readonly QueuedMessage[]): number =>
  messages.reduce((sum, { parts }) => sum + parts, 0)
