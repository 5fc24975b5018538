// Puts the rooms together: each gets what it needs from those on its left, through ports.
import {
  type AccountsDeps,
  accountOf,
  accountsDataMap,
  accountsInAnyAccount,
  accountsRoutes,
  argon2Passwords,
  authenticateWith,
  idempotencyStore,
  loginThrottle,
  makerOfToken,
} from '../accounts/index.ts'
import { auditDataMap, createAudit } from '../audit/index.ts'
import { billingDataMap, billingRoutes } from '../billing/index.ts'
import { campaignsDataMap, campaignsJobs, campaignsRoutes } from '../campaigns/index.ts'
import {
  consentDataMap,
  consentPolicyRoutes,
  consentRoutes,
  createConsent,
  runExpiry,
  runSequencer,
} from '../consent/index.ts'
import { contactsDataMap, contactsRoutes, createContacts } from '../contacts/index.ts'
import { governanceDataMap, governanceRoutes } from '../governance/index.ts'
import type { Authenticate, IdempotencyStore, Route } from '../http/index.ts'
import { intakeDataMap, intakeJobs, intakeRoutes } from '../intake/index.ts'
import { type JobHandlers, jobs } from '../jobs/index.ts'
import type { DataMap } from '../kernel/index.ts'
import {
  hearKeyword,
  preferencesDataMap,
  preferencesHolder,
  preferencesRoutes,
} from '../preferences/index.ts'
import { receiptsRoutes } from '../receipts/index.ts'
import {
  type DownReason,
  ensureSandboxRoute,
  LinkPool,
  type RoutingDeps,
  routingDataMap,
  routingRoutes,
} from '../routing/index.ts'
import {
  createCampaignMessages,
  createSending,
  type HearYes,
  sendingDataMap,
} from '../sending/index.ts'
import {
  createSensitive,
  runSensitiveSweep,
  sensitiveDataMap,
  sensitiveJobs,
  sensitiveRoutes,
} from '../sensitive/index.ts'
import { runVaultUpkeep, type SubjectDataHolder, vaultDataMap } from '../vault/index.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'
import { importThreads } from './import-thread.ts'
import { metricsRoute } from './metrics-route.ts'
import { nodeIdOf } from './node-id.ts'

/** Work that runs by itself beside the requests: started last, stopped first. */
export type Engine = { name: string; stop(): Promise<void> }

export type Rooms = {
  routes: Route[]
  authenticate: Authenticate
  idempotency: IdempotencyStore
  jobHandlers: JobHandlers
  holders: SubjectDataHolder[]
  dataMaps: DataMap[]
  accounts: AccountsDeps
  /** Opens the links to the operators, the default one at this address, and begins to send. */
  startEngines(operatorUrl: string, onLinkDown?: OnLinkDown): Promise<Engine[]>
}

/** Told once for each new reason why a route's link is down. */
export type OnLinkDown = (routeName: string, why: DownReason) => void

export type ComposeOptions = {
  secureCookie: boolean
  /** For links in messages; null: where a request came in. */
  publicUrl: string | null
  /** Names the installation in its ledgers' origin lines. */
  originHost: string
  backlogSeconds: number
}

export function composeOptionsOf(
  config: Pick<Config, 'publicUrl' | 'backlogSeconds'>,
): ComposeOptions {
  const { publicUrl, backlogSeconds } = config
  return {
    backlogSeconds,
    publicUrl,
    secureCookie: publicUrl?.startsWith('https:') ?? false,
    originHost: publicUrl === null ? 'accord.localhost' : new URL(publicUrl).hostname,
  }
}

export function composeRooms(ground: Foundation, options: ComposeOptions): Rooms {
  const base = baseOf(ground, options)
  const accounts: AccountsDeps = {
    ...base,
    passwords: argon2Passwords(),
    throttle: loginThrottle(base.clock),
    // An account sends for a legal entity from its first day: its own name, to begin with.
    accountMade: async (tx, { id, name, createdAt }) => {
      await base.contacts.createController(tx, id, name, createdAt)
    },
  }
  // Preferences stands on sending, and hears what sending's routes hear: it is bound as it is made.
  const hearing: { yes: HearYes } = { yes: async () => false }
  const outgoing = composeOutgoing(
    ground,
    { ...base, hearYes: (heard) => hearing.yes(heard) },
    options,
  )
  const preferences = { ...base, ...outgoing.ports, publicUrl: options.publicUrl }
  hearing.yes = (heard) => hearKeyword(preferences, heard)
  const facts = { facts: accountOf }
  const { originHost } = options
  const threads = importThreads({ ...ground, originHost })
  const sensitive = { ...base, jobs, makerOfToken }
  const intake = { ...base, accounts: facts, jobs, elsewhere: threads.work }
  return {
    routes: [
      ...accountsRoutes(accounts, options),
      ...contactsRoutes({ ...base, accounts: facts, proofs: base.consent }),
      ...receiptsRoutes(base),
      ...consentPolicyRoutes(base),
      ...consentRoutes({ ...base, nothingLeaves: outgoing.nothingLeaves }),
      ...sensitiveRoutes(sensitive),
      ...intakeRoutes(intake),
      ...outgoing.routes,
      ...preferencesRoutes(preferences),
      metricsRoute(ground.metrics),
    ],
    authenticate: authenticateWith(accounts),
    idempotency: idempotencyStore(accounts),
    jobHandlers: { ...sensitiveJobs(base), ...intakeJobs(intake), ...outgoing.jobHandlers },
    holders: [
      base.contacts.holder,
      base.consent.holder,
      base.sensitive.holder,
      ...outgoing.holders,
      preferencesHolder,
    ],
    dataMaps: dataMaps(),
    accounts,
    startEngines: async (operatorUrl, onLinkDown) => {
      // What can fail comes first: nothing runs yet that would have to be stopped.
      const links = await outgoing.startEngines(operatorUrl, onLinkDown)
      return [
        { name: 'sequencer', stop: runSequencer(base).stop },
        {
          name: 'consent_expiry',
          stop: runExpiry({ ...base, accounts: accountsInAnyAccount }).stop,
        },
        {
          name: 'sensitive_sweep',
          stop: runSensitiveSweep({ ...sensitive, accounts: accountsInAnyAccount }).stop,
        },
        { name: 'vault_upkeep', stop: runVaultUpkeep(base).stop },
        { name: 'imports', stop: threads.stop },
        ...links,
      ]
    },
  }
}

type Base = ReturnType<typeof baseOf>

/** What most rooms ask for. */
function baseOf(ground: Foundation, { originHost }: ComposeOptions) {
  const { timers: clock } = ground
  const audit = createAudit({ ...ground, clock })
  const consent = createConsent({ ...ground, clock, originHost })
  const accounts = { facts: accountOf }
  const contacts = createContacts({ ...ground, clock, audit, accounts, proofs: consent })
  const sensitive = createSensitive({ ...ground, clock, consent })
  return { ...ground, clock, audit, record: audit.record, contacts, consent, sensitive }
}

/** Everything between a message and an operator: prices, suppliers, routes, sending, campaigns. */
function composeOutgoing(
  ground: Foundation,
  base: Base & { hearYes: HearYes },
  options: ComposeOptions,
) {
  const routesChanged = () => void pool.refresh()
  const routing: RoutingDeps = { ...base, routesChanged }
  const owns: OwnsBind = {
    mayWrite: (routeId, bind) => sending.engine.mayWrite(routeId, bind),
    mayBind: (routeId, bind) => sending.engine.mayBind(routeId, bind),
  }
  const pool: LinkPool = new LinkPool({ ...ground, ...routing, ...owns })
  const nodeId = nodeIdOf(ground.nodeFolder)
  const named = nodeId === undefined ? {} : { nodeId }
  const { backlogSeconds } = options
  const sending = createSending({ ...base, ...named, pool, backlogSeconds })
  const wake = (routeId: string) => sending.engine.wake(routeId)
  const messages = createCampaignMessages({ ...base, wake })
  const campaigns = { ...base, ...sending.ports, messages, jobs, wake }
  return {
    routes: [
      ...billingRoutes(base),
      ...governanceRoutes({ ...base, contractsChanged: routesChanged }),
      ...routingRoutes({ ...routing, pool }),
      ...sending.routes,
      ...campaignsRoutes(campaigns),
    ],
    jobHandlers: campaignsJobs(campaigns),
    holders: [sending.holder],
    nothingLeaves: sending.nothingLeaves,
    ports: {
      sendMessage: sending.sendMessage,
      wasRefused: sending.wasRefused,
      nothingLeaves: sending.nothingLeaves,
      routes: () =>
        sending.ports.routes
          .all(base.clock.now())
          .map(({ id, stopShortcode }) => ({ id, shortcode: stopShortcode })),
    },
    startEngines: async (operatorUrl: string, onLinkDown?: OnLinkDown): Promise<Engine[]> => {
      if (onLinkDown !== undefined) tellWhenDown(pool, onLinkDown)
      await ensureSandboxRoute(routing, { ...ownOperator, url: operatorUrl })
      await pool.start((route) => sending.engine.handlersFor(route.routeId))
      sending.engine.start()
      return [
        { name: 'links', stop: () => pool.close() },
        { name: 'sending', stop: () => sending.engine.close() },
      ]
    },
  }
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

/** The route that a fresh installation has: to the sandbox, or to the operator named at the start. */
export const ownRouteName = 'sandbox'
const ownOperator = {
  name: ownRouteName,
  supplier: 'Accord',
  country: 'FR',
  stopText: 'STOP au 36111',
  stopShortcode: '36111',
} as const

function dataMaps(): DataMap[] {
  return [
    vaultDataMap,
    auditDataMap,
    accountsDataMap,
    billingDataMap,
    governanceDataMap,
    contactsDataMap,
    consentDataMap,
    sensitiveDataMap,
    intakeDataMap,
    routingDataMap,
    sendingDataMap,
    preferencesDataMap,
    campaignsDataMap,
  ]
}
