// What concerns all of a log, in steps: the first with the request, the rest by the queue. Each
// begins after the row at which the last one ended.
import { type Job, jobs } from '../jobs/index.ts'
import type { AccountId, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { PauseWhy } from './contract.ts'
import type { WebhooksDeps } from './deps.ts'
import { deleteEndpoint, endRest, findEndpoint, isThere, pauseEndpoint } from './endpoint-store.ts'
import * as store from './long-log-store.ts'
import { countReplayed, type Replay, startReplay } from './replay-store.ts'

export const tidyJob = 'webhooks.tidy_log'
export const replayJob = 'webhooks.replay'
/** Rows that one transaction looks at. */
export const atOnce = 1_000
/** Then another job has its turn. */
const turnMs = 3_000
/** What was being written while the webhook was deleted is there by then. */
const lastLookMs = 10 * 60_000

type Work = Pick<WebhooksDeps, 'database' | 'timers'>
/** Of which endpoint, and after how many pauses; `null`: it is gone. */
type Tidied = { endpointId: string; pauses: number | null; after: string | null }

/** All that waits is held from now on; the log says so once each row does. */
export async function pauseAndHold(
  tx: Tx,
  accountId: AccountId,
  paused: { id: string; why: PauseWhy; at: Instant },
): Promise<void> {
  const pauses = await pauseEndpoint(tx, accountId, paused)
  await tidyFirst(tx, accountId, { endpointId: paused.id, pauses, after: null })
}

/** What it was told stays nowhere: its log leads nowhere from now on, and goes. */
export async function deleteWithLog(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await deleteEndpoint(tx, accountId, id)
  const tidied = { endpointId: id, pauses: null, after: null }
  await tidyFirst(tx, accountId, tidied)
  const input = { endpointId: id }
  const key = `${id}:last`
  await jobs.enqueue(tx, { name: tidyJob, key, accountId, input, afterMs: lastLookMs })
}

async function tidyFirst(tx: Tx, accountId: AccountId, tidied: Tidied): Promise<void> {
  const after = await tidyStep(tx, accountId, tidied)
  if (after !== null) await askToTidy(tx, accountId, { ...tidied, after })
}

/** Where the next one begins; null: it is through. */
async function tidyStep(tx: Tx, accountId: AccountId, tidied: Tidied): Promise<string | null> {
  const step = tidied.pauses === null ? store.deleteDeliveries : store.holdWaiting
  const { endpointId, pauses, after } = tidied
  return step(tx, accountId, { endpointId, pauses: pauses ?? 0, after, limit: atOnce })
}

/** A key for each pause: one of them never takes the place of another. */
async function askToTidy(tx: Tx, accountId: AccountId, tidied: Tidied): Promise<void> {
  const { endpointId, pauses, after } = tidied
  const key = `${endpointId}:${pauses ?? 'gone'}`
  const input = { endpointId, after, ...(pauses === null ? {} : { pauses }) }
  await jobs.enqueue(tx, { name: tidyJob, key, accountId, input })
}

/** What a pause began is no matter of an endpoint that is gone, or was paused once more. */
async function isNeeded(
  tx: Tx,
  accountId: AccountId,
  { endpointId, pauses }: Tidied,
): Promise<boolean> {
  if (pauses === null) return !(await isThere(tx, accountId, endpointId))
  return (await findEndpoint(tx, accountId, endpointId, 'change'))?.pauses === pauses
}

/** Whether it is resumed meanwhile or not: what was queued before the pause is held. */
export async function tidyLog(deps: Work, job: Job): Promise<void> {
  const { accountId, input } = job
  if (accountId === null) return
  const endpointId = String(input['endpointId'])
  const pauses = typeof input['pauses'] === 'number' ? input['pauses'] : null
  let tidied: Tidied = { endpointId, pauses, after: idIn(input) }
  await inTurn(deps, job, async (tx, isLast) => {
    const after = (await isNeeded(tx, accountId, tidied))
      ? await tidyStep(tx, accountId, tidied)
      : null
    if (after === null) return false
    tidied = { ...tidied, after }
    if (isLast()) await askToTidy(tx, accountId, tidied)
    return true
  })
}

/** How many are sent again at once, and whether that is all; the endpoint counts on. */
export async function replayAll(
  tx: Tx,
  accountId: AccountId,
  asked: Omit<Replay, 'pauses'>,
): Promise<{ count: number; isDone: boolean }> {
  const { endpointId, since, at } = asked
  await endRest(tx, accountId, { id: endpointId, at })
  const replay: Replay = { ...asked, pauses: await startReplay(tx, accountId, asked) }
  const step = await replayStep(tx, accountId, { replay, after: { at: since, id: firstId } })
  if (step.next !== null) await askToReplay(tx, accountId, { replay, after: step.next })
  return { count: step.count, isDone: step.next === null }
}

/** Before all ids. */
const firstId = '00000000-0000-0000-0000-000000000000'
type Going = { replay: Replay; after: store.Place }

async function replayStep(tx: Tx, accountId: AccountId, { replay, after }: Going) {
  const step = await store.sendAllAgain(tx, accountId, { ...replay, after, limit: atOnce })
  const { id, endpointId } = replay
  const isDone = step.next === null
  await countReplayed(tx, accountId, { id, endpointId, count: step.count, isDone })
  return step
}

async function askToReplay(tx: Tx, accountId: AccountId, { replay, after }: Going) {
  const { id, endpointId, at, isAll, pauses } = replay
  const from = { after: after.id, ...partsOf('after', after.at) }
  const input = { id, endpointId, isAll, pauses, ...partsOf('at', at), ...from }
  await jobs.enqueue(tx, { name: replayJob, key: id, accountId, input })
}

/** No number of the queue is as long as an instant. */
const partsOf = (field: 'after' | 'at', instant: Instant) => ({
  [`${field}Seconds`]: Math.floor(instant / 1_000),
  [`${field}Ms`]: instant % 1_000,
})
const instantIn = (input: Job['input'], field: 'after' | 'at'): Instant =>
  Number(input[`${field}Seconds`]) * 1_000 + Number(input[`${field}Ms`])
const idIn = ({ after }: Job['input']): string | null => (typeof after === 'string' ? after : null)

export async function replayOn(deps: Work, job: Job): Promise<void> {
  const { accountId, input } = job
  if (accountId === null) return
  const after = { at: instantIn(input, 'after'), id: idIn(input) ?? firstId }
  const replay: Replay = {
    ...{ id: String(input['id']), endpointId: String(input['endpointId']) },
    ...{ since: after.at, at: instantIn(input, 'at'), isAll: input['isAll'] === true },
    pauses: Number(input['pauses']),
  }
  let going: Going = { replay, after }
  await inTurn(deps, job, async (tx, isLast) => {
    const endpoint = await findEndpoint(tx, accountId, replay.endpointId, 'change')
    // Paused meanwhile, resumed or not: what is left stays as it is, for another replay.
    if (endpoint?.state !== 'active' || endpoint.pauses !== replay.pauses) return false
    const { next } = await replayStep(tx, accountId, going)
    if (next === null) return false
    going = { ...going, after: next }
    if (isLast()) await askToReplay(tx, accountId, going)
    return true
  })
}

/** Steps in transactions of their own, until nothing is left or the turn is over. */
async function inTurn(
  { database, timers }: Work,
  { accountId, isStopping }: Job,
  step: (tx: Tx, isLast: () => boolean) => Promise<boolean>,
): Promise<void> {
  if (accountId === null) return
  const endsAt = timers.monotonicMs() + turnMs
  let isOver = false
  const isLast = () => {
    isOver = isStopping() || timers.monotonicMs() >= endsAt
    return isOver
  }
  while (!isOver && (await database.inAccount(accountId, (tx) => step(tx, isLast)))) {
    // The next step, where the last one ended.
  }
}
