// Tells one endpoint what is due: one process at a time, a few at once, until nothing is due.
import type { Job } from '../jobs/index.ts'
import type { AccountId, Instant } from '../kernel/index.ts'
import { notify } from '../notifications/index.ts'
import { failureFields } from '../observability/index.ts'
import { makeAgent, type Posted, postJson, waitAsked } from '../outgoing/index.ts'
import type { Tx } from '../storage/index.ts'
import { ruleFor } from './address.ts'
import type { DeliveryError, PauseWhy } from './contract.ts'
import {
  type Delivery,
  dueDeliveries,
  isAllDelivered,
  isAskedByHand,
  noteTry,
  type Tried,
} from './delivery-store.ts'
import type { WebhooksDeps } from './deps.ts'
import {
  type Endpoint,
  findEndpoint,
  holdEndpoint,
  lockHeld,
  noteHealth,
  releaseEndpoint,
  restEndpoint,
} from './endpoint-store.ts'
import { pauseAndHold } from './long-log.ts'
import { noTexts, payloadsOf, textsOf } from './payload.ts'
import {
  askedUntil,
  failingFrom,
  faultRestMs,
  isGivenUp,
  laterOf,
  nextTry,
  restAfter,
  restAsked,
} from './schedule.ts'
import { openSecrets, openUrl } from './secrets.ts'
import { type Secret, signedHeaders } from './sign.ts'

const answerWithinMs = 15_000
/** Longer than a round of tellings can take; what is killed is told again after it. */
const holdMs = 30_000
/** At once to one endpoint; one alone where the last ones failed. */
const atOnce = 5
/** Then another endpoint has its turn, and a server that stops does not wait for what is left. */
const turnMs = 3_000
const gone = 410

type Work = { accountId: AccountId; endpointId: string; holder: string }
type Result = {
  delivery: Delivery
  status: number | null
  error: DeliveryError | null
  durationMs: number
  /** Until when the answer asks to wait; null: it does not, or it is a success. */
  asked: Instant | null
}

export async function deliverDue(deps: WebhooksDeps, job: Job): Promise<void> {
  const { accountId } = job
  // Its keys are destroyed, or not there: nothing of it can be opened.
  if (accountId === null || !deps.vault.hasAccountKeys(accountId)) return
  const endpointId = String(job.input['endpointId'])
  const work: Work = { accountId, endpointId, holder: deps.makeId() }
  const endsAt = deps.timers.monotonicMs() + turnMs
  try {
    while (deps.timers.monotonicMs() < endsAt && (await tellRound(deps, work))) {
      // Each round holds the endpoint anew.
    }
  } catch (error) {
    await restAfterFault(deps, work)
    throw error
  } finally {
    await deps.database.inAccount(accountId, (tx) =>
      releaseEndpoint(tx, accountId, { id: endpointId, by: work.holder, at: deps.clock.now() }),
    )
  }
}

/** What breaks here would break again each second; the program is not to blame. */
async function restAfterFault(deps: WebhooksDeps, work: Work): Promise<void> {
  const { accountId, endpointId: id } = work
  const until = deps.clock.now() + faultRestMs
  try {
    await deps.database.inAccount(accountId, (tx) => restEndpoint(tx, accountId, { id, until }))
  } catch (error) {
    deps.logger.warn('webhooks.rest_not_noted', failureFields(error))
  }
}

type Round = {
  endpoint: Endpoint
  deliveries: Delivery[]
  bodies: Map<string, string>
}

/** False: nothing is due, or the endpoint is to be left alone. */
async function tellRound(deps: WebhooksDeps, work: Work): Promise<boolean> {
  const round = await takeRound(deps, work)
  if (round === null || round.deliveries.length === 0) return false
  const results = await tellAll(deps, work, round)
  await deps.database.inAccount(work.accountId, (tx) =>
    noteResults(deps, tx, work, { urlSealed: round.endpoint.urlSealed, results }),
  )
  return results.some(({ error }) => error === null)
}

function takeRound(deps: WebhooksDeps, work: Work): Promise<Round | null> {
  const { accountId, endpointId, holder } = work
  return deps.database.inAccount(accountId, async (tx) => {
    await lockHeld(tx, accountId)
    const at = deps.clock.now()
    const held = { id: endpointId, by: holder, at, until: at + holdMs }
    const endpoint = await holdEndpoint(tx, accountId, held)
    if (endpoint === null) return null
    const limit = endpoint.failures > 0 ? 1 : atOnce
    const { pauses } = endpoint
    const deliveries = await dueDeliveries(tx, accountId, { endpointId, pauses, at, limit })
    const texts = endpoint.replyText ? await textsOf(deps, tx, accountId, deliveries) : noTexts
    const bodies = await payloadsOf(deps, tx, accountId, { deliveries, texts })
    return { endpoint, deliveries, bodies }
  })
}

async function tellAll(
  deps: WebhooksDeps,
  { accountId }: Work,
  { endpoint, deliveries, bodies }: Round,
): Promise<Result[]> {
  const url = new URL(openUrl(deps, accountId, endpoint))
  const secrets = openSecrets(deps, accountId, endpoint, deps.clock.now())
  const trust = deps.ca === undefined ? {} : { ca: deps.ca }
  const agent = makeAgent(url, { connectionsMax: atOnce, trust })
  try {
    return await Promise.all(
      deliveries.map((delivery) =>
        tell(deps, { url, secrets, agent, delivery, body: bodies.get(delivery.id) ?? '' }),
      ),
    )
  } finally {
    agent.destroy()
  }
}

async function tell(
  deps: WebhooksDeps,
  asked: {
    url: URL
    secrets: readonly Secret[]
    agent: ReturnType<typeof makeAgent>
    delivery: Delivery
    body: string
  },
): Promise<Result> {
  const { url, secrets, agent, delivery, body } = asked
  const from = deps.timers.monotonicMs()
  const signed = signedHeaders(secrets, { id: delivery.id, at: deps.clock.now(), body })
  const posted = await postJson({
    url,
    headers: { 'user-agent': 'Accord-Webhooks', ...signed },
    body,
    agent,
    timeoutMs: answerWithinMs,
    allows: ruleFor(deps.addresses, url),
    resolve: deps.resolve,
    timers: deps.timers,
    isStatusEnough: true,
  })
  const durationMs = Math.round(deps.timers.monotonicMs() - from)
  const status = posted.kind === 'answered' ? posted.status : null
  const error = errorOf(posted)
  const until = error === null ? null : askedBy(posted, deps.clock.now())
  return { delivery, status, error, durationMs, asked: until }
}

const askedBy = (posted: Posted, at: Instant): Instant | null =>
  posted.kind === 'answered' ? askedUntil(waitAsked(posted.retryAfter, at), at) : null

function errorOf(posted: Posted): DeliveryError | null {
  if (posted.kind !== 'answered') return posted.why
  if (posted.status >= 200 && posted.status < 300) return null
  return posted.status >= 300 && posted.status < 400 ? 'redirected' : 'refused_status'
}

async function noteResults(
  deps: WebhooksDeps,
  tx: Tx,
  { accountId, endpointId }: Work,
  { urlSealed, results }: { urlSealed: Buffer; results: readonly Result[] },
): Promise<void> {
  const at = deps.clock.now()
  const endpoint = await findEndpoint(tx, accountId, endpointId, 'change')
  if (endpoint === null) return
  for (const result of inOrder(results)) {
    await noteTry(tx, accountId, triedOf(deps, { endpoint, result, at }))
    const outcome = result.error === null ? 'delivered' : 'failed'
    deps.metrics.count('accord_webhooks_total', { outcome })
  }
  await tellErasures(deps, tx, { accountId, endpointId, results, at })
  // Led elsewhere meanwhile: what the old address answered says nothing of the new one.
  if (!endpoint.urlSealed.equals(urlSealed)) return
  const why = await noteEndpoint(tx, accountId, { endpoint, results, at })
  if (why !== null) await pauseAndTell(tx, accountId, { endpoint, why, at })
}

/** As an erasure takes them, which holds some of the same rows. */
const inOrder = (results: readonly Result[]): Result[] =>
  [...results].sort((one, other) => (one.delivery.id < other.delivery.id ? -1 : 1))

function triedOf(
  { randomness }: Pick<WebhooksDeps, 'randomness'>,
  { endpoint, result, at }: { endpoint: Endpoint; result: Result; at: Instant },
): Tried {
  const { delivery, status, error, durationMs, asked } = result
  const chance = (randomness.bytes(1)[0] ?? 0) / 255
  return {
    ...{ endpointId: endpoint.id, pauses: endpoint.pauses, id: delivery.id },
    ...{ triesBefore: delivery.tries, at, status, error, durationMs, askedUntil: asked },
    nextAt: error === null ? null : nextTry(delivery.tries + 1, at, { chance, asked }),
  }
}

/** The day of a success stands on the record of the erasure. */
async function tellErasures(
  deps: WebhooksDeps,
  tx: Tx,
  told: { accountId: AccountId; endpointId: string; results: readonly Result[]; at: Instant },
): Promise<void> {
  const { accountId, endpointId, at } = told
  const erasures = new Set(
    told.results.flatMap(({ delivery: { kind, about }, error }) =>
      kind === 'contact.erased' && about !== null && error === null ? [about] : [],
    ),
  )
  for (const erasureId of erasures) {
    if (await isAllDelivered(tx, accountId, { endpointId, about: erasureId })) {
      await deps.ports.erasureTold(tx, accountId, { endpointId, erasureId, at })
    }
  }
}

/** Why it is to be paused; null: it goes on. */
async function noteEndpoint(
  tx: Tx,
  accountId: AccountId,
  { endpoint, results, at }: { endpoint: Endpoint; results: readonly Result[]; at: Instant },
): Promise<PauseWhy | null> {
  const isWell = results.some(({ error }) => error === null)
  const { id: endpointId, pauses, restUntil: rested } = endpoint
  const failingSince = isWell ? null : failingFrom({ ...endpoint, rested }, at)
  const failures = isWell ? 0 : endpoint.failures + 1
  // A test, or a try by hand, that was asked for meanwhile waits for no rest.
  const isAsked = await isAskedByHand(tx, accountId, { endpointId, pauses })
  const restUntil = isAsked ? at : laterOf(restAfter(failures, at), restAsked(results))
  await noteHealth(tx, accountId, { id: endpoint.id, failingSince, failures, restUntil })
  if (endpoint.state === 'paused') return null
  if (results.some(({ status }) => status === gone)) return 'gone'
  return isGivenUp(failingSince, at) ? 'failing' : null
}

async function pauseAndTell(
  tx: Tx,
  accountId: AccountId,
  { endpoint, why, at }: { endpoint: Endpoint; why: PauseWhy; at: Instant },
): Promise<void> {
  await pauseAndHold(tx, accountId, { id: endpoint.id, why, at })
  await notify(tx, accountId, {
    kind: 'webhook_paused',
    about: endpoint.id,
    step: String(at),
    details: { name: endpoint.host, variant: why },
    at,
  })
}
