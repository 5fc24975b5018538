// Columns of a campaign that hold what somebody wrote: sealed under the account's key.
import type { AccountId, CampaignId } from '../kernel/index.ts'
import type { Vault } from '../vault/index.ts'

export type Seals = Pick<Vault, 'sealForAccount' | 'openForAccount'>

type Key = { accountId: AccountId; id: CampaignId }
type SealedColumn = 'content_sealed' | 'sheet_sealed'

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
