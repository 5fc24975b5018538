// Invitations to a user's e-mail go over to their next one, and come back where that is undone.
import type { AccountsDeps } from '../deps.ts'
import { findInvitation } from '../invitations/invitation-store.ts'
import { openEmail, sealEmail } from '../user.ts'
import * as changes from './change-store.ts'

type To = { tag: Buffer; email: string }

/** Those of other accounts that nobody has answered yet. */
export async function moveInvitations(
  deps: Pick<AccountsDeps, 'database' | 'vault'>,
  change: changes.EmailChangeRow,
): Promise<void> {
  const { user_id, new_sealed, new_tag: tag, change_id } = change
  const email = openEmail(deps.vault, { user_id, email_sealed: new_sealed })
  const waiting = await deps.database.inAnyAccount((tx) =>
    changes.invitationsToInAnyAccount(tx, change.old_tag),
  )
  const moved = await move(deps, waiting, { tag, email })
  if (moved.length === 0) return
  await deps.database.inInstallation((tx) => changes.noteMoved(tx, change_id, moved))
}

/** Only those that came over with these changes: others were written to that address itself. */
export async function moveBack(
  deps: Pick<AccountsDeps, 'database' | 'vault'>,
  undone: { to: To; changes: readonly changes.EmailChangeRow[] },
): Promise<void> {
  for (const { new_tag: tag, moved_invitations: own } of undone.changes) {
    if (own.length === 0) continue
    const there = await deps.database.inAnyAccount((tx) =>
      changes.invitationsToInAnyAccount(tx, tag),
    )
    const came = there.filter(({ invitation_id: id }) => own.includes(id))
    await move(deps, came, undone.to)
  }
}

async function move(
  deps: Pick<AccountsDeps, 'database' | 'vault'>,
  those: readonly changes.InvitationAt[],
  { tag, email }: To,
): Promise<string[]> {
  const moved: string[] = []
  for (const at of those) {
    const { account_id: accountId, invitation_id: id } = at
    const isMoved = await deps.database.inAccount(accountId, async (tx) => {
      if ((await findInvitation(tx, accountId, id)) === null) return false
      return changes.moveInvitation(tx, at, { tag, sealed: sealEmail(deps.vault, id, email) })
    })
    if (isMoved) moved.push(id)
  }
  return moved
}
