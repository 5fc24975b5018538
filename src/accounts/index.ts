// Public interface of accounts: who is asking, and what they may do.
export {
  type Account,
  accountNamesInAnyAccount,
  accountOf,
  accountsInAnyAccount,
  readAccount,
  systemCaller,
} from './account.ts'
export { actorNames, memberNames, memberRoles } from './actor-names.ts'
export { authenticateWith } from './authenticate.ts'
export { makerOfToken } from './credential-store.ts'
export { accountsDataMap } from './data-map.ts'
export type { AccountsDeps, RecordDeed } from './deps.ts'
export { accountsError, accountsErrorCodes, accountsErrorKinds } from './errors.ts'
export { idempotencyStore } from './idempotency.ts'
export { sweepInvitations } from './invitation.ts'
export { createAccount, makeAccount } from './make-account.ts'
export { type Addressee, memberMay, membersToWriteTo, staffToWriteTo } from './members.ts'
export {
  type JudgePassword,
  judgeHere,
  loadJudge,
  type PasswordOwner,
} from './passwords/judge-password.ts'
export { argon2Passwords, type PasswordCost, type Passwords } from './passwords/passwords.ts'
export { rightsOfRole, rightsOfStaff } from './roles.ts'
export { accountsRoutes } from './routes.ts'
export { type DailyWork, runDaily } from './run-daily.ts'
export { isSetUp, newSetupCode, setUp } from './set-up.ts'
export { isSuspended, memberSince } from './store.ts'
export { createToken } from './token.ts'
