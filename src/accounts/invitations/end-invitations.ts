// Invitations that end with whoever made them: who may invite no more lets nobody in.
import type { Caller, TokenId, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { AccountsDeps } from '../deps.ts'
import { deleteInvitationsBy } from './invitation-store.ts'

/** `caller`: who took the rights away; each invitation stands in the journal. */
export async function endInvitationsBy(
  deps: Pick<AccountsDeps, 'record'>,
  tx: Tx,
  caller: Caller,
  by: { userId: UserId | null; tokens: readonly TokenId[] },
): Promise<void> {
  for (const invitation of await deleteInvitationsBy(tx, caller.accountId, by)) {
    const details = by.userId === null ? { invitation } : { invitation, user: by.userId }
    await deps.record(tx, caller, { action: 'accounts.invitation_withdrawn', details })
  }
}
