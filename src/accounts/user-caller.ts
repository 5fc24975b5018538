// A user as the signer of a record, where no request has made them a caller.
import type { AccountId, Caller, UserId } from '../kernel/index.ts'

/** Only to sign a record; it has no rights. */
export function userCaller(accountId: AccountId, userId: UserId): Caller {
  return {
    accountId,
    by: { kind: 'user', userId },
    rights: new Set(),
    language: 'en',
    traceId: '',
  }
}
