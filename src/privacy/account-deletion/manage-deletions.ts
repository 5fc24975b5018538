// Deletions over all accounts, for whoever manages the installation.
import { accountNamesInAnyAccount } from '../../accounts/index.ts'
import { type AccountId, type Caller, isoTime, isoTimeOrNull, isUuid } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { AccountDeletionItem, DeletionState } from '../contract.ts'
import type { PrivacyDeps } from '../deps.ts'
import { privacyError } from '../errors.ts'
import {
  type DeletionRow,
  findByPageInAnyAccount,
  findDeletionInAnyAccount,
  listDeletionsInAnyAccount,
} from '../store.ts'
import { beginDeletion, reasonPlace, tokenHash } from './ask-deletion.ts'
import { undoDeletion } from './undo-deletion.ts'

export type DeletionPlace = { askedAt: number; id: string }

export async function pageOfDeletions(
  deps: PrivacyDeps,
  page: { before: DeletionPlace | null; state: DeletionState | null; limit: number },
): Promise<{ items: AccountDeletionItem[]; last: DeletionPlace | null }> {
  return deps.database.inAnyAccount(async (tx) => {
    const rows = await listDeletionsInAnyAccount(tx, { ...page, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const last = rows.length > page.limit ? shown.at(-1) : undefined
    return {
      items: await viewsOf(deps, tx, shown),
      last: last === undefined ? null : { askedAt: last.asked_at, id: last.deletion_id },
    }
  })
}

async function viewsOf(
  deps: PrivacyDeps,
  tx: Tx,
  rows: readonly DeletionRow[],
): Promise<AccountDeletionItem[]> {
  const names = await accountNamesInAnyAccount(
    tx,
    rows.map((row) => row.account_id),
  )
  return rows.map((row) => ({
    id: row.deletion_id,
    accountId: row.account_id,
    accountNumber: row.account_number,
    accountName: names.get(row.account_id)?.name ?? null,
    state: row.state,
    askedHow: row.asked_how,
    askedAt: isoTime(row.asked_at),
    dueAt: isoTime(row.due_at),
    reason: opened(deps, row, 'reason_sealed'),
    undoneAt: isoTimeOrNull(row.undone_at),
    undoneHow: row.undone_how,
    undoReason: opened(deps, row, 'undo_reason_sealed'),
    keysDestroyedAt: isoTimeOrNull(row.keys_destroyed_at),
    endedAt: isoTimeOrNull(row.ended_at),
    hasCertificate: row.certificate !== null,
    recordUntil: isoTimeOrNull(row.record_until),
  }))
}

function opened(
  { vault }: PrivacyDeps,
  row: DeletionRow,
  column: 'reason_sealed' | 'undo_reason_sealed',
): string | null {
  const sealed = row[column]
  if (sealed === null) return null
  return vault.openForInstallation(reasonPlace(row.deletion_id, column), sealed).toString('utf8')
}

async function viewOf(deps: PrivacyDeps, id: string): Promise<AccountDeletionItem> {
  return deps.database.inAnyAccount(async (tx) => {
    const row = await findDeletionInAnyAccount(tx, id)
    const [view] = row === null ? [] : await viewsOf(deps, tx, [row])
    if (view === undefined) throw privacyError('privacy.deletion_not_found')
    return view
  })
}

/** A letter is read by somebody: the password of an owner is not asked for, a reason is. */
export async function deleteByLetter(
  deps: PrivacyDeps,
  caller: Caller,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<AccountDeletionItem> {
  const there = { ...caller, accountId: accountId as AccountId }
  return viewOf(deps, await beginDeletion(deps, there, { how: 'letter', reason }))
}

export async function undoByStaff(
  deps: PrivacyDeps,
  caller: Caller,
  { id, reason }: { id: string; reason: string },
): Promise<AccountDeletionItem> {
  const { accountId, state } = await viewOf(deps, id)
  if (state !== 'waiting') throw privacyError('privacy.deletion_not_waiting')
  const there = { ...caller, accountId: accountId as AccountId }
  await undoDeletion(deps, there, { how: 'staff', reason })
  return viewOf(deps, id)
}

export async function certificateOfDeletion(deps: PrivacyDeps, id: string): Promise<string> {
  if (!isUuid(id)) throw privacyError('privacy.deletion_not_found')
  const row = await deps.database.inAnyAccount((tx) => findDeletionInAnyAccount(tx, id))
  if (row === null) throw privacyError('privacy.deletion_not_found')
  if (row.certificate === null) throw privacyError('privacy.certificate_not_there')
  return row.certificate
}

/** By the link in the last e-mail, for whoever has it; null: there is none, or no longer. */
export async function certificateByCode(deps: PrivacyDeps, code: string): Promise<string | null> {
  const hash = tokenHash(code)
  const row = await deps.database.inAnyAccount((tx) => findByPageInAnyAccount(tx, hash))
  return row?.certificate ?? null
}
