// SQL of campaigns that are moved or taken back.
import type { AccountId, CampaignId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { CheckSheet } from '../contract.ts'
import { openColumn, type Seals, sealColumn } from '../sealed-columns.ts'

type Key = { accountId: AccountId; id: CampaignId }

/** The sheet for another instant; the last one that was asked for. */
export async function keepNextSheet(
  tx: Tx,
  seals: Seals,
  key: Key,
  sheet: CheckSheet,
): Promise<void> {
  await tx.query(
    `update campaigns.campaign set next_sheet_sealed = $3 where account_id = $1 and id = $2`,
    [key.accountId, key.id, sealColumn(seals, key, 'next_sheet_sealed', sheet)],
  )
}

export async function readNextSheet(tx: Tx, seals: Seals, key: Key): Promise<CheckSheet | null> {
  const { rows } = await tx.query<{ next_sheet_sealed: Buffer | null }>(
    'select next_sheet_sealed from campaigns.campaign where account_id = $1 and id = $2',
    [key.accountId, key.id],
  )
  const sealed = rows[0]?.next_sheet_sealed ?? null
  return sealed === null ? null : openColumn<CheckSheet>(seals, key, 'next_sheet_sealed', sealed)
}

/** Another instant, and its list anew from the first; when it was launched stays. */
export async function setDeparture(
  tx: Tx,
  key: Key,
  { sendAt, sendAtLocal }: { sendAt: Instant; sendAtLocal: boolean },
): Promise<void> {
  await tx.query(
    `update campaigns.campaign set send_at = $3, send_at_local = $4, next_sheet_sealed = null,
       accepted_through = null, is_accepted = false
     where account_id = $1 and id = $2`,
    [key.accountId, key.id, toTimestamp(sendAt), sendAtLocal],
  )
}

/** As it was before anybody approved it. */
export async function backToDraft(tx: Tx, key: Key): Promise<void> {
  await tx.query(
    `update campaigns.campaign set state = 'draft', failure = null, started_at = null,
       sheet_sealed = null, sheet_hash = null, next_sheet_sealed = null,
       approved_hash = null, approved_by = null, approved_at = null,
       accepted_through = null, is_accepted = false
     where account_id = $1 and id = $2`,
    [key.accountId, key.id],
  )
}
