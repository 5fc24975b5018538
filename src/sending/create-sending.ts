// Puts the room together: the door for single messages, the engine, the routes, the holder.
import { accountOf, isSuspended, memberMay, sandboxAheadMs } from '../accounts/index.ts'
import type { Audit } from '../audit/index.ts'
import { priceOf, readPrices } from '../billing/index.ts'
import type { ConsentGate, Objections, TakenBack } from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { Route } from '../http/index.ts'
import type {
  AccountId,
  Clock,
  E164,
  Instant,
  MakeId,
  MessageId,
  RouteId,
  Timers,
  UserId,
} from '../kernel/index.ts'
import type { Logger, Metrics } from '../observability/index.ts'
import type { LinkPool } from '../routing/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { SubjectDataHolder, Vault } from '../vault/index.ts'
import { backlogSecondsDefault, createBacklog } from './accept/backlog.ts'
import { createSendDoor, type SendMessage } from './accept/send-message.ts'
import { createEngine, type Engine } from './dispatch/engine.ts'
import type { RouteWorker } from './dispatch/route-worker.ts'
import { routesOver } from './dispatch/routes-port.ts'
import type { AccountFacts, Accounts, Prices, Routes } from './ports.ts'
import { createAnswerWho } from './replies/answer-who.ts'
import type { HearYes } from './replies/receive-reply.ts'
import type { Handset } from './replies/reply-from-handset.ts'
import { type HandOfRoute, type Hands, stopLeaving } from './replies/stop-leaving.ts'
import { sendingHolder } from './retention/hold-subject.ts'
import { sendingRoutes } from './routes.ts'
import type { LeftMarks } from './store/left-marks.ts'
import { findMessage } from './store/view-store.ts'
import type { CampaignNames } from './view/name-campaigns.ts'

export type SendingDeps = {
  database: Database
  vault: Vault
  consent: ConsentGate & Objections
  contacts: Contacts
  audit: Audit
  pool: LinkPool
  timers: Timers
  makeId: MakeId
  logger: Logger
  metrics: Metrics
  /** A route with more than this many seconds' worth of single messages takes no more. */
  backlogSeconds?: number
  nodeId?: string
  /** Records a keyword that a handset sends; made over the calls by which it answers. */
  hearYes?(calls: SendingCalls): HearYes
  left: LeftMarks
  keysFolder: string
  /** Of the room of campaigns, on the right; absent where nobody is shown any. */
  campaignNames?: CampaignNames
  /** The sandbox operator's telephones; absent with an operator of one's own. */
  handset?: Handset
  /** Another thread of this process works the routes: here no engine is made. */
  elsewhere?: EngineElsewhere
}

/** The engine as the threads see it that are not its own. */
export type EngineElsewhere = HandOfRoute & Pick<Engine, 'wake'>

/** For the rooms on the right. */
export type SendingCalls = {
  sendMessage: SendMessage
  /** Why the gate said no to this message; null when it did not. */
  refusalOf(accountId: AccountId, messageId: MessageId): Promise<string | null>
  /** Whether a message with this id was accepted; `refusal`: why the gate said no to it. */
  fateOf(accountId: AccountId, messageId: MessageId): Promise<{ refusal: string | null } | null>
  /** After an objection or a withdrawal: resolves when nothing of it is in an engine's hand. */
  nothingLeaves(accountId: AccountId, number: E164, of: TakenBack, until?: Instant): Promise<void>
  /** The installation's routes, and the number of each that takes replies. */
  replyNumbers(): readonly { id: RouteId; shortcode: string | null }[]
}

export type Sending = SendingCalls & {
  calls: SendingCalls
  /** Where it is elsewhere, it is woken from here and no more. */
  engine: Engine
  routes: Route[]
  holder: SubjectDataHolder
  /** What campaigns need of this room. */
  ports: { routes: Routes; prices: Prices; accounts: Accounts }
  workers: ReadonlyMap<RouteId, RouteWorker>
  /** What can take back a message that is in flight, here or in another thread. */
  hands: Hands
}

/** Asked at several places of one transaction, which sees one account. */
const factsByTx = new WeakMap<Tx, Map<AccountId, Promise<AccountFacts>>>()

async function readFacts(tx: Tx, accountId: AccountId): Promise<AccountFacts> {
  const account = await accountOf(tx, accountId)
  const { id, kind, country, language, zone } = account
  const isLeaving = account.deletionDueAt !== null
  const isSuspended = isLeaving || account.suspendedAt !== null
  return { id, kind, country, language, zone, isSuspended, isLeaving }
}

const accounts: Accounts = {
  facts: (tx, accountId) => {
    const ofTx = factsByTx.get(tx) ?? new Map<AccountId, Promise<AccountFacts>>()
    factsByTx.set(tx, ofTx)
    const facts = ofTx.get(accountId) ?? readFacts(tx, accountId)
    ofTx.set(accountId, facts)
    return facts
  },
  sandboxAheadMs,
  isSuspended,
  mayApprove: (tx, accountId, userId) =>
    memberMay(tx, accountId, userId as UserId, 'campaigns.approve'),
}

const prices: Prices = {
  microEurPerSegment: async (tx, accountId, country) =>
    priceOf(await readPrices(tx, accountId), country, 1),
}

const backlogOf = ({ database, backlogSeconds }: SendingDeps, clock: Clock) =>
  createBacklog({ database, clock, secondsMax: backlogSeconds ?? backlogSecondsDefault })

export function createSending(deps: SendingDeps): Sending {
  const { timers: clock, pool, elsewhere, audit } = deps
  const routes = routesOver(pool, accounts)
  const workers = new Map<RouteId, RouteWorker>()
  const hands: Hands = elsewhere === undefined ? workers : [elsewhere]
  const wake = (routeId: string) =>
    elsewhere === undefined ? workers.get(routeId as RouteId)?.wake() : elsewhere.wake(routeId)
  const ports = { routes, prices, accounts }
  const backlog = backlogOf(deps, clock)
  const sendDoor = createSendDoor({ ...deps, ...ports, clock, wake, backlog })
  const hand = { clock, workers: hands, sendDoor }
  const calls = callsOf(deps, {
    hands,
    routes,
    sendMessage: async (...asked) => (await sendDoor(...asked)).row.id,
  })
  return {
    ...calls,
    calls,
    engine:
      elsewhere === undefined
        ? createEngine({
            ...deps,
            routes,
            workers,
            sendNotice: createAnswerWho({ ...deps, ...calls, clock }),
            hearYes: deps.hearYes?.(calls),
          })
        : remoteEngine(elsewhere),
    routes: sendingRoutes({
      campaignNames: nameless,
      ...deps,
      ...ports,
      ...hand,
      accessLog: audit,
    }),
    holder: sendingHolder({ ...deps, clock }),
    ports,
    workers,
    hands,
  }
}

const nameless: CampaignNames = async () => []

/** What the rooms on the right ask of sending, and what a yes from a handset is answered by. */
function callsOf(
  deps: SendingDeps,
  { hands, routes, sendMessage }: { hands: Hands; routes: Routes; sendMessage: SendMessage },
): SendingCalls {
  const { database, timers: clock, vault } = deps
  const fateOf: SendingCalls['fateOf'] = async (accountId, messageId) => {
    const row = await database.inAccount(accountId, (tx) =>
      findMessage(tx, accountId, clock.now(), messageId),
    )
    return row === null ? null : { refusal: row.state === 'refused' ? row.outcome_reason : null }
  }
  return {
    sendMessage,
    refusalOf: async (accountId, messageId) =>
      (await fateOf(accountId, messageId))?.refusal ?? null,
    fateOf,
    nothingLeaves: (accountId, number, of, until) => {
      const numberTag = vault.numberTag(accountId, number)
      return stopLeaving({ ...deps, workers: hands }, { accountId, numberTag, of, until })
    },
    replyNumbers: () =>
      routes.all(clock.now()).map(({ id, stopShortcode }) => ({ id, shortcode: stopShortcode })),
  }
}

/** What works the routes is another thread: it starts, binds and closes by itself. */
function remoteEngine({ wake }: EngineElsewhere): Engine {
  return {
    start: () => undefined,
    wake,
    handlersFor: () => {
      throw new Error('the links of the routes are held by another thread')
    },
    mayWrite: () => false,
    mayBind: () => false,
    close: async () => undefined,
  }
}
