// The server kit: a route, a guard, a problem document. Mechanism only.
export { buildServer } from './build-server.ts'
export { readCursor, writeCursor } from './cursor.ts'
export { errorsOfEveryRoute, httpErrorCodes } from './errors.ts'
export type { Authenticate, Authenticated, Credentials } from './guard.ts'
export type { IdempotencyStore, KeptAnswer, KeyState } from './idempotency.ts'
export { languageOf } from './language.ts'
export { type ApiFacts, openApiOf } from './openapi.ts'
export { InvalidInput, problemMediaType, problemOf, statusOfKind } from './problem.ts'
export {
  type Download,
  defineDownload,
  definePage,
  defineProgress,
  defineRoute,
  defineUpload,
  type Exchange,
  type Input,
  type Method,
  type Need,
  nothing,
  type Page,
  type Route,
  type Upload,
} from './route.ts'
export type { AccessEntry, ServerOptions } from './server-options.ts'
export type { UnknownField } from './strict.ts'
