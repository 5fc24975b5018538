// Number and name of a telephone on which texts are tried, under a key of their own: it may be a
// contact's as well, and goes when that person does.
import { type AccountId, asE164, assert, type E164, type SubjectId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import * as store from './store.ts'

const placeOf = (rowId: string, column: 'number_sealed' | 'name_sealed') => ({
  table: 'campaigns.test_number',
  column,
  rowId,
})

export type Telephone = { number: E164; name: string }
type SealVault = Pick<Vault, 'createSubjects' | 'sealContact'>
type OpenVault = Pick<Vault, 'openSubjects' | 'openContact' | 'openForAccount'>
type EndVault = Pick<Vault, 'destroyKeys'>

export async function sealTelephone(
  { vault }: { vault: SealVault },
  tx: Tx,
  accountId: AccountId,
  { id, number, name }: Telephone & { id: string },
): Promise<store.SealedTelephone> {
  const [keys] = await vault.createSubjects(tx, accountId, 1)
  assert(keys !== undefined, 'as many keys come as are asked for')
  const seal = (column: 'number_sealed' | 'name_sealed', text: string) =>
    vault.sealContact(keys, accountId, placeOf(id, column), Buffer.from(text, 'utf8'))
  return {
    numberSealed: seal('number_sealed', number),
    nameSealed: seal('name_sealed', name),
    numberKey: keys.subjectId,
  }
}

/** By the id of each; all of them at once. */
export async function openTelephones(
  { vault }: { vault: OpenVault },
  tx: Tx,
  accountId: AccountId,
  rows: readonly store.TestNumber[],
): Promise<Map<string, Telephone>> {
  const wanted = rows.flatMap(({ numberKey }) => numberKey ?? [])
  const keys = wanted.length === 0 ? null : await vault.openSubjects(tx, accountId, wanted)
  const opened = new Map<string, Telephone>()
  for (const { id, name, numberSealed, nameSealed, numberKey } of rows) {
    if (numberKey === null || nameSealed === null) {
      const place = placeOf(id, 'number_sealed')
      const plain = vault.openForAccount(accountId, place, numberSealed)
      opened.set(id, { number: numberIn(plain), name: name ?? '' })
      continue
    }
    const its = keys?.get(numberKey)
    if (its === undefined || !hasKey(its.contactKey)) continue
    const open = (column: 'number_sealed' | 'name_sealed', sealed: Buffer) =>
      vault.openContact(its, accountId, placeOf(id, column), sealed)
    opened.set(id, {
      number: numberIn(open('number_sealed', numberSealed)),
      name: open('name_sealed', nameSealed).toString('utf8'),
    })
  }
  return opened
}

function numberIn(plain: Buffer): E164 {
  const number = asE164(plain.toString('utf8'))
  assert(number !== null, 'what was sealed is a number')
  return number
}

/** With their keys; how many were there. */
export async function endTestNumber(
  deps: { vault: EndVault },
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<number> {
  return ended(deps, tx, accountId, await store.deleteTestNumber(tx, accountId, id))
}

/** Of people who are erased; how many there were. */
export async function endTestNumbersOf(
  deps: { vault: EndVault },
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<number> {
  return ended(deps, tx, accountId, await store.deleteTestNumbersOf(tx, accountId, numberTags))
}

async function ended(
  { vault }: { vault: EndVault },
  tx: Tx,
  accountId: AccountId,
  gone: readonly (SubjectId | null)[],
): Promise<number> {
  const keys = gone.flatMap((key) => key ?? [])
  await vault.destroyKeys(tx, accountId, keys, 'both')
  return gone.length
}

/** As many as an account may have, twice over. */
const pageRows = 40

/**
 * Those of versions before get a key of their own. One whose key is gone came back with an older
 * database, after it was removed or its person erased: it goes again.
 */
export async function sealTestNumbers(
  deps: { database: Database; vault: SealVault & OpenVault },
  accountId: AccountId,
): Promise<void> {
  await deps.database.inAccount(accountId, async (tx) => {
    const rows = await store.lockUnkeyed(tx, accountId, pageRows)
    const opened = await openTelephones(deps, tx, accountId, rows)
    for (const { id } of rows) {
      const telephone = opened.get(id)
      if (telephone === undefined) continue
      const sealed = await sealTelephone(deps, tx, accountId, { id, ...telephone })
      await store.keySealed(tx, accountId, { id, ...sealed })
    }
    const all = await store.listTestNumbers(tx, accountId, pageRows)
    const readable = await openTelephones(deps, tx, accountId, all)
    for (const { id } of all) {
      if (!readable.has(id)) await store.deleteTestNumber(tx, accountId, id)
    }
  })
}
