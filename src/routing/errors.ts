// Error codes of routing; each sentence says what to do.
import { type SenderRefusal, senderRefusals } from '../countries/index.ts'
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'

const kinds = {
  'routing.route_not_found': 'not_found',
  'routing.route_name_taken': 'conflict',
  'routing.supplier_not_found': 'not_found',
  'routing.url_invalid': 'invalid',
  'routing.hours_invalid': 'invalid',
  'routing.http_missing': 'invalid',
  'routing.http_not_public': 'invalid',
  'routing.kind_fixed': 'invalid',
  'routing.test_number': 'invalid',
  'routing.test_closed': 'conflict',
  'routing.secret_needed': 'invalid',
  'routing.tls_ca_invalid': 'invalid',
  'routing.tls_unused': 'invalid',
  'routing.receipts_unknown': 'forbidden',
  'routing.sender_not_found': 'not_found',
  'routing.sender_taken': 'conflict',
  'routing.sender_needs_evidence': 'invalid',
  'routing.sender_was_refused': 'invalid',
} as const satisfies Record<string, ErrorKind>

/** What kind each is: it decides the status of the answer. */
export const routingErrorKinds: Readonly<Record<string, ErrorKind>> = kinds

export type RoutingErrorCode = keyof typeof kinds
export const routingErrorCodes = Object.keys(kinds) as RoutingErrorCode[]

export function routingError(
  code: RoutingErrorCode,
  message: string,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  return new AppError(code, kinds[code], message, { details })
}

/**
 * A refused sender answers with the refusal as its code, so that its sentence tells what to mend.
 */
export const senderRefusalCodes = senderRefusals.map((refusal) => `routing.${refusal}` as const)

export function senderRefused(refusal: SenderRefusal): AppError {
  return new AppError(
    `routing.${refusal}`,
    'invalid',
    'This sender may not be shown; choose another one.',
  )
}
