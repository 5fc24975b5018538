// The door of webhooks: rooms on its right tell what happens to an account's own programs.

export type { WebhookKind } from './contract.ts'
export { webhooksDataMap } from './data-map.ts'
export type { WebhookPorts, WebhooksDeps } from './deps.ts'
export { type Ended, type Happened, tellEndedInAnyAccount, tellPrograms } from './emit.ts'
export { subscribersOf } from './emit-store.ts'
export { webhooksErrorCodes, webhooksErrorKinds } from './errors.ts'
export { webhooksHolder } from './hold-subject.ts'
export { runRelay, webhooksJobs } from './jobs.ts'
export { webhooksRoutes } from './routes.ts'
export { makeSecret, type Secret, signedHeaders } from './sign.ts'
export { sweepWebhooks } from './sweep.ts'
export {
  type ProgramInUse,
  type ProgramTold,
  programsInUse,
  programsToldOf,
} from './told-store.ts'
