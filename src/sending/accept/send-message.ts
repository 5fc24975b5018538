// Accepts single messages: those that wait together share one transaction and one commit.
import type { ConsentGate } from '../../consent/index.ts'
import type { Contacts } from '../../contacts/index.ts'
import type { AccountId, Caller, Clock, MakeId, MessageId, Timers } from '../../kernel/index.ts'
import { type Database, type Tx, turnOver } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { MessageRequest } from '../contract.ts'
import { sendingError } from '../errors.ts'
import { type Assessed, askSuppressed, assessPeople } from '../gate/assess-people.ts'
import { askWish, Plans } from '../gate/send-order.ts'
import type { HiddenInOurs } from '../message-body.ts'
import type { Accounts, Prices, Routes } from '../ports.ts'
import type { NewMessage } from '../store/accept-store.ts'
import { rowWritten, type Written } from '../view/view-message.ts'
import { type Acceptable, acceptMessages } from './accept-messages.ts'
import type { Backlog } from './backlog.ts'
import { type Reading, readRequests } from './read-requests.ts'

export type SendDeps = {
  database: Database
  vault: Vault
  contacts: Contacts
  consent: ConsentGate
  routes: Routes
  prices: Prices
  accounts: Accounts
  clock: Clock
  timers: Pick<Timers, 'after'>
  makeId: MakeId
  /** Says no when more waits for a route than can leave in a bounded time; absent: never. */
  backlog?: Backlog
  /** Tells the engine that a route has work. */
  wake(routeId: string): void
}

type Waiting = {
  caller: Caller
  request: MessageRequest
  hidden: HiddenInOurs | null
  id: MessageId | undefined
  resolve(written: Written): void
  reject(error: unknown): void
}

/** Of one account. `grown` is called after each that is added. */
type Queue = { requests: Waiting[]; grown(): void }

/** What one transaction takes. */
const groupMax = 500
/**
 * A group costs as much as twenty of its messages. Those that were answered ask again within a
 * moment, so after a group of some size the next is begun once as many wait as were in flight, or
 * that moment later: it is twice as large then. A request that comes alone waits for nobody.
 */
const gathering = { from: 8, msMax: 8 }
/** Requests that wait for a commit; above it the door says so rather than queue without bound. */
const waitingMax = 5000

/**
 * `hidden`: what of a text of ours is for the handset alone, and is shown to nobody else.
 * `id`: new, and written down before by whoever must know after a crash whether it was accepted.
 */
export type SendMessage = (
  caller: Caller,
  request: MessageRequest,
  hidden?: HiddenInOurs | null,
  id?: MessageId,
) => Promise<MessageId>
/** What was written, so that the answer needs no second look. */
export type SendDoor = (
  caller: Caller,
  request: MessageRequest,
  hidden?: HiddenInOurs | null,
  id?: MessageId,
) => Promise<Written>

export function createSendMessage(deps: SendDeps): SendMessage {
  const door = createSendDoor(deps)
  return async (...asked) => (await door(...asked)).row.id
}

/** While one group commits, the next gathers: concurrent requests share a commit by themselves. */
export function createSendDoor(deps: SendDeps): SendDoor {
  const waiting = new Map<AccountId, Queue>()
  let count = 0

  async function drain(accountId: AccountId, queue: Queue): Promise<void> {
    // Those whose token was looked up together are here by then.
    await turnOver()
    while (queue.requests.length > 0) {
      const group = queue.requests.splice(0, groupMax)
      count -= group.length
      await sendGroup(deps, accountId, group)
      const inFlight = group.length + queue.requests.length
      if (group.length >= gathering.from && inFlight < groupMax) {
        await gathered(deps.timers, queue, inFlight)
      }
    }
    waiting.delete(accountId)
  }

  return (caller, request, hidden = null, id = undefined) =>
    new Promise((resolve, reject) => {
      if (count >= waitingMax) {
        reject(sendingError('sending.queue_full'))
        return
      }
      count += 1
      const one = { caller, request, hidden, id, resolve, reject }
      const queue = waiting.get(caller.accountId)
      if (queue !== undefined) {
        queue.requests.push(one)
        queue.grown()
      } else {
        const fresh = { requests: [one], grown: () => undefined }
        waiting.set(caller.accountId, fresh)
        void drain(caller.accountId, fresh)
      }
    })
}

/** Until so many wait, or the moment is over. */
function gathered(timers: SendDeps['timers'], queue: Queue, wanted: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      cancel()
      queue.grown = () => undefined
      resolve()
    }
    const cancel = timers.after(gathering.msMax, done)
    queue.grown = () => {
      if (queue.requests.length >= wanted) done()
    }
  })
}

/** One request's fault is told to its caller alone; a failure of the transaction to all of them. */
async function sendGroup(
  deps: SendDeps,
  accountId: AccountId,
  group: readonly Waiting[],
): Promise<void> {
  try {
    const work = (tx: Tx) => acceptGroup(deps, tx, accountId, group)
    const answers = await deps.database.inAccount(accountId, work, { byIndex: true })
    for (const [index, answer] of answers.entries()) {
      if (answer instanceof Error) group[index]?.reject(answer)
      else group[index]?.resolve(answer)
    }
  } catch (error) {
    for (const one of group) one.reject(error)
  }
}

async function acceptGroup(
  deps: SendDeps,
  tx: Tx,
  accountId: AccountId,
  group: readonly Waiting[],
): Promise<(Written | Error)[]> {
  const at = deps.clock.now()
  const plans = new Plans()
  const readings = await readRequests(deps, tx, {
    accountId,
    group,
    at,
    meanwhile: (foreseen) => {
      const alerts = foreseen.filter(({ order }) => order.class === 'alert')
      const numbers = alerts.map(({ number }) => number)
      return Promise.all([
        ...foreseen.map((one) => askWish(deps, tx, { at, plans, ...one })),
        askSuppressed(deps, tx, { accountId, numbers, plans }),
      ])
    },
  })
  const cases = readings.filter((reading): reading is Reading => !(reading instanceof Error))
  const assessed = await assessPeople(deps, tx, { cases, at, plans })
  const full = (await deps.backlog?.fullFor(assessed)) ?? []
  const messages: Acceptable[] = []
  const answers: (Acceptable | Error)[] = []
  let place = 0
  for (const [index, reading] of readings.entries()) {
    if (reading instanceof Error) {
      answers.push(reading)
      continue
    }
    const judged = assessed[place] as Assessed
    const refusal = full[place] ?? null
    place += 1
    if (refusal !== null) {
      answers.push(refusal)
      continue
    }
    const { order, reference } = reading
    const message = { order, assessed: judged, reference, id: group[index]?.id }
    messages.push(message)
    answers.push(message)
  }
  const accepted = await acceptMessages(deps, tx, {
    accountId,
    campaignId: null,
    at,
    messages,
    // Nothing of it can be there already.
    writing: 'fresh',
    isLast: true,
  })
  tx.afterCommit(() => {
    for (const routeId of accepted.routeIds) deps.wake(routeId)
  })
  const rows = accepted.rows.values()
  return answers.map((answer) => {
    if (answer instanceof Error) return answer
    const { person, plan } = answer.assessed
    const row = rowWritten(rows.next().value as NewMessage, at)
    return { row, terms: plan.terms, number: person.number }
  })
}
