// Puts the rooms together: each gets what it needs from those on its left, through ports.
import {
  type AccountsDeps,
  accountsDataMap,
  accountsRoutes,
  argon2Passwords,
  authenticateWith,
  idempotencyStore,
  loginThrottle,
} from '../accounts/index.ts'
import type { Authenticate, IdempotencyStore, Route } from '../http/index.ts'
import type { JobHandlers } from '../jobs/index.ts'
import type { DataMap } from '../kernel/index.ts'
import type { SubjectDataHolder } from '../vault/index.ts'
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
  const accounts: AccountsDeps = {
    database,
    vault,
    clock,
    randomness,
    makeId,
    passwords: argon2Passwords(),
    throttle: loginThrottle(clock),
    record: async () => undefined,
    accountMade: async () => undefined,
  }
  return {
    routes: [...accountsRoutes(accounts, options)],
    authenticate: authenticateWith(accounts),
    idempotency: idempotencyStore(accounts),
    jobHandlers: {},
    holders: [],
    dataMaps: [accountsDataMap],
    accounts,
    startEngines: async () => [],
  }
}
