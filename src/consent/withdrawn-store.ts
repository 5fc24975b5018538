// The SQL of withdrawals by number: what a person took back stays taken back, also when re-created.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { StateKey } from './store.ts'

const tagOctets = 16

export async function addWithdrawnNumber(
  tx: Tx,
  accountId: AccountId,
  withdrawn: StateKey & { tag: Uint8Array; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into consent.withdrawn_number (account_id, tag, controller_id, channel, purpose,
       since_month)
     values ($1, $2, $3, $4, $5, date_trunc('month', $6::timestamptz at time zone 'UTC')::date)
     on conflict do nothing`,
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
  const packed = Buffer.alloc(tags.length * tagOctets)
  for (const [index, tag] of tags.entries()) if (tag !== null) packed.set(tag, index * tagOctets)
  const { rows } = await tx.query<{ place: number }>(
    `with asked as materialized (
       select place, substring($2::bytea from place * 16 + 1 for 16) as tag
       from generate_series(0, $3::int - 1) as place
     )
     select asked.place from asked
     cross join lateral (
       select from consent.withdrawn_number w
       where w.account_id = $1 and w.tag = asked.tag and w.controller_id = $4
         and w.channel = $5 and w.purpose = $6 offset 0) held`,
    [accountId, packed, tags.length, key.controllerId, key.channel, key.purpose],
  )
  return new Set(rows.map((row) => row.place))
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
