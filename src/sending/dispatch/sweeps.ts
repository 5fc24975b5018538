// The engine's periodic work: expiry, deadlines, old tags, unsettled parts, detours.
import type { AccountId, Instant, RouteId } from '../../kernel/index.ts'
import { failureFields } from '../../observability/index.ts'
import { BackOff } from '../back-off.ts'
import { learnDeadNumbers } from '../outcome/learn-dead-numbers.ts'
import { nameUnsettled } from '../outcome/name-unsettled.ts'
import type { Unopened } from '../outcome/unopened.ts'
import { passMomentInAnyAccount } from '../store/restoration-store.ts'
import type { EngineDeps } from './engine-deps.ts'
import { knowAgain, openAgain, releaseKnown, releaseOpened } from './release-opened.ts'
import { reroute } from './reroute.ts'
import { holdRolledBack, type RestorationDeps } from './restoration.ts'
import type { RouteWorker } from './route-worker.ts'
import { dropOld, expireQueued, settleUnanswered } from './sweep.ts'

const sweepMs = 5_000

export type Sweeps = { start(): void; close(): Promise<void> }

/** Each round also makes a worker for a route that is new. */
export function createSweeps(
  deps: EngineDeps & { unopened: Unopened },
  workerOf: (routeId: RouteId) => RouteWorker,
): Sweeps {
  const { timers, routes, workers, logger } = deps
  const opening = new BackOff<AccountId>(timers, openAgain)
  const knowing = new BackOff<AccountId>(timers, knowAgain)
  let isClosing = false
  let expireAgainMs = 0
  let cancel: () => void = () => undefined
  let sweeping: Promise<void> = Promise.resolve()

  async function sweep(): Promise<void> {
    for (const route of routes.all(timers.now())) workerOf(route.id)
    const at = timers.now()
    await step('moment', () => passMoment(deps, at))
    await step('expire', () => expireAtTimes(at))
    await step('settle', () => settleUnanswered(deps, at))
    await step('drop', () => dropOld(deps, at))
    await step('name', () => nameUnsettled(deps, at))
    await step('numbers', () => learnDeadNumbers(deps, at))
    await wakes('open', () => releaseOpened({ ...deps, tried: opening }, at))
    await wakes('know', () => releaseKnown({ ...deps, tried: knowing }, at))
    for (const worker of workers.values()) await step('record', () => worker.recorder.sweep())
    await wakes('reroute', () => reroute(deps, at))
  }

  /** A step after which routes have something to send. */
  const wakes = (name: string, work: () => Promise<Iterable<RouteId>>): Promise<void> =>
    step(name, async () => {
      for (const routeId of await work()) workerOf(routeId).wake()
    })

  /** What one step cannot do holds up none of the others. */
  async function step(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      logger.warn('sending.sweep_failed', { step: name, ...failureFields(error) })
    }
  }

  async function expireAtTimes(at: Instant): Promise<void> {
    if (timers.monotonicMs() < expireAgainMs) return
    const from = timers.monotonicMs()
    await expireQueued(deps, at)
    // It looks through the queue: of a long one at most a fiftieth of the time.
    expireAgainMs = from + 50 * (timers.monotonicMs() - from)
  }

  function schedule(): void {
    if (isClosing) return
    cancel = timers.after(sweepMs, start)
  }

  function start(): void {
    sweeping = sweep().finally(schedule)
  }

  return {
    start,
    close: async () => {
      isClosing = true
      cancel()
      await sweeping
    },
  }
}

/** Counted in the database, then told beside the keys: an older database is known as such. */
export async function passMoment(
  deps: Pick<EngineDeps, 'database' | 'left'> & RestorationDeps,
  at: Instant,
): Promise<void> {
  const passed = await deps.database.inAnyAccount(passMomentInAnyAccount)
  if (!deps.left.follows(passed, passed.claims)) return holdRolledBack(deps, at)
  await deps.left.keep({ ...passed, at, messages: new Map() })
}
