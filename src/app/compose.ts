// Puts the rooms together: each gets what it needs from those on its left, through ports.
import {
  type AccountsDeps,
  accountOf,
  accountsDataMap,
  accountsRoutes,
  argon2Passwords,
  authenticateWith,
  idempotencyStore,
  loginThrottle,
} from '../accounts/index.ts'
import { auditDataMap, createAudit } from '../audit/index.ts'
import { billingDataMap, billingRoutes } from '../billing/index.ts'
import { consentDataMap, consentRoutes, createConsent, runSequencer } from '../consent/index.ts'
import { contactsDataMap, contactsRoutes, createContacts } from '../contacts/index.ts'
import { governanceDataMap, governanceRoutes } from '../governance/index.ts'
import type { Authenticate, IdempotencyStore, Route } from '../http/index.ts'
import type { JobHandlers } from '../jobs/index.ts'
import type { DataMap } from '../kernel/index.ts'
import { LinkPool, routingDataMap, routingRoutes } from '../routing/index.ts'
import { type SubjectDataHolder, vaultDataMap } from '../vault/index.ts'
import type { Config } from './config.ts'
import type { Foundation } from './foundation.ts'

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
  startEngines(): Promise<Engine[]>
}

export type ComposeOptions = {
  secureCookie: boolean
  /** Names the installation in its ledgers' origin lines. */
  originHost: string
}

export function composeOptionsOf({ publicUrl }: Pick<Config, 'publicUrl'>): ComposeOptions {
  return {
    secureCookie: publicUrl?.startsWith('https:') ?? false,
    originHost: publicUrl === null ? 'accord.localhost' : new URL(publicUrl).hostname,
  }
}

export function composeRooms(ground: Foundation, options: ComposeOptions): Rooms {
  const { database, vault, timers: clock, randomness, makeId } = ground
  const audit = createAudit({ vault, clock, makeId })
  const { record } = audit
  const facts = accountOf
  const base = { database, vault, clock, makeId, randomness }
  const contactsDeps = { ...base, audit, accounts: { facts } }
  const contacts = createContacts(contactsDeps)
  const { dataFolder } = ground
  const consent = createConsent({ ...base, dataFolder, originHost: options.originHost })
  const accounts: AccountsDeps = {
    ...base,
    passwords: argon2Passwords(),
    throttle: loginThrottle(clock),
    record,
    // An account sends for a legal entity from its first day: its own name, to begin with.
    accountMade: async (tx, { id, name, createdAt }) => {
      await contacts.createController(tx, id, name, createdAt)
    },
  }
  const governed = { database, clock, makeId, record }
  const contractsChanged = () => void pool.refresh()
  const routing = { ...governed, vault, routesChanged: contractsChanged }
  const pool: LinkPool = new LinkPool({ ...ground, ...routing })
  return {
    routes: [
      ...accountsRoutes(accounts, options),
      ...contactsRoutes(contactsDeps),
      ...consentRoutes({ ...base, consent, contacts }),
      ...billingRoutes(governed),
      ...governanceRoutes({ ...governed, contractsChanged }),
      ...routingRoutes({ ...routing, pool }),
    ],
    authenticate: authenticateWith(accounts),
    idempotency: idempotencyStore(accounts),
    jobHandlers: {},
    holders: [contacts.holder, consent.holder],
    dataMaps: [
      accountsDataMap,
      auditDataMap,
      billingDataMap,
      consentDataMap,
      contactsDataMap,
      governanceDataMap,
      routingDataMap,
      vaultDataMap,
    ],
    accounts,
    startEngines: async () => [named('sequencer', runSequencer({ ...ground, consent }))],
  }
}

function named(name: string, running: { stop(): Promise<void> }): Engine {
  return { name, stop: () => running.stop() }
}
