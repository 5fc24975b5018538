// Puts the rooms together: each gets what it needs from those on its left, through ports.
import {
  type AccountsDeps,
  accountsDataMap,
  accountsRoutes,
  argon2Passwords,
  auditRoutes,
  authenticateWith,
  idempotencyStore,
  loginThrottle,
} from '../accounts/index.ts'
import { auditDataMap, createAudit } from '../audit/index.ts'
import { billingDataMap, billingRoutes } from '../billing/index.ts'
import { governanceDataMap, governanceRoutes } from '../governance/index.ts'
import type { Authenticate, IdempotencyStore, Route } from '../http/index.ts'
import type { JobHandlers } from '../jobs/index.ts'
import type { DataMap } from '../kernel/index.ts'
import { LinkPool, routingDataMap, routingRoutes } from '../routing/index.ts'
import { type SubjectDataHolder, vaultDataMap } from '../vault/index.ts'
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

export type ComposeOptions = { secureCookie: boolean }

export function composeRooms(ground: Foundation, options: ComposeOptions): Rooms {
  const { database, vault, timers: clock, randomness, makeId } = ground
  const audit = createAudit({ vault, clock, makeId })
  const { record } = audit
  const accounts: AccountsDeps = {
    database,
    vault,
    clock,
    randomness,
    makeId,
    passwords: argon2Passwords(),
    throttle: loginThrottle(clock),
    record,
    accountMade: async () => undefined,
  }
  const governed = { database, clock, makeId, record }
  const contractsChanged = () => void pool.refresh()
  const routing = { ...governed, vault, routesChanged: contractsChanged }
  const pool: LinkPool = new LinkPool({ ...ground, ...routing })
  return {
    routes: [
      ...accountsRoutes(accounts, options),
      ...auditRoutes({ database, audit }),
      ...billingRoutes(governed),
      ...governanceRoutes({ ...governed, contractsChanged }),
      ...routingRoutes({ ...routing, pool }),
    ],
    authenticate: authenticateWith(accounts),
    idempotency: idempotencyStore(accounts),
    jobHandlers: {},
    holders: [],
    dataMaps: [
      accountsDataMap,
      auditDataMap,
      billingDataMap,
      governanceDataMap,
      routingDataMap,
      vaultDataMap,
    ],
    accounts,
    startEngines: async () => [],
  }
}
