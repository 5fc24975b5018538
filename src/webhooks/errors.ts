// Error codes of webhooks; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const webhooksErrorKinds = {
  'webhooks.webhook_not_found': 'not_found',
  'webhooks.delivery_not_found': 'not_found',
  'webhooks.too_many': 'conflict',
  'webhooks.listener_not_found': 'not_found',
  'webhooks.too_many_listeners': 'conflict',
  'webhooks.listener_overrun': 'conflict',
  'webhooks.reason_needed': 'invalid',
  'webhooks.url_invalid': 'invalid',
  'webhooks.url_not_public': 'invalid',
  'webhooks.paused': 'conflict',
  'webhooks.renewed_already': 'conflict',
  'webhooks.since_invalid': 'invalid',
  'webhooks.text_not_allowed': 'forbidden',
} as const satisfies Record<string, ErrorKind>
export type WebhooksErrorCode = keyof typeof webhooksErrorKinds
export const webhooksErrorCodes = Object.keys(webhooksErrorKinds) as WebhooksErrorCode[]

export const webhooksError = (code: WebhooksErrorCode): AppError =>
  new AppError(code, webhooksErrorKinds[code], sentence('en', code) ?? code)
