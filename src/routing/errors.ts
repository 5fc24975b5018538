// Error codes of routing; each sentence says what to do.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'

const kinds = {
  'routing.route_not_found': 'not_found',
  'routing.route_name_taken': 'conflict',
  'routing.supplier_not_found': 'not_found',
  'routing.url_invalid': 'invalid',
  'routing.hours_invalid': 'invalid',
  'routing.sender_not_found': 'not_found',
  'routing.sender_taken': 'conflict',
  'routing.sender_refused': 'invalid',
  'routing.sender_needs_evidence': 'invalid',
} as const satisfies Record<string, ErrorKind>

export type RoutingErrorCode = keyof typeof kinds
export const routingErrorCodes = Object.keys(kinds) as RoutingErrorCode[]

export function routingError(
  code: RoutingErrorCode,
  message: string,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  return new AppError(code, kinds[code], message, { details })
}
