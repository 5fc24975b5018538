// Under whose key the reason of an entry stands: of a deed about a person, under that person's.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../vault/index.ts'

export type ReasonVault = Pick<
  Vault,
  'sealForAccount' | 'openForAccount' | 'openSubjects' | 'sealContact' | 'openContact'
>

export type ReasonKeys = ReadonlyMap<SubjectId, SubjectKeys>

const placeOf = (rowId: string) => ({ table: 'audit.entry', column: 'reason_sealed', rowId })

/** `id`: of the entry. */
export type SealedReason = { id: string; key: SubjectId | null; sealed: Buffer }

/** Of as many as a page has, all at once. */
export function keysOf(
  { openSubjects }: Pick<ReasonVault, 'openSubjects'>,
  tx: Tx,
  accountId: AccountId,
  whose: readonly (SubjectId | null)[],
): Promise<ReasonKeys> {
  const subjects = [...new Set(whose.flatMap((id) => id ?? []))]
  return subjects.length === 0 ? Promise.resolve(new Map()) : openSubjects(tx, accountId, subjects)
}

/** Null: the person is erased, and nothing that is written of them is kept. */
export function sealReason(
  vault: Pick<ReasonVault, 'sealForAccount' | 'sealContact'>,
  accountId: AccountId,
  { id, key, reason }: { id: string; key: SubjectId | null; reason: string },
  keys: ReasonKeys,
): Buffer | null {
  const plain = Buffer.from(reason, 'utf8')
  if (key === null) return vault.sealForAccount(accountId, placeOf(id), plain)
  const its = keys.get(key)
  if (its === undefined || !hasKey(its.contactKey)) return null
  return vault.sealContact(its, accountId, placeOf(id), plain)
}

/** Null: the person whose key it needs is erased. */
export function openReason(
  vault: Pick<ReasonVault, 'openForAccount' | 'openContact'>,
  accountId: AccountId,
  { id, key, sealed }: SealedReason,
  keys: ReasonKeys,
): string | null {
  if (key === null) return vault.openForAccount(accountId, placeOf(id), sealed).toString('utf8')
  const its = keys.get(key)
  if (its === undefined || !hasKey(its.contactKey)) return null
  return vault.openContact(its, accountId, placeOf(id), sealed).toString('utf8')
}
