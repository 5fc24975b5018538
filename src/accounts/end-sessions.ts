// Ends the sessions of a user: all, or all but the one that they sit in.
import type { UserId } from '../kernel/index.ts'
import { deleteOtherSessionsInAnyAccount } from './credential-store.ts'
import type { AccountsDeps } from './deps.ts'
import { hashOf } from './secrets.ts'

/** `session`: the secret of the one that stays; null: none does. */
export async function endOtherSessions(
  { database }: Pick<AccountsDeps, 'database'>,
  userId: UserId,
  session: string | null,
): Promise<void> {
  const keep = session === null ? null : hashOf(session)
  await database.inAnyAccount((tx) => deleteOtherSessionsInAnyAccount(tx, userId, keep))
}
