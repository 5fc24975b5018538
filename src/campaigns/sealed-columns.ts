// Columns of a campaign that hold what somebody wrote: sealed under the account's key.
import type { AccountId, CampaignId } from '../kernel/index.ts'
import type { Vault } from '../vault/index.ts'

export type Seals = Pick<Vault, 'sealForAccount' | 'openForAccount'>

type Key = { accountId: AccountId; id: CampaignId }
type SealedColumn = 'content_sealed' | 'sheet_sealed' | 'next_sheet_sealed'

const contextOf = (column: SealedColumn, { id }: Key) => ({
  table: 'campaigns.campaign',
  column,
  rowId: id,
})

export function sealColumn(seals: Seals, key: Key, column: SealedColumn, value: unknown): Buffer {
  const plain = Buffer.from(JSON.stringify(value), 'utf8')
  return seals.sealForAccount(key.accountId, contextOf(column, key), plain)
}

export function openColumn<T>(seals: Seals, key: Key, column: SealedColumn, sealed: Buffer): T {
  const plain = seals.openForAccount(key.accountId, contextOf(column, key), sealed)
  return JSON.parse(plain.toString('utf8')) as T
}

type Place = { table: string; column: string; rowId: string }

/** What somebody wrote beside a campaign: a note, a remark. */
export function sealText(seals: Seals, accountId: AccountId, place: Place, text: string): Buffer {
  return seals.sealForAccount(accountId, place, Buffer.from(text, 'utf8'))
}

export function openText(seals: Seals, accountId: AccountId, place: Place, sealed: Buffer): string {
  return seals.openForAccount(accountId, place, sealed).toString('utf8')
}
