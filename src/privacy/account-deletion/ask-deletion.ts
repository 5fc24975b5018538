// Asks for the deletion of an account: from that commit on nothing of it leaves.
import { createHash } from 'node:crypto'
import {
  type Account,
  accountOf,
  type OwnerShown,
  ownersToWriteTo,
  proveOwner,
  setDeletionDue,
  staffOfOnlyThisInAnyAccount,
} from '../../accounts/index.ts'
import type { Caller } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { AccountDeletionStanding, AskedHow } from '../contract.ts'
import type { PrivacyDeps } from '../deps.ts'
import { privacyError } from '../errors.ts'
import { insertDeletion, insertLink, openDeletionOf } from '../store.ts'
import { readStanding } from './standing.ts'
import { tellOwner } from './tell-owners.ts'
import { deletionTimes } from './times.ts'

export const reasonPlace = (rowId: string, column: 'reason_sealed' | 'undo_reason_sealed') => ({
  table: 'privacy.account_deletion',
  column,
  rowId,
})

/** The owner shows who they are first; asked for twice, it is refused and nothing changes. */
export async function askDeletion(
  deps: PrivacyDeps,
  caller: Caller,
  asked: OwnerShown & { reason?: string | undefined },
): Promise<AccountDeletionStanding> {
  await proveOwner(deps.accounts, caller, asked)
  await beginDeletion(deps, caller, { how: 'screen', reason: asked.reason ?? null })
  return readStanding(deps, caller)
}

/** Of the account that the caller names: their own, or one whose owner wrote a letter. */
export async function beginDeletion(
  deps: PrivacyDeps,
  caller: Caller,
  { how, reason }: { how: AskedHow; reason: string | null },
): Promise<string> {
  const { accountId } = caller
  const left = await deps.database.inAnyAccount((tx) => staffOfOnlyThisInAnyAccount(tx, accountId))
  if (left > 0) throw privacyError('privacy.staff_left_without_account')
  return deps.database.inAccount(accountId, async (tx) => {
    const account = await accountOf(tx, accountId)
    if ((await openDeletionOf(tx, accountId)) !== null) throw privacyError('privacy.deletion_waits')
    const at = deps.clock.now()
    const dueAt = at + deps.graceDays * deletionTimes.dayMs
    const id = deps.makeId()
    const isNew = await insertDeletion(tx, {
      account_id: accountId,
      deletion_id: id,
      account_number: account.number,
      state: 'waiting',
      asked_how: how,
      asked_at: at,
      due_at: dueAt,
      reason_sealed:
        reason === null
          ? null
          : deps.vault.sealForInstallation(
              reasonPlace(id, 'reason_sealed'),
              Buffer.from(reason, 'utf8'),
            ),
    })
    if (!isNew) throw privacyError('privacy.deletion_waits')
    await setDeletionDue(tx, accountId, dueAt)
    await deps.record(tx, caller, {
      action: 'privacy.deletion_asked',
      details: { how },
      ...(reason === null ? {} : { reason }),
    })
    await tellWithLinks(deps, tx, account, { id, what: 'asked', at, dueAt })
    return id
  })
}

/** Each owner gets a link of their own: whoever has it may undo, once, without logging in. */
export async function tellWithLinks(
  deps: PrivacyDeps,
  tx: Tx,
  account: Account,
  told: { id: string; what: 'asked' | 'reminded'; at: number; dueAt: number },
): Promise<void> {
  const endsAt = Math.min(told.dueAt, told.at + deletionTimes.undoLinkMsMax)
  for (const owner of await ownersToWriteTo(deps.vault, tx, account.id)) {
    const token = Buffer.from(deps.randomness.bytes(32)).toString('base64url')
    const hash = tokenHash(token)
    await insertLink(tx, { accountId: account.id, deletionId: told.id, hash, endsAt })
    await tellOwner(deps, tx, { ...told, account, owner, token })
  }
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
