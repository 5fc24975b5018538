// A sandbox account that can send: rooms put together over a real database and a real operator.
import {
  type Account,
  argon2Passwords,
  judgeHere,
  makeAccount,
  systemCaller,
} from '../../src/accounts/index.ts'
import { createAudit } from '../../src/audit/index.ts'
import { createConsent, type Wording } from '../../src/consent/index.ts'
import { type ContactFields, createContacts, type SavedRow } from '../../src/contacts/index.ts'
import { readNumber } from '../../src/countries/index.ts'
import type {
  AccountId,
  Caller,
  CampaignId,
  ControllerId,
  E164,
  MessageId,
  Timers,
} from '../../src/kernel/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { ensureSandboxRoute, LinkPool, registerSender } from '../../src/routing/index.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts'
import {
  acceptMessages,
  assessPeople,
  createSending,
  leftMarks,
  liftByConsent,
  Plans,
  personBehind,
  type Sending,
  type SendOrder,
} from '../../src/sending/index.ts'
import { unbundleSome, waitingRows } from '../../src/sending/store/bundle-store.ts'
import type { Database, Tx } from '../../src/storage/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { makeTestId, realTimers, seededRandomness } from './clock.ts'
import { draftOf } from './consent-fixture.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'

export { waitingRows }

/** Rows of the queue of all that a campaign has in bundles. */
export const unbundleCampaign = (tx: Tx, accountId: AccountId, id: CampaignId) =>
  unbundleSome(tx, accountId, { id, limit: 1_000_000, as: 'asItIs' })

/** The real clock, moved: it runs, and it is a Wednesday morning in Paris when the test begins. */
export function timersFrom(startIso: string): Timers {
  const offset = Date.parse(startIso) - realTimers.now()
  return { ...realTimers, now: () => realTimers.now() + offset }
}

/** The same pace, and a clock that may jump: what waits for answers still waits for them. */
export function jumpingTimers(): { timers: Timers; jump(ms: number): void } {
  const base = timersFrom('2026-11-25T09:30:00Z')
  let ahead = 0
  return {
    timers: { ...base, now: () => base.now() + ahead },
    jump: (ms) => {
      ahead += ms
    },
  }
}

export type SendingFixtureOptions = {
  sandbox?: SandboxOptions
  /** Another operator instead of the sandbox. */
  url?: string
  timers?: Timers
  /** Query of the sandbox's address: `window=50&rate=100`. */
  pace?: string
  /** False: no node runs until `startNode`. */
  starts?: boolean
  /** Puts itself before the real database. */
  databaseOver?(real: Database): Database
}

let made = 0

export async function sendingFixture(options: SendingFixtureOptions = {}) {
  made += 1
  const test: TestDatabase = await testDatabase()
  const database = options.databaseOver?.(test.database) ?? test.database
  const keysFolder = newTestFolder()
  const dataFolder = newTestFolder()
  const timers = options.timers ?? timersFrom('2026-11-25T09:30:00Z')
  const clock = timers
  const randomness = seededRandomness(`sending ${made}`)
  const makeId = makeTestId(clock, seededRandomness(`sending ids ${made}`))
  const vault = await openVault({ keysFolder, database, randomness })
  const audit = createAudit({ vault, clock, makeId })
  const { record } = audit
  const metrics = createMetrics()
  const logger = silentLogger
  const accounts = {
    database,
    vault,
    clock,
    randomness,
    makeId,
    passwords: argon2Passwords(),
    judgePassword: judgeHere(),
    record,
    mailsLeave: () => false,
    sendMail: async () => undefined,
    accountMade: async () => undefined,
    siteUrl: () => null,
    accountHolds: async () => ({ people: false, waiting: false }),
    accountResumed: async () => undefined,
    clockSet: async () => undefined,
  }
  const account: Account = await makeAccount(
    accounts,
    { name: 'Lumen', kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
    async () => undefined,
  )
  const caller: Caller = systemCaller(account, 'command_line', '0'.repeat(32))
  const facts = async () => ({ kind: account.kind, country: account.country })
  const consent = createConsent({
    database,
    vault,
    clock,
    randomness,
    makeId,
    dataFolder,
    originHost: 'accord.example',
    agreed: liftByConsent,
  })
  const contacts = createContacts({
    ...{ database, vault, audit, accounts: { facts }, clock, makeId },
    proofs: consent,
  })
  const controller = await database.inAccount(account.id, (tx) =>
    contacts.createController(tx, account.id, 'Boutique Lumen', clock.now()),
  )
  const wording = await publish()

  async function publish(): Promise<Wording> {
    return database.inAccount(account.id, async (tx) => {
      const draft = await consent.createDraft(tx, caller, draftOf(controller.id as ControllerId))
      const done = await consent.publishWording(tx, caller, draft.wordingId)
      if (done.outcome !== 'published') throw new Error(`not published: ${done.refusal}`)
      return done.wording
    })
  }

  const sandbox: Sandbox | null =
    options.url === undefined
      ? // Its receipts are dated by the same clock; its waits are real ones.
        await startSandbox(
          { receiptDelayMs: 20, ...options.sandbox },
          { ...realTimers, now: timers.now },
        )
      : null
  const url =
    options.url ?? `smpp://accord:secret@127.0.0.1:${sandbox?.port}?${options.pace ?? 'window=50'}`
  const routing = { database, vault, clock, makeId, record }
  const routeId = await ensureSandboxRoute(routing, {
    name: 'Operateur du bac a sable',
    supplier: 'Accord',
    country: 'FR',
    url,
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  })
  await registerSender(routing, caller, {
    name: 'LUMEN',
    country: 'FR',
    evidence: 'RCS Lyon',
    expiresAt: null,
  })

  /** The program's sending part, as one process has it; a second one is a restart or a node. */
  function startNode(): Node {
    const shared = { database, vault, clock, timers, randomness, makeId, record, logger, metrics }
    const pool: LinkPool = new LinkPool({
      ...shared,
      mayWrite: (id, bind) => sending.engine.mayWrite(id, bind),
      mayBind: (id, bind) => sending.engine.mayBind(id, bind),
    })
    const left = leftMarks({ keysFolder, nodeName: makeId() })
    const sending = createSending({ ...shared, consent, contacts, audit, pool, left, keysFolder })
    const ready: Promise<void> = pool
      .start((route) => sending.engine.handlersFor(route.routeId))
      .then(() => sending.engine.start())
    let closing: Promise<void> | null = null
    const close = async () => {
      await ready
      await sending.engine.close()
      await pool.close(500)
      await left.close()
    }
    return {
      pool,
      sending,
      ready,
      close: () => {
        closing ??= close()
        return closing
      },
    }
  }

  const nodes: Node[] = []
  if (options.starts !== false) nodes.push(startNode())
  for (const node of nodes) await node.ready

  /** People with a name, in a list; those who `agreed` have a proven consent. */
  async function people(
    numbers: readonly E164[],
    given: { agreed: boolean; fields?: (index: number) => ContactFields; list?: string },
  ): Promise<{ rows: SavedRow[]; listId: string }> {
    return database.inAccount(account.id, async (tx) => {
      const at = clock.now()
      const list = await contacts.createList(tx, account.id, given.list ?? `Liste ${at}`, at)
      const report = await contacts.bulkUpsert(tx, {
        accountId: account.id,
        importId: null,
        listId: list.id,
        at,
        rows: numbers.map((number, index) => {
          const reading = readNumber(number, { sandbox: true })
          return {
            number,
            fields: given.fields?.(index) ?? { firstName: 'Zoé' },
            country: reading.country ?? 'FR',
            territory: reading.territory ?? 'FR',
            zone: reading.zones[0] ?? 'Europe/Paris',
            postcodeArea: null,
            marketingState: given.agreed ? ('open' as const) : ('quarantine' as const),
            quarantineReason: given.agreed ? null : 'no_proof_of_consent',
          }
        }),
      })
      if (given.agreed) {
        await consent.recordConsents(tx, caller, {
          controllerId: controller.id,
          channel: 'sms',
          purpose: 'offers',
          grade: 'own_form',
          rows: report.rows.map((row, index) => ({
            keys: row.keys,
            tag: vault.suppressionTag(account.id, numbers[index] as E164),
            number: numbers[index] as E164,
            wordingId: wording.wordingId,
            givenAt: at - 86_400_000,
            source: 'caisse',
          })),
        })
      }
      return { rows: report.rows, listId: list.id }
    })
  }

  /** Marketing to people who agreed, accepted as a campaign's page is. */
  async function accept(
    numbers: readonly E164[],
    order: Partial<SendOrder> = {},
    campaignId: CampaignId = makeId() as CampaignId,
  ): Promise<{ campaignId: CampaignId; ids: readonly MessageId[]; kept: number }> {
    const { ports } = anySending()
    return database.inAccount(account.id, async (tx) => {
      const at = clock.now()
      const text = order.text ?? 'Nouvelle collection en boutique.'
      const whole: SendOrder = {
        accountId: account.id,
        class: 'marketing',
        basis: null,
        purpose: 'offers',
        controllerId: controller.id,
        controllerName: controller.name,
        sender: 'LUMEN',
        text,
        pieces: [text],
        isSegment: false,
        isAskedFor: false,
        hidden: null,
        ifUnsure: 'never_twice',
        override: null,
        notBefore: null,
        usefulUntil: at + 86_400_000,
        ...order,
      }
      const tags = numbers.map((number) => vault.numberTag(account.id, number))
      const known = await contacts.findByTags(tx, account.id, tags)
      const opened = await contacts.openContacts(tx, account.id, [...known.values()])
      const cases = numbers.flatMap((number, index) => {
        const contact = known.get(tags[index]?.toString('hex') ?? '')
        const open = contact === undefined ? undefined : opened.get(contact.subjectId)
        if (contact === undefined || open === undefined) return []
        return [
          {
            order: whole,
            person: personBehind(
              contact.id,
              contact,
              { keys: open.keys, fields: open.body.fields },
              { number, numberUsable: true },
            ),
          },
        ]
      })
      const deps = { consent, vault, ...ports }
      const assessed = await assessPeople(deps, tx, { cases, at, plans: new Plans() })
      const accepted = await acceptMessages({ vault, makeId }, tx, {
        accountId: account.id,
        campaignId,
        at,
        messages: assessed.map((one) => ({ order: whole, assessed: one, reference: null })),
        writing: 'careful',
      })
      tx.afterCommit(() => {
        for (const one of nodes) for (const id of accepted.routeIds) one.sending.engine.wake(id)
      })
      return { campaignId, ids: accepted.ids, kept: accepted.kept }
    })
  }

  function anySending(): Sending {
    const [first] = nodes
    if (first === undefined) throw new Error('start a node first')
    return first.sending
  }

  /** How many of these messages are in each state. */
  async function states(ids: readonly MessageId[]): Promise<Record<string, number>> {
    const found = await test.asSuperuser((client) =>
      client.query<{ state: string; messages: number }>(
        `select coalesce(o.state, case when q.message_id is not null then 'queued'
             when r.unknown then 'maybe_sent' when r.unknown is not null then 'submitted'
             else 'submitting' end) as state, count(*)::int as messages
         from unnest($1::uuid[]) as m (id)
         left join sending.outcome o on o.message_id = m.id
         left join ${waitingRows} q on q.message_id = m.id
         left join lateral (select bool_or(outcome = 'unknown') as unknown from sending.result
           where message_id = m.id) r on true
         group by 1`,
        [ids],
      ),
    )
    return Object.fromEntries(found.rows.map((row) => [row.state, row.messages]))
  }

  return {
    account,
    accounts,
    caller,
    controller,
    wording,
    database,
    test,
    vault,
    consent,
    contacts,
    audit,
    timers,
    makeId,
    metrics,
    sandbox,
    routeId,
    nodes,
    keysFolder,
    dataFolder,
    startNode: async () => {
      const started = startNode()
      nodes.push(started)
      await started.ready
      return started
    },
    /** Each node ends in order; ports of the last one stay usable for accepting. */
    stopNodes: async () => {
      for (const one of nodes) await one.close()
    },
    people,
    accept,
    states,
    get sending() {
      return anySending()
    },
    close: async () => {
      for (const one of nodes) await one.close()
      await sandbox?.close()
      await test.close()
      removeTestFolder(keysFolder)
      removeTestFolder(dataFolder)
    },
  }
}

export type Node = {
  pool: LinkPool
  sending: Sending
  ready: Promise<void>
  close(): Promise<void>
}
export type SendingFixture = Awaited<ReturnType<typeof sendingFixture>>

/** Numbers of the range that ARCEP keeps for films: +33 6 39 98 xx xx. */
export const fictionNumber = (index: number): E164 =>
  `+3363998${String(index).padStart(4, '0')}` as E164

export const fictionNumbers = (count: number, from = 0): E164[] =>
  Array.from({ length: count }, (_, index) => fictionNumber(from + index))

const collected = 'Votre commande 4512 est arrivée en magasin.'
/** An alert to whoever ordered something, in place of the usual marketing. */
export const alertOrder = {
  class: 'alert',
  basis: 'contract',
  purpose: null,
  text: collected,
  pieces: [collected],
} as const

/** Asks until it is so, for at most `ms`. */
export async function until(ask: () => Promise<boolean> | boolean, ms = 25_000): Promise<void> {
  const end = realTimers.now() + ms
  while (!(await ask())) {
    if (realTimers.now() > end) throw new Error('it did not become so in time')
    await realTimers.sleep(20)
  }
}
