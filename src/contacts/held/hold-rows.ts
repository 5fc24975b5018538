// Keeps apart what may not change somebody: sealed under their own key, so that it goes with them.
import type { AccountId, ContactId, ImportId, Instant, MakeId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys, Vault } from '../../vault/index.ts'
import { tidyFields } from '../body.ts'
import type { ContactFields, ContactRow } from '../contact.ts'
import type { HeldReason } from '../contract.ts'
import { insertHeld } from './held-store.ts'

const place = (rowId: string) => ({ table: 'contacts.held_row', column: 'sealed', rowId })

export type Holding = {
  contactId: ContactId
  keys: SubjectKeys
  row: Pick<ContactRow, 'fields' | 'line'>
  reason: HeldReason
}

export async function holdRows(
  { vault, makeId }: { vault: Pick<Vault, 'sealContact'>; makeId: MakeId },
  tx: Tx,
  { accountId, importId, at }: { accountId: AccountId; importId: ImportId | null; at: Instant },
  holdings: readonly Holding[],
): Promise<void> {
  if (holdings.length === 0) return
  const rows = holdings.map(({ contactId, keys, row, reason }) => {
    const plain = Buffer.from(JSON.stringify(tidyFields(row.fields)), 'utf8')
    const id = makeId()
    const sealed = vault.sealContact(keys, accountId, place(id), plain)
    return { id, subjectId: keys.subjectId, contactId, line: row.line ?? null, reason, sealed }
  })
  await insertHeld(tx, accountId, { importId, at, rows })
}

export function openHeld(
  vault: Pick<Vault, 'openContact'>,
  accountId: AccountId,
  keys: SubjectKeys,
  { id, sealed }: { id: string; sealed: Buffer },
): ContactFields {
  const plain = vault.openContact(keys, accountId, place(id), sealed)
  return JSON.parse(plain.toString('utf8')) as ContactFields
}
