// SQL of figures over all of an account's messages, kept hour by hour as they come about.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

/** What happened within an hour: each message counts in the hours of what became of it. */
export type HourFigures = {
  hour: Instant
  accepted: number
  parts: number
  /** Of what was accepted; what is refused or called off later is taken off in the hour it is. */
  costMicroEur: number
  handedOver: number
  delivered: number
  undelivered: number
  expired: number
  rejected: number
  refused: number
  cancelled: number
  unconfirmed: number
  replies: number
  stops: number
}

type HourRow = Omit<HourFigures, 'costMicroEur' | 'handedOver'> & {
  cost_micro_eur: number
  handed_over: number
}

const sum = (column: string) => `sum(${column})::bigint as ${column}`

/** From an hour on; the hours in which nothing happened are not there. */
export async function readHours(
  tx: Tx,
  accountId: AccountId,
  from: Instant,
): Promise<HourFigures[]> {
  const { rows } = await tx.query<HourRow>(
    `select hour, ${sum('accepted')}, ${sum('parts')}, ${sum('cost_micro_eur')},
       ${sum('handed_over')}, ${sum('delivered')}, ${sum('undelivered')}, ${sum('expired')},
       ${sum('rejected')}, ${sum('refused')}, ${sum('cancelled')}, ${sum('unconfirmed')},
       ${sum('replies')}, ${sum('stops')}
     from sending.hour_tally where account_id = $1 and hour >= $2
     group by hour order by hour`,
    [accountId, toTimestamp(from)],
  )
  return rows.map(({ cost_micro_eur, handed_over, ...row }) => ({
    ...row,
    costMicroEur: cost_micro_eur,
    handedOver: handed_over,
  }))
}

/** Puts the rows of hours that are over together; how many hours it was. */
export async function foldHours(tx: Tx, accountId: AccountId, before: Instant): Promise<number> {
  const { rows } = await tx.query<{ hours: number }>('select sending.fold_hours($1, $2) as hours', [
    accountId,
    toTimestamp(before),
  ])
  return rows[0]?.hours ?? 0
}

/** Replies that somebody has to read, as far as `limit`. */
export async function countToRead(tx: Tx, accountId: AccountId, limit: number): Promise<number> {
  const { rows } = await tx.query<{ waiting: number }>(
    `select count(*)::int as waiting from (
       select from sending.inbound
       where account_id = $1 and needs_review and reviewed_at is null limit $2) held`,
    [accountId, limit],
  )
  return rows[0]?.waiting ?? 0
}

/** Whether a message of no campaign was ever asked for. */
export async function hasSingle(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from sending.message
       where account_id = $1 and campaign_id is null) as found`,
    [accountId],
  )
  return rows[0]?.found ?? false
}

/** What left and what it cost, by month in UTC (`2026-11`), oldest first. */
export async function sentByMonth(
  tx: Tx,
  accountId: AccountId,
): Promise<{ month: string; messages: number; parts: number; costMicroEur: number }[]> {
  const { rows } = await tx.query<{
    month: string
    messages: number
    parts: number
    costMicroEur: number
  }>(
    `select to_char(hour at time zone 'UTC', 'YYYY-MM') as month,
            sum(handed_over)::int8 as messages, sum(parts)::int8 as parts,
            sum(cost_micro_eur)::int8 as "costMicroEur"
     from sending.hour_tally where account_id = $1
     group by 1 having sum(handed_over) > 0 or sum(cost_micro_eur) <> 0 order by 1`,
    [accountId],
  )
  return rows
}
