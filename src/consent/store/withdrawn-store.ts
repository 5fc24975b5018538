// The SQL of withdrawals by number, which stay even if the contact is created again.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { StateKey } from '../tables.ts'

export async function addWithdrawnNumber(
  tx: Tx,
  accountId: AccountId,
  withdrawn: StateKey & { tag: Uint8Array; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into consent.withdrawn_number as held (account_id, tag, controller_id, channel, purpose,
       since_month)
     values ($1, $2, $3, $4, $5, date_trunc('month', $6::timestamptz at time zone 'UTC')::date)
     on conflict (account_id, tag, controller_id, channel, purpose) do update
     set since_month = excluded.since_month where held.since_month < excluded.since_month`,
    [
      accountId,
      Buffer.from(withdrawn.tag),
      withdrawn.controllerId,
      withdrawn.channel,
      withdrawn.purpose,
      toTimestamp(withdrawn.at),
    ],
  )
}

/** Places, in the order asked, of the tags whose person took this consent back. */
export async function withdrawnAmong(
  tx: Tx,
  accountId: AccountId,
  tags: readonly (Uint8Array | null)[],
  key: StateKey,
): Promise<Set<number>> {
  // Most accounts have none: an import asks once and not for each of its rows.
  const { rows: any } = await tx.query(
    'select from consent.withdrawn_number where account_id = $1 limit 1',
    [accountId],
  )
  if (any.length === 0) return new Set()
  const { rows } = await tx.query<{ tag: Buffer }>(
    `select tag from consent.withdrawn_number
     where account_id = $1 and tag = any($2::bytea[]) and controller_id = $3 and channel = $4
       and purpose = $5`,
    [accountId, arrayOf.bytea(tags), key.controllerId, key.channel, key.purpose],
  )
  const places = new Set<number>()
  if (rows.length === 0) return places
  const withdrawn = new Set(rows.map(({ tag }) => tag.toString('hex')))
  for (const [index, tag] of tags.entries()) {
    if (tag !== null && withdrawn.has(Buffer.from(tag).toString('hex'))) places.add(index)
  }
  return places
}

export async function forgetWithdrawnNumber(
  tx: Tx,
  accountId: AccountId,
  tag: Uint8Array,
  key: StateKey,
): Promise<void> {
  await tx.query(
    `delete from consent.withdrawn_number
     where account_id = $1 and tag = $2 and controller_id = $3 and channel = $4 and purpose = $5`,
    [accountId, Buffer.from(tag), key.controllerId, key.channel, key.purpose],
  )
}
