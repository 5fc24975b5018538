// The account's side of webhooks: endpoints made, changed, paused, tested, renewed, deleted.
import { accountOf } from '../accounts/index.ts'
import { type AccountId, type Caller, isoTime, isoTimeOrNull } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hostOf, readAddress } from './address.ts'
import {
  endpointsMax,
  oldSecretHours,
  type WebhookChange,
  type WebhookRequest,
  type WebhookView,
  webhookTestKind,
} from './contract.ts'
import type { WebhooksDeps } from './deps.ts'
import { insertTest } from './emit-store.ts'
import * as store from './endpoint-store.ts'
import { webhooksError } from './errors.ts'
import { deleteWithLog, pauseAndHold } from './long-log.ts'
import { openSecrets, openUrl, sealSecret, sealUrl } from './secrets.ts'
import { makeSecret } from './sign.ts'

const hourMs = 3_600_000

function viewOf(deps: WebhooksDeps, accountId: AccountId, endpoint: store.Endpoint): WebhookView {
  const { id, host, description, kinds, campaignMessages, replyText, state, pauseWhy } = endpoint
  const { oldSecretUntil, restUntil, country } = endpoint
  const now = deps.clock.now()
  const isOldGood = oldSecretUntil !== null && oldSecretUntil > now
  const rests = restUntil !== null && restUntil > now
  return {
    ...{ id, host, description, events: kinds, campaignMessages, replyText, state, pauseWhy },
    url: openUrl(deps, accountId, endpoint),
    country,
    pausedAt: isoTimeOrNull(endpoint.pausedAt),
    failingSince: isoTimeOrNull(endpoint.failingSince),
    restUntil: rests ? isoTime(restUntil) : null,
    oldSecretUntil: isOldGood ? isoTime(oldSecretUntil) : null,
    replay: replayOf(endpoint),
    createdAt: isoTime(endpoint.createdAt),
  }
}

/** A pause ends a replay. */
function replayOf({ replay, pauses }: store.Endpoint): WebhookView['replay'] {
  if (replay === null) return null
  const { since, at, isAll, count, isDone } = replay
  const state = isDone ? 'done' : replay.pauses === pauses ? 'running' : 'stopped'
  return { since, at, only: isAll ? 'all' : 'missed', count, state }
}

export async function endpointOf(
  tx: Tx,
  accountId: AccountId,
  id: string,
  how: 'read' | 'change' = 'read',
): Promise<store.Endpoint> {
  const endpoint = await store.findEndpoint(tx, accountId, id, how)
  if (endpoint === null) throw webhooksError('webhooks.webhook_not_found')
  return endpoint
}

export function listWebhooks(deps: WebhooksDeps, { accountId }: Caller): Promise<WebhookView[]> {
  return deps.database.inAccount(accountId, async (tx) => {
    const endpoints = await store.listEndpoints(tx, accountId)
    return endpoints.map((one) => viewOf(deps, accountId, one))
  })
}

export function readWebhook(
  deps: WebhooksDeps,
  { accountId }: Caller,
  id: string,
): Promise<WebhookView> {
  return deps.database.inAccount(accountId, async (tx) =>
    viewOf(deps, accountId, await endpointOf(tx, accountId, id)),
  )
}

/** Texts of replies go to nobody by the hand of somebody who may not see them. */
export function demandMayReveal({ rights }: Caller, replyText: boolean): void {
  if (replyText && !rights.has('contacts.reveal')) throw webhooksError('webhooks.text_not_allowed')
}

async function addressFor(deps: WebhooksDeps, { accountId }: Caller, text: string): Promise<URL> {
  const { kind } = await deps.database.inAccount(accountId, (tx) => accountOf(tx, accountId))
  return readAddress(deps, text, { isTrial: kind === 'sandbox' })
}

export async function makeWebhook(
  deps: WebhooksDeps,
  caller: Caller,
  request: WebhookRequest,
): Promise<{ webhook: WebhookView; secret: string }> {
  const { accountId } = caller
  demandMayReveal(caller, request.replyText)
  const url = await addressFor(deps, caller, request.url)
  const id = deps.makeId()
  const secret = makeSecret(deps.randomness)
  return deps.database.inAccount(accountId, async (tx) => {
    if ((await store.lockCount(tx, accountId)) >= endpointsMax) {
      throw webhooksError('webhooks.too_many')
    }
    const { description, events, campaignMessages, replyText, country } = request
    await store.insertEndpoint(tx, accountId, {
      ...{ id, host: hostOf(url), urlSealed: sealUrl(deps, accountId, id, url.href) },
      ...{ description, kinds: [...new Set(events)], campaignMessages, replyText },
      country,
      secretSealed: sealSecret(deps, accountId, { id, secret, column: 'secret_sealed' }),
      createdAt: deps.clock.now(),
    })
    await deps.record(tx, caller, { action: 'webhooks.made', details: { webhook: id } })
    const webhook = viewOf(deps, accountId, await endpointOf(tx, accountId, id))
    return { webhook, secret: secret.reveal('show_to_user') }
  })
}

export async function changeWebhook(
  deps: WebhooksDeps,
  caller: Caller,
  { id, ...change }: WebhookChange & { id: string },
): Promise<WebhookView> {
  const { accountId } = caller
  const url = change.url === undefined ? null : await addressFor(deps, caller, change.url)
  return deps.database.inAccount(accountId, async (tx) => {
    const held = await endpointOf(tx, accountId, id, 'change')
    const replyText = change.replyText ?? held.replyText
    // Where it goes, or what it carries, is chosen anew by whoever changes it.
    const isNewReach = url !== null || change.replyText !== undefined
    if (isNewReach) demandMayReveal(caller, replyText)
    await store.changeEndpoint(tx, accountId, {
      ...{ id, replyText },
      isElsewhere: url !== null && url.href !== openUrl(deps, accountId, held),
      host: url === null ? held.host : hostOf(url),
      urlSealed: url === null ? held.urlSealed : sealUrl(deps, accountId, id, url.href),
      description: change.description ?? held.description,
      kinds: change.events === undefined ? held.kinds : [...new Set(change.events)],
      campaignMessages: change.campaignMessages ?? held.campaignMessages,
      country: change.country === undefined ? held.country : change.country,
    })
    await deps.record(tx, caller, { action: 'webhooks.changed', details: { webhook: id } })
    if (change.state !== undefined && change.state !== held.state) {
      await switchState(deps, tx, caller, { id, state: change.state })
    }
    return viewOf(deps, accountId, await endpointOf(tx, accountId, id))
  })
}

async function switchState(
  deps: WebhooksDeps,
  tx: Tx,
  caller: Caller,
  { id, state }: { id: string; state: 'active' | 'paused' },
): Promise<void> {
  const { accountId } = caller
  if (state === 'active') await store.resumeEndpoint(tx, accountId, id)
  else await pauseAndHold(tx, accountId, { id, why: 'user', at: deps.clock.now() })
  const action = state === 'active' ? 'webhooks.resumed' : 'webhooks.paused'
  await deps.record(tx, caller, { action, details: { webhook: id } })
}

export async function deleteWebhook(deps: WebhooksDeps, caller: Caller, id: string): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    await endpointOf(tx, accountId, id, 'change')
    await deleteWithLog(tx, accountId, id)
    await deps.record(tx, caller, { action: 'webhooks.deleted', details: { webhook: id } })
  })
}

export async function renewWebhookSecret(
  deps: WebhooksDeps,
  caller: Caller,
  id: string,
): Promise<{ secret: string; oldSecretUntil: string }> {
  const { accountId } = caller
  const secret = makeSecret(deps.randomness)
  return deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    const held = await endpointOf(tx, accountId, id, 'change')
    // A program that knows the one before would verify nothing any more.
    if (held.oldSecretUntil !== null && held.oldSecretUntil > at) {
      throw webhooksError('webhooks.renewed_already')
    }
    const [old] = openSecrets(deps, accountId, held, at)
    const until = at + oldSecretHours * hourMs
    await store.renewSecret(tx, accountId, {
      ...{ id, until },
      secretSealed: sealSecret(deps, accountId, { id, secret, column: 'secret_sealed' }),
      oldSecretSealed: sealSecret(deps, accountId, {
        id,
        secret: old,
        column: 'old_secret_sealed',
      }),
    })
    await deps.record(tx, caller, { action: 'webhooks.secret_renewed', details: { webhook: id } })
    return { secret: secret.reveal('show_to_user'), oldSecretUntil: isoTime(until) }
  })
}

/** A paused endpoint is told nothing, a test included. */
export async function testWebhook(
  deps: WebhooksDeps,
  { accountId }: Caller,
  endpointId: string,
): Promise<{ id: string }> {
  const id = deps.makeId()
  return deps.database.inAccount(accountId, async (tx) => {
    const { state, pauses } = await endpointOf(tx, accountId, endpointId, 'change')
    if (state === 'paused') throw webhooksError('webhooks.paused')
    const at = deps.clock.now()
    await store.endRest(tx, accountId, { id: endpointId, at })
    await insertTest(tx, accountId, { endpointId, pauses, id, kind: webhookTestKind, at })
    return { id }
  })
}
