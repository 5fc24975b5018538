// The HTTP of webhooks: endpoints, their log, tests and replays. Thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import { webhooksApi } from './contract-api.ts'
import type { WebhooksDeps } from './deps.ts'
import * as listen from './listen.ts'
import * as manage from './manage-endpoints.ts'
import { readDeliveries, readDelivery, replaySince, retryDelivery } from './read-deliveries.ts'

const deliveryCursor = defineCursor('webhook_deliveries', {
  at: cursorPart.instant(),
  id: cursorPart.uuid(),
})

/** An address is looked up; a test, or a try by hand, is one request to somebody else's server. */
const triesPerMinuteMax = 30
/** Of five terminals that look each second, and of one that catches up. */
const takesPerMinuteMax = 600

export function webhooksRoutes(deps: WebhooksDeps): Route[] {
  return [
    ...[...endpointRoutes(deps), ...actRoutes(deps)],
    ...[...deliveryRoutes(deps), ...listenRoutes(deps)],
  ]
}

function endpointRoutes(deps: WebhooksDeps): Route[] {
  const errors = ['webhooks.url_invalid', 'webhooks.url_not_public'] as const
  return [
    defineRoute({
      ...webhooksApi['GET /v1/webhooks'],
      needs: 'webhooks.manage',
      summary: 'List the webhooks of the account',
      handle: async (caller) => ({ items: await manage.listWebhooks(deps, caller) }),
    }),
    defineRoute({
      ...webhooksApi['POST /v1/webhooks'],
      needs: 'webhooks.manage',
      summary: 'Add a webhook; its secret is shown this once',
      description:
        'Each event is one signed POST (Standard Webhooks). It may come twice, with the same ' +
        '`webhook-id`, and not in order. It is tried eight times over 28 hours, ' +
        'or longer where an answer asks to wait (`Retry-After`).',
      errors: [...errors, 'webhooks.too_many', 'webhooks.text_not_allowed'],
      perMinuteMax: triesPerMinuteMax,
      handle: (caller, { body }) => manage.makeWebhook(deps, caller, body),
    }),
    defineRoute({
      ...webhooksApi['GET /v1/webhooks/{id}'],
      needs: 'webhooks.manage',
      summary: 'Show a webhook',
      errors: ['webhooks.webhook_not_found'],
      handle: (caller, { params }) => manage.readWebhook(deps, caller, params.id),
    }),
    defineRoute({
      ...webhooksApi['PATCH /v1/webhooks/{id}'],
      needs: 'webhooks.manage',
      summary: 'Change a webhook, pause it or resume it',
      errors: [...errors, 'webhooks.webhook_not_found', 'webhooks.text_not_allowed'],
      perMinuteMax: triesPerMinuteMax,
      handle: (caller, { params, body }) =>
        manage.changeWebhook(deps, caller, { id: params.id, ...body }),
    }),
    defineRoute({
      ...webhooksApi['DELETE /v1/webhooks/{id}'],
      needs: 'webhooks.manage',
      summary: 'Delete a webhook with its log',
      errors: ['webhooks.webhook_not_found'],
      handle: (caller, { params }) => manage.deleteWebhook(deps, caller, params.id),
    }),
  ]
}

function actRoutes(deps: WebhooksDeps): Route[] {
  return [
    defineRoute({
      ...webhooksApi['POST /v1/webhooks/{id}/secret'],
      needs: 'webhooks.manage',
      summary: 'Renew the secret; for 24 hours the old one signs as well',
      errors: ['webhooks.webhook_not_found', 'webhooks.renewed_already'],
      handle: (caller, { params }) => manage.renewWebhookSecret(deps, caller, params.id),
    }),
    defineRoute({
      ...webhooksApi['POST /v1/webhooks/{id}/test'],
      needs: 'webhooks.manage',
      summary: 'Send a test event; the log shows what became of it',
      errors: ['webhooks.webhook_not_found', 'webhooks.paused'],
      perMinuteMax: triesPerMinuteMax,
      handle: (caller, { params }) => manage.testWebhook(deps, caller, params.id),
    }),
    defineRoute({
      ...webhooksApi['POST /v1/webhooks/{id}/replay'],
      needs: 'webhooks.manage',
      summary: 'Send again what happened since an instant, under the same ids',
      errors: ['webhooks.webhook_not_found', 'webhooks.paused', 'webhooks.since_invalid'],
      perMinuteMax: triesPerMinuteMax,
      handle: (caller, { params, body }) =>
        replaySince(deps, caller, { endpointId: params.id, ...body }),
    }),
  ]
}

function deliveryRoutes(deps: WebhooksDeps): Route[] {
  return [
    defineRoute({
      ...webhooksApi['GET /v1/webhooks/{id}/deliveries'],
      needs: 'webhooks.manage',
      summary: 'List what was sent to a webhook in the last 30 days, the newest first',
      errors: ['webhooks.webhook_not_found'],
      handle: async (caller, { params, query }) => {
        const { items, last } = await readDeliveries(deps, caller, {
          endpointId: params.id,
          state: query.state ?? null,
          before: deliveryCursor.read(query.cursor),
          limit: query.limit,
        })
        return { items, nextCursor: last === null ? null : deliveryCursor.write(last) }
      },
    }),
    defineRoute({
      ...webhooksApi['GET /v1/webhooks/{id}/deliveries/{deliveryId}'],
      needs: 'webhooks.manage',
      summary: 'Show what became of one event',
      errors: ['webhooks.webhook_not_found', 'webhooks.delivery_not_found'],
      handle: (caller, { params }) =>
        readDelivery(deps, caller, { endpointId: params.id, id: params.deliveryId }),
    }),
    defineRoute({
      ...webhooksApi['POST /v1/webhooks/{id}/deliveries/{deliveryId}/retry'],
      needs: 'webhooks.manage',
      summary: 'Send one event again, under the same id',
      errors: ['webhooks.webhook_not_found', 'webhooks.delivery_not_found', 'webhooks.paused'],
      perMinuteMax: triesPerMinuteMax,
      handle: (caller, { params }) =>
        retryDelivery(deps, caller, { endpointId: params.id, id: params.deliveryId }),
    }),
  ]
}

function listenRoutes(deps: WebhooksDeps): Route[] {
  return [
    defineRoute({
      ...webhooksApi['POST /v1/webhook-listeners'],
      needs: 'webhooks.manage',
      summary: 'Listen to events without an address, for as long as you ask for them',
      description:
        'For a terminal, as `accord webhooks listen` does. What happens from now on is kept for ' +
        'it until it is taken. It is no recipient of erasures, and counts for no webhook. The ' +
        'journal notes each reply whose text it is given, with the reason.',
      errors: [
        ...(['webhooks.too_many_listeners', 'webhooks.text_not_allowed'] as const),
        'webhooks.reason_needed',
      ],
      perMinuteMax: triesPerMinuteMax,
      handle: (caller, { body }) => listen.startListening(deps, caller, body),
    }),
    defineRoute({
      ...webhooksApi['POST /v1/webhook-listeners/{id}/take'],
      needs: 'webhooks.manage',
      summary: 'Take the events that wait for a listener, the oldest first',
      errors: [
        ...(['webhooks.listener_not_found', 'webhooks.listener_overrun'] as const),
        ...(['webhooks.text_not_allowed', 'webhooks.reason_needed'] as const),
      ],
      perMinuteMax: takesPerMinuteMax,
      handle: (caller, { params, body }) =>
        listen.takeEvents(deps, caller, { id: params.id, ...body }),
    }),
    defineRoute({
      ...webhooksApi['DELETE /v1/webhook-listeners/{id}'],
      needs: 'webhooks.manage',
      summary: 'End a listener with all that waits for it',
      errors: ['webhooks.listener_not_found'],
      handle: (caller, { params }) => listen.stopListening(deps, caller, params.id),
    }),
  ]
}
