// Error codes of the server kit, and how the web framework's own failures become ours.
import { AppError, type ErrorKind } from '../kernel/index.ts'

export const httpErrorCodes = [
  'http.input_invalid',
  'http.json_malformed',
  'http.body_too_large',
  'http.body_too_slow',
  'http.file_too_large',
  'http.media_type_unsupported',
  'http.file_missing',
  'http.part_behind_file',
  'http.multipart_malformed',
  'http.headers_malformed',
  'http.route_unknown',
  'http.method_not_allowed',
  'http.authentication_required',
  'http.token_unknown',
  'http.right_missing',
  'http.origin_refused',
  'http.too_many_requests',
  'http.too_many_streams',
  'http.cursor_invalid',
  'http.idempotency_key_invalid',
  'http.idempotency_key_reused',
  'http.idempotency_key_in_progress',
  'http.stopping',
  'http.unavailable',
  'http.went_wrong',
] as const

/** The kind of each, for the page of errors. Null: our own mistake. */
export const httpErrorKinds: Readonly<Record<(typeof httpErrorCodes)[number], ErrorKind | null>> = {
  'http.input_invalid': 'invalid',
  'http.json_malformed': 'invalid',
  'http.body_too_large': 'invalid',
  'http.body_too_slow': 'invalid',
  'http.file_too_large': 'invalid',
  'http.media_type_unsupported': 'invalid',
  'http.file_missing': 'invalid',
  'http.part_behind_file': 'invalid',
  'http.multipart_malformed': 'invalid',
  'http.headers_malformed': 'invalid',
  'http.route_unknown': 'not_found',
  'http.method_not_allowed': 'invalid',
  'http.authentication_required': 'unauthenticated',
  'http.token_unknown': 'unauthenticated',
  'http.right_missing': 'forbidden',
  'http.origin_refused': 'forbidden',
  'http.too_many_requests': 'rate_limited',
  'http.too_many_streams': 'rate_limited',
  'http.cursor_invalid': 'invalid',
  'http.idempotency_key_invalid': 'invalid',
  'http.idempotency_key_reused': 'conflict',
  'http.idempotency_key_in_progress': 'conflict',
  'http.stopping': 'unavailable',
  'http.unavailable': 'unavailable',
  'http.went_wrong': null,
}

/** Codes that any route may answer; a route's own list names the rest. */
export const errorsOfEveryRoute = [
  'http.input_invalid',
  'http.json_malformed',
  'http.body_too_large',
  'http.media_type_unsupported',
  'http.authentication_required',
  'http.token_unknown',
  'http.right_missing',
  'http.unavailable',
  'http.went_wrong',
] as const

/** Fastify's failures by its own codes; what is not here stays what it is. */
export function fromFramework(error: unknown, expected: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const code = (error as { code?: unknown }).code
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_FIELDS_LIMIT':
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
      return bodyTooLarge()
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new AppError(
        'http.media_type_unsupported',
        'invalid',
        `Send the body as ${expected}.`,
        { details: { expected } },
      )
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return malformed()
    case 'FST_PROTO_VIOLATION':
    case 'FST_INVALID_JSON_FIELD_ERROR':
    case 'FST_PREMATURE_CLOSE':
      return multipartMalformed()
    default:
      if (error.name === 'SyntaxError' && (error as { statusCode?: number }).statusCode === 400) {
        return malformed()
      }
      if (/multipart|Part terminated early|Malformed part/i.test(error.message)) {
        return multipartMalformed()
      }
      return isOfTheAddress(error) ? routeUnknown() : error
  }
}

/** An address that leads out of the served folder, or is none: `/../`, `/%zz`. */
function isOfTheAddress(error: Error): boolean {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  return code === 'FST_ERR_BAD_URL' || statusCode === 403 || statusCode === 404
}

export function routeUnknown(): AppError {
  return new AppError(
    'http.route_unknown',
    'not_found',
    'There is nothing at this address; see /v1/openapi.json for what there is.',
  )
}

/** The address is right, and something else is to be asked of it. */
export function methodNotAllowed(allowed: string): AppError {
  return new AppError(
    'http.method_not_allowed',
    'invalid',
    `This address takes another method: ${allowed}.`,
    { details: { allowed } },
  )
}

export function stopping(): AppError {
  return new AppError(
    'http.stopping',
    'unavailable',
    'The server is being stopped; try again in a few seconds.',
    { details: { seconds: 5 } },
  )
}

export function bodyTooLarge(): AppError {
  return new AppError(
    'http.body_too_large',
    'invalid',
    'The request is larger than this address accepts.',
  )
}

function malformed(): AppError {
  return new AppError('http.json_malformed', 'invalid', 'The body is not valid JSON.')
}

function multipartMalformed(): AppError {
  return new AppError(
    'http.multipart_malformed',
    'invalid',
    'The multipart/form-data body is damaged or was cut short; send it again.',
  )
}
