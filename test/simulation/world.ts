// The fixture of a simulation: accounts and people on a real database,
// and processes that come and go.
import type { Socket } from 'node:net'
import type pg from 'pg'
import {
  accountOf,
  argon2Passwords,
  judgeHere,
  makeAccount,
  systemCaller,
} from '../../src/accounts/index.ts'
import { type Audit, createAudit } from '../../src/audit/index.ts'
import { type CampaignsDeps, campaignsJobs, countCampaignsOf } from '../../src/campaigns/index.ts'
import { type Alarm, type Consent, createConsent, runSequencer } from '../../src/consent/index.ts'
import { type Contacts, createContacts, createSegmentChoice } from '../../src/contacts/index.ts'
import { jobs } from '../../src/jobs/index.ts'
import type {
  AccountId,
  Caller,
  ControllerId,
  E164,
  ListId,
  MakeId,
  RouteId,
  Timers,
  WordingId,
} from '../../src/kernel/index.ts'
import { createLogger, createMetrics, type Metrics } from '../../src/observability/index.ts'
import { ensureSandboxRoute, LinkPool, registerSender } from '../../src/routing/index.ts'
import { createOperatorLink } from '../../src/routing/link/index.ts'
import {
  createCampaignMessages,
  createSending,
  leftMarks,
  type Sending,
} from '../../src/sending/index.ts'
import { newEnginePool, newPool } from '../../src/storage/connection.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { openVault, type Vault } from '../../src/vault/index.ts'
import { makeTestId, seededRandomness } from '../support/clock.ts'
import { draftOf } from '../support/consent-fixture.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { newTestFolder, removeTestFolder } from '../support/folder.ts'
import type { Chance } from '../support/seeded-chance.ts'
import { statusesOver } from '../support/statuses.ts'
import type { MemoryNetwork } from './memory-network.ts'
import { type DatabaseFaults, SimulatedDatabase } from './simulated-database.ts'
import { newOwner, type Owner, type VirtualTime } from './virtual-time.ts'
import { WorkQueue } from './work-queue.ts'

export type SimulatedAccount = {
  id: AccountId
  caller: Caller
  controllerId: ControllerId
  controllerName: string
  wordingId: WordingId
  /** Everybody it ever imported is in the first; some are in the second. */
  lists: readonly [ListId, ListId]
}

/**
 * One process: the program's own rooms over its view of the database, the network and the clock.
 */
export type Process = {
  owner: Owner
  /** Of the machine that it runs on. */
  dataFolder: string
  database: SimulatedDatabase
  vault: Vault
  consent: Consent
  contacts: Contacts
  sending: Sending
  campaigns: CampaignsDeps
  metrics: Metrics
  makeId: MakeId
  /** Resolves when it dies. */
  death: Promise<void>
  /** kill -9. */
  kill(): void
  /** As SIGSTOP, and SIGCONT after so long. */
  freeze(ms: number): void
  /** Lets it die at its nth write from now, before or after it. */
  dieAtWrite(nth: number, when: 'before' | 'after'): void
}

/** Its folder, and the room of consents that reads it when all is over. */
export type Machine = { dataFolder: string; consent: Consent }

export type World = {
  test: TestDatabase
  onlooker: Onlooker
  accounts: readonly SimulatedAccount[]
  routes: readonly SimulatedRoute[]
  vault: Vault
  audit: Audit
  machines: readonly [Machine, Machine]
  processes: Process[]
  /** That somebody changed the database without the keys: nobody has. */
  alarms: readonly Alarm[]
  /** Of all their logs. */
  lines: readonly string[]
  faults: DatabaseFaults
  startProcess(): Promise<Process>
  alive(): Process[]
  close(): Promise<void>
}

export type WorldDeps = {
  time: VirtualTime
  network: MemoryNetwork
  chance: Chance
  seed: number
  /** Of each operator that there is a route to. */
  ports: readonly number[]
  /** On purpose: what is done with campaigns is not told in the log. */
  isDiscreet: boolean
}

export type SimulatedRoute = { id: RouteId; port: number }

const binds = 2
const originHost = 'accord.example'

/**
 * Of what goes round and round, fewer rounds: each costs, and where it is cut off is what counts.
 */
const slower = (timers: Timers): Timers => ({
  ...timers,
  after: (ms, call) => timers.after(4 * ms, call),
})

/**
 * Sees everything: one connection for the whole run, since a new one costs more than its question.
 */
export type Onlooker = {
  ask<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>
  end(): Promise<void>
}

async function onlookerOf(test: TestDatabase): Promise<Onlooker> {
  let leave: () => void = () => undefined
  const isOver = new Promise<void>((resolve) => {
    leave = resolve
  })
  let left: Promise<void> = Promise.resolve()
  const client = await new Promise<pg.Client>((resolve, reject) => {
    left = test.asSuperuser((here) => {
      resolve(here)
      return isOver
    })
    left.catch(reject)
  })
  return {
    ask: async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await client.query<R>(text, values)).rows,
    end: () => {
      leave()
      return left
    },
  }
}

const lockWaits = async (onlooker: Onlooker): Promise<number> => {
  const rows = await onlooker.ask(
    `select from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length
}

/** Transactions that wait until one of their process's connections is free. */
const connectionWaits = (pools: readonly pg.Pool[]): number =>
  pools.reduce(
    (sum, { waitingCount, totalCount, idleCount, options }) =>
      sum + (totalCount >= options.max && idleCount === 0 ? waitingCount : 0),
    0,
  )

export async function makeWorld({
  time,
  network,
  chance,
  seed,
  ports,
  isDiscreet,
}: WorldDeps): Promise<World> {
  const test = await testDatabase()
  const onlooker = await onlookerOf(test)
  // PostgreSQL itself does not die here: what is committed need not wait for the disk.
  await test.asSuperuser(async (client) => {
    await client.query(`alter database ${test.address.database} set synchronous_commit = off`)
  })
  const poolsOf = new Map<Owner, readonly [pg.Pool, pg.Pool]>()
  time.blocked = async () => {
    const living = [...poolsOf].filter(([owner]) => !owner.isDead)
    return (await lockWaits(onlooker)) + connectionWaits(living.flatMap(([, pools]) => pools))
  }
  const folders = [newTestFolder(), newTestFolder(), newTestFolder()] as const
  // Of each machine, where its process keeps the ledgers' files.
  const [keysFolder, ...dataFolders] = folders
  const faults: DatabaseFaults = { breaks: 0, slow: 0 }
  const clock = time.timersOf(null)
  const random = (what: string) => seededRandomness(`simulation ${seed} ${what}`)
  const makeId = makeTestId(clock, random('ids'))
  const vault = await openVault({
    keysFolder,
    database: test.database,
    randomness: random('vault'),
  })
  const fixture = { database: test.database, vault, clock, makeId }
  const alarms: Alarm[] = []
  const alarm = (one: Alarm) => void alarms.push(one)
  const audit = createAudit(fixture)
  const machines = dataFolders.map((dataFolder, index) => ({
    dataFolder,
    consent: createConsent({
      ...fixture,
      randomness: random(`consent ${index}`),
      dataFolder,
      originHost,
      alarm,
    }),
  })) as [Machine, Machine]
  const [{ consent }] = machines
  const contacts = createContacts({
    ...fixture,
    audit,
    accounts: { facts: accountOf },
    proofs: consent,
  })
  const routing = { ...fixture, record: audit.record }
  const routes: SimulatedRoute[] = []
  for (const port of ports) {
    const id = await ensureSandboxRoute(routing, {
      name: `Operateur simule ${port}`,
      supplier: `Fournisseur ${port}`,
      country: 'FR',
      url: `smpp://accord:secret@127.0.0.1:${port}?window=20&binds=${binds}`,
      stopText: 'STOP au 36111',
      stopShortcode: '36111',
    })
    routes.push({ id, port })
  }
  await rank(test, routes, chance.fork('ranks'))

  async function newAccount(name: string): Promise<SimulatedAccount> {
    const account = await makeAccount(
      {
        ...fixture,
        randomness: random(name),
        passwords: argon2Passwords(),
        judgePassword: judgeHere(),
        record: audit.record,
        mailsLeave: () => false,
        sendMail: async () => undefined,
        accountMade: async () => undefined,
        siteUrl: () => null,
        accountHolds: async () => ({ people: false, waiting: false }),
        accountResumed: async () => undefined,
        clockSet: async () => undefined,
      },
      { name, kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
      async () => undefined,
    )
    const caller = systemCaller(account, 'command_line', '0'.repeat(32))
    await registerSender(routing, caller, {
      name: 'LUMEN',
      country: 'FR',
      evidence: 'RCS Lyon',
      expiresAt: null,
    })
    return test.database.inAccount(account.id, async (tx) => {
      const made = await contacts.createController(tx, account.id, 'Boutique Lumen', clock.now())
      const draft = await consent.createDraft(tx, caller, draftOf(made.id))
      const done = await consent.publishWording(tx, caller, draft.wordingId)
      if (done.outcome !== 'published') throw new Error(`not published: ${done.refusal}`)
      const list = (called: string) =>
        contacts.createList(tx, account.id, called, clock.now()).then(({ id }) => id)
      const lists = [await list('Tous'), await list('Quelques-uns')] as const
      const { wordingId } = done.wording
      const controller = { controllerId: made.id, controllerName: made.name }
      return { id: account.id, caller, ...controller, wordingId, lists }
    })
  }
  const accounts = [await newAccount('Lumen'), await newAccount('Autre')]
  const processes: Process[] = []
  const lines: string[] = []
  const logger = createLogger({ clock, destination: { write: (line) => lines.push(line) } })
  const queue = new WorkQueue(test.newJobsPool(), time, () =>
    processes.flatMap(({ owner }) => (owner.isDead ? [owner.name] : [])),
  )
  /** Of the connections of the dead. */
  const endings: Promise<void>[] = []
  const journals: { close(): Promise<void> }[] = []

  async function startProcess(): Promise<Process> {
    const name = `process ${processes.length + 1}`
    const owner = newOwner(name)
    const own = chance.fork(name)
    let last: { left: number; when: 'before' | 'after' } | null = null
    let died: () => void = () => undefined
    const death = new Promise<void>((resolve) => {
      died = resolve
    })
    const kill = () => {
      if (owner.isDead) return
      owner.isDead = true
      network.cutAll({ owner })
      endings.push(database.abandon())
      died()
    }
    const lastWrite = () => {
      if (last === null) return null
      last.left -= 1
      return last.left <= 0 ? last.when : null
    }
    const terminate = async (pid: number) => {
      await test.asSuperuser((client) => client.query('select pg_terminate_backend($1)', [pid]))
    }
    const { address, logins } = test
    // Connections of its own: those of the dead hang on transactions that never end.
    const app = newPool(address, logins.app, 6)
    const engine = newEnginePool(address, logins.engine, 4)
    poolsOf.set(owner, [app, engine])
    const database = new SimulatedDatabase({
      real: openDatabase({ app, engine }),
      time,
      owner,
      chance: own,
      faults,
      terminate,
      lastWrite,
      die: kill,
    })
    const timers = time.timersOf(owner)
    const metrics = createMetrics()
    const randomness = random(name)
    const ownIds = makeTestId(timers, random(`${name} ids`))
    // A start reads its keys before anything can happen to it.
    const opened = openVault({ keysFolder, database: test.database, randomness })
    const ownVault = await time.during(owner, opened)
    const shared = {
      database,
      vault: ownVault,
      clock: timers,
      timers,
      randomness,
      makeId: ownIds,
      logger,
      metrics,
    }
    const ownAudit = createAudit(shared)
    const running = processes.filter(({ owner: { isDead } }) => !isDead)
    const free = dataFolders.find((folder) => running.every((one) => one.dataFolder !== folder))
    const dataFolder = free ?? dataFolders[0]
    const ownConsent = createConsent({ ...shared, dataFolder, originHost, alarm })
    const ownContacts = createContacts({
      ...shared,
      audit: ownAudit,
      accounts: { facts: accountOf },
      proofs: ownConsent,
    })
    const connect = ({ port }: { port: number }, connected: () => void) =>
      network.connect(owner, port, connected) as unknown as Socket
    const pool: LinkPool = new LinkPool({
      ...shared,
      record: ownAudit.record,
      mayWrite: (id, bind) => sending.engine.mayWrite(id, bind),
      mayBind: (id, bind) => sending.engine.mayBind(id, bind),
      createLink: (settings, deps) => createOperatorLink(settings, { ...deps, connect }),
    })
    const left = leftMarks({ keysFolder, nodeName: name })
    journals.push(left)
    const sending = createSending({
      ...shared,
      audit: ownAudit,
      consent: ownConsent,
      contacts: ownContacts,
      pool,
      left,
      keysFolder,
    })
    const wake = (id: string) => sending.engine.wake(id)
    const campaigns: CampaignsDeps = {
      ...shared,
      ...sending.ports,
      consent: ownConsent,
      contacts: ownContacts,
      segments: createSegmentChoice({
        ...shared,
        audit: ownAudit,
        statuses: statusesOver(ownConsent),
        campaignsOf: countCampaignsOf,
      }),
      messages: createCampaignMessages({ database, wake }),
      jobs,
      wake,
      sendMessage: sending.calls.sendMessage,
      refusalOf: sending.calls.refusalOf,
      record: isDiscreet ? async () => undefined : ownAudit.record,
    }
    const process: Process = {
      owner,
      dataFolder,
      database,
      vault: ownVault,
      consent: ownConsent,
      contacts: ownContacts,
      sending,
      campaigns,
      metrics,
      makeId: ownIds,
      death,
      kill,
      freeze: (ms) => {
        owner.frozenUntil = time.now + ms
      },
      dieAtWrite: (nth, when) => {
        last = { left: nth, when }
      },
    }
    void pool
      .start((route) => sending.engine.handlersFor(route.routeId))
      .then(() => sending.engine.start())
    writes.set(owner, () => {
      const when = lastWrite()
      if (when !== null) kill()
      return when !== 'before'
    })
    processes.push(process)
    queue.work(owner, campaignsJobs(campaigns))
    runSequencer({ ...shared, consent: ownConsent, timers: slower(timers) })
    return process
  }

  const writes = new Map<Owner, () => boolean>()
  network.mayWrite = ({ owner }) => (owner === null ? true : (writes.get(owner)?.() ?? true))

  return {
    test,
    onlooker,
    accounts,
    routes,
    vault,
    audit,
    machines,
    processes,
    alarms,
    lines,
    faults,
    startProcess,
    alive: () => processes.filter(({ owner }) => !owner.isDead),
    close: async () => {
      for (const process of processes) process.kill()
      await Promise.all([...endings, ...journals.map((journal) => journal.close())])
      await queue.close()
      await onlooker.end()
      await test.close()
      for (const folder of folders) removeTestFolder(folder)
    },
  }
}

/** Routes take turns, or the second only stands in for the first. */
async function rank(
  test: TestDatabase,
  routes: readonly SimulatedRoute[],
  chance: Chance,
): Promise<void> {
  const [, second] = routes
  if (second === undefined || chance.is(0.5)) return
  await test.asSuperuser((client) =>
    client.query('update routing.route set priority = priority + 1 where route_id = $1', [
      second.id,
    ]),
  )
}

/** The range that is kept for films. */
export const simulatedNumber = (index: number): E164 =>
  `+3363998${String(index).padStart(4, '0')}` as E164
