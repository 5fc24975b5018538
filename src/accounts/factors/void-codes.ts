// What of a database that went back in time would open again, and shall not.
import type { Database } from '../../storage/index.ts'
import { deleteAllSessionsInAnyAccount } from '../credential-store.ts'
import { countPasskeyOnly } from './factor-store.ts'
import {
  deleteAllHalfSessions,
  deleteAllRecoveryCodes,
  deleteAllResets,
  deleteWaitingEmails,
  type Voided,
} from './voided-store.ts'

export type WhatEnded = { recoveryCodesVoidOf: number; sessionsEnded: number }

/**
 * Recovery codes that were used since, and sessions that have ended since: all of them. The users
 * whose codes are void, and their accounts, are told apart (`tellVoided`): whoever restores a
 * backup has no e-mail and no journal at hand.
 */
export async function endWhatCameBack(
  database: Pick<Database, 'inInstallation' | 'inAnyAccount'>,
  voided: Voided,
): Promise<WhatEnded> {
  const recoveryCodesVoidOf = await database.inInstallation(async (tx) => {
    await deleteAllHalfSessions(tx)
    await deleteAllResets(tx)
    await deleteWaitingEmails(tx)
    return deleteAllRecoveryCodes(tx, voided)
  })
  const sessionsEnded = await database.inAnyAccount(deleteAllSessionsInAnyAccount)
  return { recoveryCodesVoidOf, sessionsEnded }
}

/** Users who get in by passkeys alone: where the address has another name they are locked out. */
export const passkeyOnlyUsers = (database: Pick<Database, 'inInstallation'>): Promise<number> =>
  database.inInstallation(countPasskeyOnly)
