// Undoes the deletion of an account while it waits: from a screen, by an e-mail, by staff.
import { accountOf, setDeletionDue } from '../../accounts/index.ts'
import type { AccountId, Caller } from '../../kernel/index.ts'
import type { UndoneHow } from '../contract.ts'
import type { PrivacyDeps } from '../deps.ts'
import { privacyError } from '../errors.ts'
import {
  type DeletionRow,
  deleteLinks,
  findLinkInAnyAccount,
  openDeletionOf,
  setUndone,
} from '../store.ts'
import { reasonPlace, tokenHash } from './ask-deletion.ts'
import { tellUndone } from './tell-owners.ts'
import { deletionTimes } from './times.ts'

/** What was kept since leaves, judged again. All links end with it. */
export async function undoDeletion(
  deps: PrivacyDeps,
  caller: Caller,
  { how, reason }: { how: UndoneHow; reason: string | null },
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const open = await openDeletionOf(tx, accountId, true)
    if (open === null) throw privacyError('privacy.deletion_not_found')
    if (open.state !== 'waiting') throw privacyError('privacy.deletion_not_waiting')
    const at = deps.clock.now()
    await setUndone(tx, open, {
      at,
      how,
      recordUntil: at + deletionTimes.undoneMs,
      reasonSealed: reason === null ? null : sealedReason(deps, open, reason),
    })
    await deleteLinks(tx, accountId)
    await setDeletionDue(tx, accountId, null)
    await deps.accountResumed(tx, accountId)
    await deps.record(tx, caller, {
      action: 'privacy.deletion_undone',
      details: { how },
      ...(reason === null ? {} : { reason }),
    })
    await tellUndone(deps, tx, await accountOf(tx, accountId), open.deletion_id)
  })
}

function sealedReason({ vault }: PrivacyDeps, row: DeletionRow, reason: string): Buffer {
  const place = reasonPlace(row.deletion_id, 'undo_reason_sealed')
  return vault.sealForInstallation(place, Buffer.from(reason, 'utf8'))
}

/** What the page of a link shows; null: the link has ended, was used, or never was. */
export async function findByLink(
  deps: PrivacyDeps,
  token: string,
): Promise<{ accountId: AccountId; name: string; zone: string; dueAt: number } | null> {
  const at = deps.clock.now()
  const hash = tokenHash(token)
  const found = await deps.database.inAnyAccount((tx) => findLinkInAnyAccount(tx, hash, at))
  if (found === null) return null
  const accountId = found.account_id
  return deps.database.inAccount(accountId, async (tx) => {
    const open = await openDeletionOf(tx, accountId)
    if (open === null || open.state !== 'waiting') return null
    const { name, zone } = await accountOf(tx, accountId)
    return { accountId, name, zone, dueAt: open.due_at }
  })
}

/** Nobody is logged in: the link is what shows that an owner asks. */
export async function undoByLink(deps: PrivacyDeps, token: string): Promise<{ name: string }> {
  const found = await findByLink(deps, token)
  if (found === null) throw privacyError('privacy.link_ended')
  const caller: Caller = {
    accountId: found.accountId,
    by: { kind: 'system', what: 'account_deletion' },
    rights: new Set(),
    language: 'en',
    traceId: '',
  }
  await undoDeletion(deps, caller, { how: 'link', reason: null })
  return { name: found.name }
}
