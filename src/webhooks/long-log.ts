// What concerns all of a log, in steps: the first with the request, the rest by the queue.
import { type Job, jobs } from '../jobs/index.ts'
import type { AccountId, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { PauseWhy } from './contract.ts'
import {
  type Again,
  countAgain,
  deleteDeliveries,
  holdWaiting,
  sendAllAgain,
} from './delivery-store.ts'
import type { WebhooksDeps } from './deps.ts'
import { deleteEndpoint, endRest, findEndpoint, pauseEndpoint } from './endpoint-store.ts'

export const tidyJob = 'webhooks.tidy_log'
export const replayJob = 'webhooks.replay'
/** Rows of one transaction. */
export const atOnce = 1_000

/** Its state holds back what waits; the log says so once each row is held. */
export async function pauseAndHold(
  tx: Tx,
  accountId: AccountId,
  paused: { id: string; why: PauseWhy; at: Instant },
): Promise<void> {
  await pauseEndpoint(tx, accountId, paused)
  await tidyStep(tx, accountId, paused.id)
}

/** What it was told stays nowhere: its log leads nowhere from now on, and goes. */
export async function deleteWithLog(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await deleteEndpoint(tx, accountId, id)
  await tidyStep(tx, accountId, id)
}

async function tidyStep(tx: Tx, accountId: AccountId, endpointId: string): Promise<void> {
  const endpoint = await findEndpoint(tx, accountId, endpointId, 'change')
  if (endpoint !== null && endpoint.state === 'active') return
  const step = endpoint === null ? deleteDeliveries : holdWaiting
  if ((await step(tx, accountId, { endpointId, limit: atOnce })) < atOnce) return
  const input = { endpointId }
  await jobs.enqueue(tx, { name: tidyJob, key: endpointId, accountId, input })
}

export async function tidyLog({ database }: Pick<WebhooksDeps, 'database'>, job: Job) {
  const { accountId } = job
  if (accountId === null) return
  await database.inAccount(accountId, (tx) =>
    tidyStep(tx, accountId, String(job.input['endpointId'])),
  )
}

/** How many are sent again, those of later steps included. */
export async function replayAll(tx: Tx, accountId: AccountId, again: Again): Promise<number> {
  await endRest(tx, accountId, { id: again.endpointId, at: again.at })
  const count = await countAgain(tx, accountId, again)
  await replayStep(tx, accountId, again)
  return count
}

async function replayStep(tx: Tx, accountId: AccountId, again: Again): Promise<void> {
  if ((await sendAllAgain(tx, accountId, { ...again, limit: atOnce })) < atOnce) return
  const { id, endpointId, since, at, isAll } = again
  const input = { id, endpointId, isAll, ...partsOf('since', since), ...partsOf('at', at) }
  await jobs.enqueue(tx, { name: replayJob, key: id, accountId, input })
}

/** No number of the queue is as long as an instant. */
export const partsOf = (field: 'since' | 'at', instant: Instant) => ({
  [field]: Math.floor(instant / 1_000),
  [`${field}Ms`]: instant % 1_000,
})
const instantIn = (input: Job['input'], field: 'since' | 'at'): Instant =>
  Number(input[field]) * 1_000 + Number(input[`${field}Ms`])

export async function replayOn({ database }: Pick<WebhooksDeps, 'database'>, job: Job) {
  const { accountId, input } = job
  if (accountId === null) return
  const again = {
    ...{ id: String(input['id']), endpointId: String(input['endpointId']) },
    ...{ since: instantIn(input, 'since'), at: instantIn(input, 'at') },
    isAll: input['isAll'] === true,
  }
  await database.inAccount(accountId, async (tx) => {
    const endpoint = await findEndpoint(tx, accountId, again.endpointId, 'change')
    // Paused meanwhile: what is left stays as it is, for another replay.
    if (endpoint?.state === 'active') await replayStep(tx, accountId, again)
  })
}
