// The sending engine of one node: a worker a route, receipts and replies, and the sweeps.
import type { RouteId } from '../../kernel/index.ts'
import { failureFields } from '../../observability/index.ts'
import type { InboundMessage, RouteHandlers } from '../../routing/index.ts'
import { keyReceipts } from '../outcome/key-receipts.ts'
import { nameUnsettled } from '../outcome/name-unsettled.ts'
import { Unopened } from '../outcome/unopened.ts'
import { createOperatorStops } from '../replies/operator-stops.ts'
import { createPlaceReply } from '../replies/place-reply.ts'
import { createReceiveReply } from '../replies/receive-reply.ts'
import { findArrivalsInAnyAccount } from '../store/arrival-store.ts'
import type { EngineDeps } from './engine-deps.ts'
import { NodeRoll } from './node-roll.ts'
import { holdRolledBack } from './restoration.ts'
import { RouteWorker } from './route-worker.ts'
import { createSweeps } from './sweeps.ts'

export interface Engine {
  start(): void
  /** There may be something to send on this route. */
  wake(routeId: string): void
  /** What a link of the route tells. */
  handlersFor(routeId: RouteId): RouteHandlers
  /** Asked by each link before each write: whether this node still owns the bind. */
  mayWrite(routeId: RouteId, bind: number): boolean
  /** Whether this node is to hold the bind. */
  mayBind(routeId: RouteId, bind: number): boolean
  /** Finishes what is in flight, writes it down, gives the leases back. */
  close(): Promise<void>
}

export function createEngine(deps: EngineDeps): Engine {
  const nodeId = deps.nodeId ?? deps.makeId()
  const { workers } = deps
  let roll: NodeRoll | null = null
  const unopened = new Unopened(deps)
  const hearing = { ...deps, unopened, place: createPlaceReply(deps) }
  const reply = createReceiveReply(hearing)
  const operatorStops = createOperatorStops(hearing)
  const sweeps = createSweeps({ ...deps, unopened }, workerOf)

  function workerOf(routeId: RouteId): RouteWorker {
    const known = workers.get(routeId)
    if (known !== undefined) return known
    roll ??= new NodeRoll({ ...deps, nodeId })
    const rolledBack = () => holdRolledBack(deps, deps.timers.now())
    const worker = new RouteWorker({ ...deps, nodeId, roll, recovered, rolledBack }, routeId)
    workers.set(routeId, worker)
    return worker
  }

  /** A STOP to what a dead engine maybe sent finds its account at once, not with the next sweep. */
  function recovered(): void {
    void nameUnsettled({ ...deps, unopened }, deps.timers.now()).catch((error: unknown) =>
      deps.logger.warn('sending.sweep_failed', failureFields(error)),
    )
  }

  return {
    start: sweeps.start,
    wake: (routeId) => workers.get(routeId as RouteId)?.wake(),
    handlersFor: (routeId) => ({
      receipts: async (batch) => {
        await workerOf(routeId).recorder.receipts(keyReceipts(deps, routeId, batch))
        await operatorStops(routeId, batch)
      },
      inbound: (message: InboundMessage) => reply(routeId, message),
      lateOutcome: (key, outcome) => workerOf(routeId).late(key, outcome),
      stateChanged: () => workers.get(routeId)?.wake(),
      arrived: (keys, since) =>
        deps.database.inAnyAccount((tx) => findArrivalsInAnyAccount(tx, { routeId, keys, since })),
    }),
    mayWrite: (routeId, bind) => workers.get(routeId)?.mayWrite(bind) ?? false,
    mayBind: (routeId, bind) => workers.get(routeId)?.mayBind(bind) ?? false,
    close: async () => {
      await sweeps.close()
      await Promise.all([...workers.values()].map((worker) => worker.close()))
      await roll?.close()
      await deps.left.close()
    },
  }
}
