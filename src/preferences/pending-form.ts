// A filled form that waits for its code: under a key of its own, which goes with it.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { Pending } from './store.ts'
import { takeOldPending, takePending, takePendingOf } from './store.ts'

type Ends = { vault: Pick<Vault, 'destroyKeys'> }

const placeOf = (rowId: string) => ({
  table: 'preferences.pending',
  column: 'body_sealed',
  rowId,
})

export async function sealForm(
  { vault }: { vault: Pick<Vault, 'createSubjects' | 'sealContact' | 'sealForAccount'> },
  tx: Tx,
  accountId: AccountId,
  { id, filled }: { id: string; filled: object },
): Promise<Pick<Pending, 'bodySealed' | 'bodyKey'>> {
  const plain = Buffer.from(JSON.stringify(filled), 'utf8')
  const [keys] = await vault.createSubjects(tx, accountId, 1)
  if (keys === undefined) {
    return { bodySealed: vault.sealForAccount(accountId, placeOf(id), plain), bodyKey: null }
  }
  const bodySealed = vault.sealContact(keys, accountId, placeOf(id), plain)
  return { bodySealed, bodyKey: keys.subjectId }
}

/** Null: it was used or is over, and its key with it. */
export async function openForm(
  { vault }: { vault: Pick<Vault, 'openSubjects' | 'openContact' | 'openForAccount'> },
  tx: Tx,
  accountId: AccountId,
  { id, bodySealed, bodyKey: key }: Pick<Pending, 'id' | 'bodySealed' | 'bodyKey'>,
): Promise<unknown> {
  if (key === null) return read(vault.openForAccount(accountId, placeOf(id), bodySealed))
  const keys = (await vault.openSubjects(tx, accountId, [key])).get(key)
  return keys === undefined
    ? null
    : read(vault.openContact(keys, accountId, placeOf(id), bodySealed))
}

const read = (plain: Buffer): unknown => JSON.parse(plain.toString('utf8'))

/** True of the one who took it out. */
export async function takeForm(
  deps: Ends,
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<boolean> {
  return (await ended(deps, tx, accountId, await takePending(tx, accountId, id))) === 1
}

/** Whose time is over; how many went. */
export async function endOldForms(
  deps: Ends,
  tx: Tx,
  accountId: AccountId,
  old: { at: Instant; limit: number },
): Promise<number> {
  return ended(deps, tx, accountId, await takeOldPending(tx, accountId, old))
}

/** Of people who are erased; how many went. */
export async function endFormsOf(
  deps: Ends,
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<number> {
  return ended(deps, tx, accountId, await takePendingOf(tx, accountId, numberTags))
}

async function ended(
  { vault }: Ends,
  tx: Tx,
  accountId: AccountId,
  gone: readonly (SubjectId | null)[],
): Promise<number> {
  const keys = gone.flatMap((key) => key ?? [])
  await vault.destroyKeys(tx, accountId, keys, 'both')
  return gone.length
}
