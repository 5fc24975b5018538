// Puts together what lies between a message and an operator: prices, routes, sending, campaigns.
import { accountOf } from '../accounts/index.ts'
import { billingRoutes } from '../billing/index.ts'
import {
  approvalRoutes,
  type CampaignsDeps,
  campaignsJobs,
  campaignsRoutes,
  campaignWatch,
  countCampaignsOf,
  exportCampaigns,
  moderationRoutes,
  movingRoutes,
  namesOfCampaigns,
  recurringJobs,
  recurringRoutes,
  resultsJobs,
  resultsRoutes,
} from '../campaigns/index.ts'
import { createSegmentChoice } from '../contacts/index.ts'
import { governanceRoutes } from '../governance/index.ts'
import type { Route } from '../http/index.ts'
import { jobs } from '../jobs/index.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { outgoingAddresses } from '../outgoing/index.ts'
import { overviewRoutes } from '../overview/index.ts'
import {
  type DownReason,
  ensureSandboxRoute,
  LinkPool,
  type RoutingDeps,
  routingRoutes,
  sealOlderOperators,
  watchRoutes,
} from '../routing/index.ts'
import {
  createCampaignFigures,
  createCampaignMessages,
  createSending,
  type HearYes,
  lacksRoute,
  leftMarks,
  releaseBarred,
  type SendingCalls,
} from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import type { ComposeOptions, Infrastructure } from './compose-base.ts'
import { type KnowsOfPoints, pointSources } from './compose-points.ts'
import { nodeIdOf } from './node-id.ts'
import { sandboxHandset } from './sandbox-handset.ts'
import type { OnLinkDown } from './threads/engine-line.ts'
import type { EngineThread } from './threads/engine-thread.ts'

const ofCampaigns = { campaignNames: namesOfCampaigns }

/** Work that runs by itself beside the requests: started last, stopped first. */
export type Engine = { name: string; stop(): Promise<void> }

/** Everything between a message and an operator: prices, suppliers, routes, sending, campaigns. */
export function composeOutgoing(
  infrastructure: Infrastructure,
  base: KnowsOfPoints & { hearYes: (calls: SendingCalls) => HearYes },
  options: ComposeOptions,
  thread: EngineThread | null,
) {
  const routesChanged = () => void pool.refresh().catch(() => undefined)
  const outgoing = outgoingAddresses(options.privateNetworks)
  const routing: RoutingDeps = { ...base, outgoing, routesChanged }
  const owns: OwnsBind = {
    mayWrite: (routeId, bind) => sending.engine.mayWrite(routeId, bind),
    mayBind: (routeId, bind) => sending.engine.mayBind(routeId, bind),
  }
  const linksElsewhere = thread === null ? {} : { elsewhere: thread.links }
  const pool: LinkPool = new LinkPool({ ...infrastructure, ...routing, ...owns, ...linksElsewhere })
  const nodeId = nodeIdOf(infrastructure.nodeFolder)
  const named = nodeId === undefined ? {} : { nodeId }
  const engineElsewhere = thread === null ? {} : { elsewhere: thread.engine }
  const { backlogSeconds } = options
  const left = leftMarks({ keysFolder: infrastructure.keysFolder, nodeName: nodeId ?? 'node' })
  const work = { ...named, ...engineElsewhere, pool, backlogSeconds, left, ...ofCampaigns }
  const { sandboxControlPort: port } = options
  const phones = typeof port === 'number' ? { handset: sandboxHandset(port) } : {}
  const sending = createSending({ ...base, ...work, ...phones })
  const wake = (routeId: string) => sending.engine.wake(routeId)
  const messages = createCampaignMessages({ ...base, wake })
  const { sendMessage, refusalOf } = sending.calls
  const segments = createSegmentChoice({ ...base, campaignsOf: countCampaignsOf })
  const asked = { segments, messages, jobs, wake, sendMessage, refusalOf }
  const campaigns = { ...base, ...sending.ports, ...asked }
  const results = { ...campaigns, figures: createCampaignFigures(base) }
  return {
    routes: [
      ...billingRoutes(base),
      ...governanceRoutes(governanceOver(base, pool)),
      ...routingRoutes({ ...base, outgoing, routesChanged, pool }),
      ...sending.routes,
      ...allOfCampaigns(campaigns),
      ...overviewRoutes({ ...base, routing, points: pointSources(base) }),
      ...resultsRoutes(results),
    ],
    jobHandlers: {
      ...campaignsJobs(campaigns),
      ...recurringJobs(campaigns),
      ...resultsJobs(results),
    },
    watchCampaigns: campaignWatch(campaigns),
    watchRoutes: (): Engine => routeWatch({ ...infrastructure, clock: base.clock, pool }),
    campaigns: (caller: Caller) => exportCampaigns(results, caller),
    ...{ calls: sending.calls, pool, engine: sending.engine, hands: sending.hands },
    /** The route that the installation begins with is there, and leads to this operator. */
    ensureRoute: async (url: string) => {
      await sealOlderOperators(routing)
      await ensureSandboxRoute(routing, { ...ownOperator, url })
    },
    startEngines: async (onLinkDown?: OnLinkDown): Promise<Engine[]> => {
      const isHere = thread === null
      if (isHere && onLinkDown !== undefined) tellWhenDown(pool, onLinkDown)
      thread?.begin({ ...placesOf(infrastructure), options }, onLinkDown)
      await pool.start((route) => sending.engine.handlersFor(route.routeId))
      sending.engine.start()
      return [
        { name: 'links', stop: () => pool.close() },
        { name: 'sending', stop: () => (isHere ? sending.engine.close() : thread.stop()) },
      ]
    },
  }
}

const routeWatch = (deps: Parameters<typeof watchRoutes>[0]): Engine => ({
  name: 'routes_watch',
  stop: watchRoutes(deps).stop,
})

const governanceOver = (base: KnowsOfPoints, pool: LinkPool) => ({
  ...base,
  contractsChanged: () => pool.refresh().catch(() => undefined),
  lacksRoute: async (
    tx: Tx,
    accountId: AccountId,
    without: { supplierId: string; barred: ReadonlySet<string> },
  ) => lacksRoute(tx, pool, await accountOf(tx, accountId), without),
  openRoutes: () => pool.openRoutes().filter(({ isSandbox }) => !isSandbox),
  barsChanged: (tx: Tx, accountId: AccountId) => releaseBarred(tx, accountId, base.clock.now()),
})

const allOfCampaigns = (deps: CampaignsDeps): Route[] => [
  ...campaignsRoutes(deps),
  ...approvalRoutes(deps),
  ...moderationRoutes(deps),
  ...movingRoutes(deps),
  ...recurringRoutes(deps),
]

/** What a thread opens for itself. */
function placesOf({ storage, dataFolder, nodeFolder, keysFolder }: Infrastructure) {
  return { wayIn: storage.wayIn, dataFolder, nodeFolder, keysFolder }
}

/** Reconnecting says nothing new until a link was bound, or is down for another reason. */
function tellWhenDown(pool: LinkPool, onLinkDown: OnLinkDown): void {
  const told = new Map<string, DownReason>()
  pool.onChange(() => {
    for (const { route, links } of pool.states()) {
      const down = links.find((link) => link.kind === 'down' && link.why !== 'not_started')
      if (links.some(({ kind }) => kind === 'bound')) told.delete(route.routeId)
      else if (down?.kind === 'down' && told.get(route.routeId) !== down.why) {
        told.set(route.routeId, down.why)
        onLinkDown(route.name, down.why)
      }
    }
  })
}

type OwnsBind = Required<Pick<ConstructorParameters<typeof LinkPool>[0], 'mayWrite' | 'mayBind'>>

/**
 * The route that a fresh installation has: to the sandbox, or to the operator named at the start.
 */
export const ownRouteName = 'sandbox'
const ownOperator = {
  name: ownRouteName,
  supplier: 'Accord',
  country: 'FR',
  stopText: 'STOP au 36111',
  stopShortcode: '36111',
} as const

export type Outgoing = ReturnType<typeof composeOutgoing>
