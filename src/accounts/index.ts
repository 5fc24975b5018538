// Public interface of accounts: who is asking, and what they may do.
export {
  type Account,
  accountNamesInAnyAccount,
  accountOf,
  accountsInAnyAccount,
  readAccount,
  systemCaller,
} from './account.ts'
export { actorNames, memberNames, memberRoles, staffNames } from './actor-names.ts'
export { attemptLimits, placeOf } from './attempts.ts'
export { authenticateWith } from './authenticate.ts'
export { cookieText } from './cookies.ts'
export { makerOfToken, sessionsInAnyAccount } from './credential-store.ts'
export { accountsDataMap } from './data-map.ts'
export type { AccountsDeps, RecordDeed, UserMail } from './deps.ts'
export { accountsError, accountsErrorCodes, accountsErrorKinds } from './errors.ts'
export { secondFactorsInAnyAccount } from './factors/rule-store.ts'
export { revealNeedsFactor } from './factors/rules.ts'
export { takeFactorOnMachine } from './factors/take-away.ts'
export { runVoidedNews, tellVoided } from './factors/tell-voided.ts'
export { endWhatCameBack, passkeyOnlyUsers, type WhatEnded } from './factors/void-codes.ts'
export { idempotencyStore } from './idempotency.ts'
export { sweepInvitations } from './invitations/invitation.ts'
export { createAccount } from './invitations/open-account.ts'
export { makeAccount } from './make-account.ts'
export {
  type Addressee,
  memberMay,
  membersToWriteTo,
  membersWho,
  ownersToWriteTo,
  staffToWriteTo,
} from './members.ts'
export {
  type JudgePassword,
  judgeHere,
  loadJudge,
  type PasswordOwner,
} from './passwords/judge-password.ts'
export {
  argon2Passwords,
  type PasswordCost,
  type Passwords,
  passwordCost,
} from './passwords/passwords.ts'
export { type PasswordsKept, passwordsKept } from './passwords/passwords-store.ts'
export { type OwnerShown, proveOwner } from './passwords/prove-owner.ts'
export { makeResetOnMachine, runResets } from './passwords/reset-password.ts'
export { type RequestLog, requestLog, sweepRequestLog } from './request-log/write-requests.ts'
export { rightsOfRole, rightsOfStaff } from './roles.ts'
export { accountsRoutes } from './routes.ts'
export { type DailyWork, runDaily } from './run-daily.ts'
export { sessionLimits } from './session.ts'
export { isSetUp, newSetupCode, setUp } from './set-up.ts'
export {
  findAccount as findAccountRow,
  isSuspended,
  memberSince,
  sandboxAheadMs,
  setDeletionDue,
  staffOfOnlyThisInAnyAccount,
} from './store.ts'
export { createToken } from './tokens/token.ts'
export { listUsers } from './user.ts'
