// A node of its own as a real process, for tests that stop it, wake it or kill it.
// Told by one JSON argument; says "ready" once it runs, and ends with its standard input.
import { createAudit } from '../../src/audit/index.ts'
import { createConsent } from '../../src/consent/index.ts'
import { createContacts } from '../../src/contacts/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { LinkPool } from '../../src/routing/index.ts'
import { createSending, leftMarks } from '../../src/sending/index.ts'
import { newEnginePool, newPool } from '../../src/storage/connection.ts'
import { openDatabase } from '../../src/storage/database.ts'
import type { Logins } from '../../src/storage/roles.ts'
import type { ServerAddress } from '../../src/storage/server-address.ts'
import { openVault } from '../../src/vault/index.ts'
import { makeTestId, realTimers, seededRandomness } from './clock.ts'

export type NodeFacts = {
  address: ServerAddress
  logins: Logins
  keysFolder: string
  dataFolder: string
  /** The clock of the test runs ahead of the machine's by so much. */
  aheadMs: number
  country: string
}

const facts = JSON.parse(process.argv[2] ?? '{}') as NodeFacts
const timers = { ...realTimers, now: () => realTimers.now() + facts.aheadMs }
const database = openDatabase({
  app: newPool(facts.address, facts.logins.app, 8),
  engine: newEnginePool(facts.address, facts.logins.engine, 4),
})
const randomness = seededRandomness(`node ${process.pid}`)
const makeId = makeTestId(timers, randomness)
const vault = await openVault({ keysFolder: facts.keysFolder, database, randomness })
const metrics = createMetrics()
const shared = { database, vault, clock: timers, timers, randomness, makeId, metrics }
const audit = createAudit(shared)
const { record } = audit
const accounts = { facts: async () => ({ kind: 'sandbox' as const, country: facts.country }) }
const { dataFolder } = facts
const consent = createConsent({ ...shared, dataFolder, originHost: 'accord.example' })
const contacts = createContacts({ ...shared, audit, accounts, proofs: consent })
const logger = silentLogger
const pool: LinkPool = new LinkPool({
  ...shared,
  record,
  logger,
  mayWrite: (id, bind) => sending.engine.mayWrite(id, bind),
  mayBind: (id, bind) => sending.engine.mayBind(id, bind),
})
const { keysFolder } = facts
const left = leftMarks({ keysFolder, nodeName: makeId() })
const sending = createSending({
  ...shared,
  consent,
  contacts,
  audit,
  pool,
  logger,
  left,
  keysFolder,
})
await pool.start((route) => sending.engine.handlersFor(route.routeId))
sending.engine.start()
process.stdout.write('ready\n')
process.stdin.once('close', () => process.exit(0)).resume()
