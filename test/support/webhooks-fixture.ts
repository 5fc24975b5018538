// Webhooks over a real database and a real receiver on this machine, for tests of one file.
import {
  type AccountId,
  type Caller,
  type CampaignId,
  type ContactId,
  type MessageId,
  rights,
} from '../../src/kernel/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { fewAtOnce, outgoingAddresses } from '../../src/outgoing/index.ts'
import { type WebhookRequest, webhookKinds } from '../../src/webhooks/contract.ts'
import { deliverDue } from '../../src/webhooks/deliver.ts'
import type { WebhooksDeps } from '../../src/webhooks/deps.ts'
import { tellEndedInAnyAccount, tellPrograms } from '../../src/webhooks/emit.ts'
import { deliverJob } from '../../src/webhooks/jobs.ts'
import { makeWebhook } from '../../src/webhooks/manage-endpoints.ts'
import { readDeliveries } from '../../src/webhooks/read-deliveries.ts'
import { accountsFixture } from './accounts-fixture.ts'
import { seededRandomness } from './clock.ts'
import { startReceiver } from './webhook-receiver.ts'

type Told = Parameters<typeof tellPrograms>[2][number]
/** Whose contact each person is. */
export const contact = '01a210d0-21d9-75bb-863c-0000000000aa' as ContactId
type EndedMessage = { id: string; campaignId?: string; state?: string }
export type WebhooksFixture = Awaited<ReturnType<typeof webhooksFixture>>

export async function webhooksFixture() {
  const receiver = await startReceiver()
  const here = await accountsFixture()
  const cookie = await here.ownerCookie()
  const me = await here.call('GET', '/v1/me', { cookie })
  const accountId = (me.body['account'] as { id: AccountId }).id
  const { database, vault, clock, makeId } = here.deps
  const by = { kind: 'system', what: 'test' } as const
  const caller: Caller = {
    ...{ accountId, by, rights: new Set(rights), language: 'en', traceId: 'test' },
  }
  const told: { endpointId: string; erasureId: string }[] = []
  const deps: WebhooksDeps = {
    ...{ database, vault, clock, makeId, timers: here.clock, logger: silentLogger },
    randomness: seededRandomness(3),
    metrics: createMetrics(),
    addresses: outgoingAddresses(['127.0.0.0/8']),
    resolve: fewAtOnce(here.clock),
    ports: {
      references: async (_tx, _account, messages) =>
        new Map(messages.map((one) => [one, 'order-7'])),
      replyText: async () => 'À demain',
      contactsOf: async (_tx, _account, people) => new Map(people.map((one) => [one, contact])),
      erasureTold: async (_tx, _account, { endpointId, erasureId }) => {
        told.push({ endpointId, erasureId })
      },
    },
    record: async () => undefined,
  }
  /** A test may put something else into `deps`; the next one has these again. */
  const fixture = {
    ...{ receiver, here, deps, caller, accountId, told },
    /** As if nothing had happened yet, for the next test. */
    empty: async () => {
      fixture.deps = deps
      receiver.got.length = 0
      receiver.answer(204)
      told.length = 0
      await here.store.asSuperuser((client) =>
        client.query(`update accounts.account set kind = 'sandbox'; delete from webhooks.endpoint;
          delete from webhooks.delivery; delete from notifications.notice`),
      )
    },
    endpoint: async (more: Partial<WebhookRequest> = {}) => {
      const made = await makeWebhook(fixture.deps, caller, {
        ...{ url: receiver.url, description: '', events: [...webhookKinds] },
        ...{ campaignMessages: false, replyText: false, country: null, ...more },
      })
      return { id: made.webhook.id, secret: made.secret }
    },
    happens: (kind: Told['kind'], more: Partial<Told> = {}) =>
      database.inAccount(accountId, (tx) =>
        tellPrograms(tx, accountId, [{ kind, about: makeId(), at: clock.now(), ...more }]),
      ),
    ends: (messages: readonly EndedMessage[]) =>
      database.inAnyAccount((tx) =>
        tx.together((to) =>
          tellEndedInAnyAccount(
            to,
            messages.map(({ id, campaignId = null, state = 'delivered' }) => ({
              ...{ accountId, messageId: id as MessageId, state, at: clock.now() },
              ...{ campaignId: campaignId as CampaignId | null, reason: null },
            })),
          ),
        ),
      ),
    /** So many messages that were sent one by one. */
    end: (count: number) => fixture.ends(Array.from({ length: count }, () => ({ id: makeId() }))),
    jobOf: (endpointId: string) => ({
      ...{ name: deliverJob, accountId, input: { endpointId } },
      ...{ attempt: 1, isLastAttempt: false, isStopping: () => false },
    }),
    deliver: (endpointId: string) => deliverDue(fixture.deps, fixture.jobOf(endpointId)),
    log: async (endpointId: string) => {
      const page = { endpointId, state: null, before: null, limit: 100 }
      return (await readDeliveries(fixture.deps, caller, page)).items
    },
    lastOf: async (endpointId: string) => (await fixture.log(endpointId))[0],
    bodies: () => receiver.got.map(({ body }) => JSON.parse(body) as Record<string, unknown>),
    later: (ms: number) => here.clock.set(new Date(clock.now() + ms).toISOString()),
    close: async () => {
      await receiver.close()
      await here.close()
    },
  }
  return fixture
}
