// What an engine looks at again and again: expiry, deadlines, old tags, unsettled parts, detours.
import type { RouteId } from '../kernel/index.ts'
import { failureFields } from '../observability/index.ts'
import type { EngineDeps } from './engine.ts'
import { nameUnsettled } from './name-unsettled.ts'
import { reroute } from './reroute.ts'
import type { RouteWorker } from './route-worker.ts'
import { dropOld, expireQueued, settleUnanswered } from './sweep.ts'

const sweepMs = 5_000

export type Sweeps = { start(): void; close(): Promise<void> }

/** Each round also makes a worker for a route that is new. */
export function createSweeps(
  deps: EngineDeps,
  workerOf: (routeId: RouteId) => RouteWorker,
): Sweeps {
  const { timers, routes, workers, logger } = deps
  let isClosing = false
  let expireAgainMs = 0
  let cancel: () => void = () => undefined
  let sweeping: Promise<void> = Promise.resolve()

  async function sweep(): Promise<void> {
    for (const route of routes.all(timers.now())) workerOf(route.id)
    try {
      const at = timers.now()
      if (timers.monotonicMs() >= expireAgainMs) {
        const from = timers.monotonicMs()
        await expireQueued(deps, at)
        // It looks through the queue: of a long one at most a fiftieth of the time.
        expireAgainMs = from + 50 * (timers.monotonicMs() - from)
      }
      await settleUnanswered(deps, at)
      await dropOld(deps, at)
      await nameUnsettled(deps, at)
      for (const worker of workers.values()) await worker.recorder.sweep()
      for (const routeId of await reroute(deps, at)) workerOf(routeId).wake()
    } catch (error) {
      logger.warn('sending.sweep_failed', failureFields(error))
    }
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
