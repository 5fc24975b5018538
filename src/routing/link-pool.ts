// Keeps the links of open routes connected, and closes those whose route or contract ends.
import {
  assert,
  type Instant,
  type Randomness,
  type RouteId,
  type Timers,
} from '../kernel/index.ts'
import { failureFields, type Logger, type Metrics } from '../observability/index.ts'
import { BindStates } from './bind-states.ts'
import type { MessageClass } from './contract.ts'
import type { RoutingDeps } from './deps.ts'
import type { HttpOperator } from './http/http-operator.ts'
import { receiptsOf } from './http/read-answer.ts'
import {
  createOperatorLink,
  isPaused,
  type LinkDeps,
  type LinkSettings,
  type LinkState,
  linkLimits,
  type OperatorLink,
  type OperatorReceipt,
  RefusalWatch,
  RoutePace,
} from './link/index.ts'
import { bindCount, linkIdentity, linkMaker, ownRates, partOf, shareOf } from './link-settings.ts'
import { type LinksElsewhere, nothingTold } from './links-elsewhere.ts'
import { readStandings } from './manage-routes.ts'
import { nextLookMs } from './next-look.ts'
import { ReceiptDelays } from './receipt-delays.ts'
import { ReceiptHabits } from './receipt-ids.ts'
import { noHandlers, ReceiptWatch, type RouteHandlers } from './receipt-watch.ts'
import {
  type ClosedWhy,
  chooseRoute,
  closedWhy,
  openStandIns,
  type Route,
  type RouteChoice,
  type RouteQuestion,
  type RouteStanding,
} from './route.ts'
import { isReceiptSecret, openOperator } from './route-secrets.ts'
import { shortcodeClassOf } from './shortcode-class.ts'
import { addToHabit, readDownSince, readHabits, type StoredRoute } from './store.ts'
import { type Trial, type TrialTold, tryRoute } from './try-route.ts'

export type LinkPoolDeps = RoutingDeps & {
  timers: Timers
  randomness: Randomness
  logger: Logger
  metrics: Metrics
  /** Asked before each write, beside the contract: whether this process still holds the bind. */
  mayWrite?: (routeId: RouteId, bind: number) => boolean
  /** Whether this process is to hold the bind; another may. Without it, it holds them all. */
  mayBind?: (routeId: RouteId, bind: number) => boolean
  /** Another kind of link, for tests. */
  createLink?: (settings: LinkSettings, deps: LinkDeps) => OperatorLink
  /** Another thread holds the links of this process: `mayBind` says no to each of them here. */
  elsewhere?: LinksElsewhere
}

export type RouteState = RouteStanding & {
  closedWhy: ClosedWhy | null
  /** One a bind; empty while the route is closed. */
  links: readonly LinkState[]
  matchingRate: number | null
  /** Segments a second that the operator's throttling answers have taught; null: nothing. */
  learnedRate: number | null
}

type Entry = {
  stored: StoredRoute
  standing: RouteStanding
  /** By the number of the bind, from 0: those that this process holds. */
  links: Map<number, OperatorLink>
  /** What these binds share. */
  pace: RoutePace
  delays: ReceiptDelays
  /** Since the route was opened or changed. */
  refusals: RefusalWatch
}

/** The golden section: turns come evenly, however short the row of questions. */
const turnStep = 0.618_033_988_75

/**
 * An open route has its links; a closed one has none. A route becomes closed when it is disabled
 * or its contract ends, and then nothing more is written at once, whatever still waits. A changed
 * address or password means new links; the old ones take nothing more and drain. The binds of a
 * route share one pace: this process has as much of the route's rate as it holds of its binds.
 */
export class LinkPool {
  readonly habits = new ReceiptHabits()
  readonly #deps: LinkPoolDeps
  readonly #entries = new Map<RouteId, Entry>()
  readonly #listeners = new Set<() => void>()
  readonly #draining = new Set<Promise<void>>()
  readonly #bindStates: BindStates
  readonly #watch: ReceiptWatch
  #handlersFor: (route: Route) => RouteHandlers = () => noHandlers
  #refreshing: Promise<void> = Promise.resolve()
  #cancelTimer: () => void = () => {}
  #isClosed = false
  /** Whether routes were read at all: before, nobody knows that there is none. */
  #isRead = false
  #failure: unknown = null
  #turn = 0
  #downSince: ReadonlyMap<RouteId, Instant> = new Map()

  constructor(deps: LinkPoolDeps) {
    this.#deps = deps
    this.#bindStates = new BindStates(deps)
    this.#watch = new ReceiptWatch({ ...deps, habits: this.habits })
  }

  /**
   * Opens the links; who sends gives what becomes of receipts and replies. Rejects where the routes
   * cannot be read: whoever asked for one then would be told that there is none.
   */
  async start(handlersFor: (route: Route) => RouteHandlers): Promise<void> {
    this.#handlersFor = handlersFor
    await this.#refreshHere()
    if (!this.#isRead) throw this.#failure
    this.#schedule()
  }

  /** Reads routes and contracts again, and opens and closes accordingly. One at a time. */
  async refresh(): Promise<void> {
    await Promise.all([this.#refreshHere(), this.#deps.elsewhere?.refresh()])
  }

  #refreshHere(): Promise<void> {
    this.#refreshing = this.#refreshing.then(() => this.#refresh())
    return this.#refreshing
  }

  /** The binds that this process holds. */
  linksOf(routeId: RouteId): readonly OperatorLink[] {
    return [...(this.#entries.get(routeId)?.links.values() ?? [])]
  }

  bindsOf(routeId: RouteId): readonly { bind: number; link: OperatorLink }[] {
    const links = this.#entries.get(routeId)?.links ?? new Map<number, OperatorLink>()
    return [...links].map(([bind, link]) => ({ bind, link }))
  }

  /** Opens the binds that this process holds now; resolves when those that it lost are closed. */
  async rebind(routeId: RouteId): Promise<void> {
    const entry = this.#entries.get(routeId)
    if (entry === undefined || this.#isClosed) return
    const lost = [...entry.links.keys()].filter((bind) => !this.#mayBind(routeId, bind))
    const closing = lost.map((bind) => this.#drain(entry, bind))
    if (closedWhy(entry.standing, this.#deps.clock.now()) === null) this.#open(entry)
    this.#share(entry)
    this.#changed()
    await Promise.all(closing)
  }

  routeOf(routeId: RouteId): Route | null {
    return this.#entries.get(routeId)?.standing.route ?? null
  }

  /** How the HTTP operator of a route is asked; null where it speaks SMPP. */
  operatorOf(routeId: string): HttpOperator | null {
    const entry = this.#entries.get(routeId as RouteId)
    return entry === undefined ? null : openOperator(this.#deps, entry.stored)
  }

  /** Routes that may be written to now, bound or not. */
  openRoutes(): Route[] {
    const at = this.#deps.clock.now()
    const open = this.standings().filter((standing) => closedWhy(standing, at) === null)
    return open.map(({ route }) => route)
  }

  standings(): RouteStanding[] {
    const at = this.#deps.clock.now()
    return [...this.#entries.values()].map(({ standing, links, delays }) => {
      const told = this.#deps.elsewhere?.told(standing.route.routeId) ?? null
      if (told !== null) return { ...standing, isSlow: told.isSlow, isBound: told.isBound }
      return {
        ...standing,
        isSlow: delays.isSlow(at),
        // A route whose binds other nodes hold is up unless they have written that none is.
        isBound:
          this.#isUpElsewhere(standing, links) ||
          [...links.values()].some(({ state }) => state.kind === 'bound'),
      }
    })
  }

  choose(question: Omit<RouteQuestion, 'at'> & { at?: Instant }): RouteChoice {
    assert(this.#isRead, 'routes are read before one is chosen')
    const at = question.at ?? this.#deps.clock.now()
    this.#turn = (this.#turn + turnStep) % 1
    const turn = question.turn ?? this.#turn
    return chooseRoute({ ...question, at, turn }, this.standings(), shortcodeClassOf)
  }

  /** Since when a route has had no bind at any node, by what the nodes wrote down; null: it has. */
  downSince(routeId: RouteId): Instant | null {
    return this.#downSince.get(routeId) ?? null
  }

  /** What waits for this route may take this one instead, by no supplier barred to it; or null. */
  standIn(routeId: RouteId, kind: MessageClass, barred?: ReadonlySet<string>): RouteId | null {
    const found = this.standIns(routeId, kind, barred)
      .filter(({ route, isBound }) => isBound === true && !this.#downSince.has(route.routeId))
      .sort((a, b) => a.route.priority - b.route.priority)[0]
    return found?.route.routeId ?? null
  }

  /** Open routes that could stand in for this one, be they bound now or not. */
  standIns(id: RouteId, kind: MessageClass, barred?: ReadonlySet<string>): RouteStanding[] {
    return openStandIns(this.standings(), id, { kind, barred, at: this.#deps.clock.now() })
  }

  states(): RouteState[] {
    const at = this.#deps.clock.now()
    return this.standings().map((standing) => ({
      ...standing,
      closedWhy: closedWhy(standing, at),
      ...this.#linksTold(standing.route.routeId),
    }))
  }

  #linksTold(routeId: RouteId): Pick<RouteState, 'links' | 'matchingRate' | 'learnedRate'> {
    const { elsewhere } = this.#deps
    if (elsewhere !== undefined) {
      const { links, matchingRate, learnedRate } = elsewhere.told(routeId) ?? nothingTold
      return { links, matchingRate, learnedRate }
    }
    return {
      links: this.linksOf(routeId).map(({ state }) => state),
      matchingRate: this.habits.matchingRate(routeId),
      learnedRate: this.#entries.get(routeId)?.pace.learnedRate ?? null,
    }
  }

  /** Called whenever a link's state or the set of routes changes. Returns how to stop. */
  onChange(call: () => void): () => void {
    this.#listeners.add(call)
    return () => {
      this.#listeners.delete(call)
    }
  }

  /** Closes every link, each after its open answers or `drainMs`. */
  async close(drainMs?: number): Promise<void> {
    this.#isClosed = true
    this.#cancelTimer()
    await this.#refreshing
    for (const entry of this.#entries.values()) this.#drainAll(entry, drainMs)
    await Promise.all(this.#draining)
    await this.#bindStates.written()
    await this.#saveHabits()
  }

  #schedule(): void {
    if (this.#isClosed) return
    const standings = [...this.#entries.values()].map(({ standing }) => standing)
    const nextMs = nextLookMs(standings, this.#deps.clock.now())
    this.#cancelTimer = this.#deps.timers.after(nextMs, () => {
      void this.#refreshHere().then(() => this.#schedule())
    })
  }

  async #refresh(): Promise<void> {
    if (this.#isClosed) return
    try {
      await this.#saveHabits()
      const at = this.#deps.clock.now()
      const read = await this.#deps.database.inInstallation(async (tx) => ({
        routes: await readStandings(tx, at),
        habits: await readHabits(tx),
        downSince: await readDownSince(tx),
      }))
      this.#isRead = true
      this.#downSince = read.downSince
      for (const [routeId, counts] of read.habits) this.habits.load(routeId, counts)
      for (const { stored, standing } of read.routes) this.#settle(stored, standing)
      for (const { stored, delays } of this.#entries.values()) {
        const { route } = stored
        await this.#watch.lookUpLate(route.routeId, delays, at, () => this.#handlersFor(route))
      }
    } catch (error) {
      this.#failure = error
      // The links go on as they are; each still stops by itself when its contract ends.
      this.#deps.logger.warn('routing.refresh_failed', failureFields(error))
    }
    this.#changed()
  }

  /** Brings one route's links to what it is now. */
  #settle(stored: StoredRoute, standing: RouteStanding): void {
    const { routeId } = stored.route
    const known = this.#entries.get(routeId)
    const isOpen = closedWhy(standing, this.#deps.clock.now()) === null
    const keeps = known && isOpen && linkIdentity(known.stored) === linkIdentity(stored)
    if (known && !keeps) this.#drainAll(known)
    const entry: Entry = keeps
      ? { ...known, stored, standing }
      : {
          stored,
          standing,
          links: new Map(),
          pace: this.#paceOf(stored.route, known?.pace ?? null),
          delays: known?.delays ?? new ReceiptDelays(),
          refusals: new RefusalWatch(),
        }
    this.#entries.set(routeId, entry)
    const surplus = [...entry.links.keys()].filter((bind) => bind >= bindCount(stored.route))
    for (const bind of surplus) void this.#drain(entry, bind)
    if (isOpen) this.#open(entry)
    this.#share(entry)
  }

  /** What the last links wrote in the last second counts for the next ones. */
  #paceOf(route: Route, known: RoutePace | null): RoutePace {
    if (known !== null) {
      known.beginAgain(ownRates(route))
      return known
    }
    const rates = { segmentsPerSecond: this.#shareOf(route), ...ownRates(route) }
    const { timers } = this.#deps
    return new RoutePace({
      timers,
      limits: linkLimits,
      rates,
      shareNow: () => this.#shareOf(this.#entries.get(route.routeId)?.stored.route ?? route),
      partNow: () => this.#partOf(this.#entries.get(route.routeId)?.stored.route ?? route),
    })
  }

  #share({ stored: { route }, pace }: Entry): void {
    pace.setShare(this.#shareOf(route))
  }

  #shareOf(route: Route): number | null {
    return shareOf(route, (bind) => this.#isUsable(route.routeId, bind))
  }

  #partOf(route: Route): number {
    return partOf(route, (bind) => this.#isUsable(route.routeId, bind))
  }

  /** One whose lease has run out is not, before this node has heard that another took it. */
  #isUsable(routeId: RouteId, bind: number): boolean {
    return (this.#deps.mayWrite?.(routeId, bind) ?? true) && this.#mayBind(routeId, bind)
  }

  /** Opens the binds that this process may hold and has not. */
  #open({ stored, links, pace, delays, refusals }: Entry): void {
    const { route } = stored
    const { timers, randomness } = this.#deps
    const create = linkMaker(stored, this.#deps, this.#deps.createLink ?? createOperatorLink)
    for (let bind = 0; bind < bindCount(route); bind += 1) {
      if (links.has(bind) || !this.#mayBind(route.routeId, bind)) continue
      const handlers = this.#handlersFor(route)
      const link = create({
        timers,
        randomness,
        pace,
        refusals,
        handlers: {
          ...handlers,
          accepted: (id) => delays.accepted(id, this.#deps.clock.now()),
          receipts: (batch) => {
            this.#measure(route.routeId, delays, batch)
            return handlers.receipts(batch)
          },
          stateChanged: (state) => {
            this.#told(route, bind, state)
            handlers.stateChanged?.(state)
          },
        },
        mayWrite: () => this.#mayWrite(route.routeId, bind),
      })
      links.set(bind, link)
      link.start()
    }
  }

  /** Whether an HTTP operator's route takes receipts with this secret: asked before the body. */
  takesReceipts(routeId: string, secret: string): boolean {
    const entry = this.#entries.get(routeId as RouteId)
    return entry !== undefined && isReceiptSecret(this.#deps, entry.stored, secret)
  }

  /** Receipts that an HTTP operator brings, to whichever node; null when the secret is another. */
  async takeReceipts(routeId: string, secret: string, body: unknown): Promise<number | null> {
    const { elsewhere } = this.#deps
    if (elsewhere !== undefined) return elsewhere.takeReceipts(routeId, secret, body)
    const entry = this.#entries.get(routeId as RouteId)
    const http = this.takesReceipts(routeId, secret) ? this.operatorOf(routeId) : null
    if (entry === undefined || http === null) return null
    const { route } = entry.stored
    const { receipts, unread } = receiptsOf(http, body)
    this.#watch.unread(route.routeId, unread, this.#deps.clock.now())
    if (receipts.length === 0) return 0
    this.#measure(route.routeId, entry.delays, receipts)
    await this.#handlersFor(route).receipts(receipts)
    return receipts.length
  }

  /** One test message, whether the route is paused or not; null where there is none such. */
  async tryRoute(routeId: string, trial: Trial): Promise<TrialTold | null> {
    const { elsewhere } = this.#deps
    if (elsewhere !== undefined) return elsewhere.tryRoute(routeId, trial)
    const entry = this.#entries.get(routeId as RouteId)
    if (entry === undefined) return null
    const { stored } = entry
    const { timers, randomness, createLink } = this.#deps
    const create = linkMaker(stored, this.#deps, createLink ?? createOperatorLink)
    const handlers = this.#handlersFor(stored.route)
    const links = [...entry.links.values()]
    const make = () => create({ timers, randomness, handlers })
    return tryRoute(this.#deps, stored, { trial, links, make })
  }

  #measure(routeId: RouteId, delays: ReceiptDelays, batch: readonly OperatorReceipt[]): void {
    this.#watch.measure(routeId, delays, batch, this.#deps.clock.now())
  }

  #mayBind(routeId: RouteId, bind: number): boolean {
    return this.#deps.mayBind?.(routeId, bind) ?? true
  }

  #isUpElsewhere(standing: RouteStanding, links: ReadonlyMap<number, OperatorLink>): boolean {
    if (this.#deps.mayBind === undefined || links.size > 0) return false
    if (this.#downSince.has(standing.route.routeId)) return false
    return closedWhy(standing, this.#deps.clock.now()) === null
  }

  #mayWrite(routeId: RouteId, bind: number): boolean {
    const standing = this.#entries.get(routeId)?.standing
    if (!standing || closedWhy(standing, this.#deps.clock.now()) !== null) return false
    return this.#deps.mayWrite?.(routeId, bind) ?? true
  }

  #drainAll(entry: Entry, drainMs?: number): void {
    for (const bind of [...entry.links.keys()]) void this.#drain(entry, bind, drainMs)
  }

  #drain(entry: Entry, bind: number, drainMs?: number): Promise<void> {
    const link = entry.links.get(bind)
    if (link === undefined) return Promise.resolve()
    entry.links.delete(bind)
    const closing = link.close(drainMs).finally(() => this.#draining.delete(closing))
    this.#draining.add(closing)
    return closing
  }

  #told(route: Route, bind: number, state: LinkState): void {
    const fields = { route: route.routeId, state: state.kind }
    const isBound = state.kind === 'bound'
    if (isBound || state.kind === 'down') {
      this.#bindStates.say({ routeId: route.routeId, bind }, { isBound, since: state.since })
    }
    if (state.kind !== 'down') this.#deps.logger.info('routing.link_changed', fields)
    else {
      const { why, status, failures } = state
      this.#deps.logger.warn('routing.link_down', { ...fields, why, status, failures })
    }
    this.#changed()
  }

  #changed(): void {
    const isHolder = this.#deps.elsewhere === undefined
    for (const { route } of isHolder ? this.standings() : []) {
      const matched = this.habits.matchingRate(route.routeId)
      if (matched !== null) {
        this.#deps.metrics.set('accord_receipts_matched_ratio', matched, { route: route.routeId })
      }
      const states = this.linksOf(route.routeId).map(({ state }) => state)
      const isUp = states.some(({ kind }) => kind === 'bound')
      this.#deps.metrics.set('accord_link_up', isUp ? 1 : 0, { route: route.routeId })
      const paused = isPaused(states) ? 1 : 0
      this.#deps.metrics.set('accord_route_paused', paused, { route: route.routeId })
    }
    for (const call of this.#listeners) call()
  }

  async #saveHabits(): Promise<void> {
    const learned = this.habits.takeUnsaved()
    if (learned.size === 0) return
    try {
      await this.#deps.database.inInstallation(async (tx) => {
        for (const [routeId, counts] of learned) await addToHabit(tx, routeId, counts)
      })
    } catch (error) {
      this.habits.giveBack(learned)
      throw error
    }
  }
}
