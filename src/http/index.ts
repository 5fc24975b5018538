// The server kit: a route, a guard, a problem document. Mechanism only.
export { buildServer } from './build-server.ts'
export { nothing } from './contract.ts'
export { type Cursor, cursorPart, defineCursor } from './cursor.ts'
export { errorsOfEveryRoute, httpErrorCodes, httpErrorKinds } from './errors.ts'
export { type Authenticate, type Authenticated, type Credentials, demandRight } from './guard.ts'
export { healthRoutes } from './health-routes.ts'
export { type HttpLimits, httpLimits } from './http-limits.ts'
export type { IdempotencyStore, KeptAnswer, KeyState } from './idempotency.ts'
export { languageOf } from './language.ts'
export { type ApiFacts, openApiOf } from './openapi/openapi.ts'
export { referencePageOf } from './openapi/reference-page.ts'
export { leavingOrigin, type OwnAddress } from './own-address.ts'
export { InvalidInput, problemMediaType, problemOf, statusOf, statusOfKind } from './problem.ts'
export type { KeyUse } from './request-facts.ts'
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
  type Page,
  type Route,
  type Upload,
} from './route.ts'
export type { AccessEntry, ServerOptions, TokenRequest } from './server-options.ts'
export type { UnknownField } from './strict.ts'
export type { TakeTurn } from './turns.ts'
