// SQL of links: whether they are on, where they lead, how often they were followed.
import type { AccountId, Instant } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { WhoClicked } from './who-clicked.ts'

export type Link = {
  id: string
  code: string
  target: string
  createdAt: Instant
  offAt: Instant | null
}
export type Clicks = Record<WhoClicked, number>
const noClicks: Clicks = { people: 0, machines: 0, unknown: 0 }

const columns = `link_id as "id", code, target, created_at as "createdAt", off_at as "offAt"`

export async function isOn(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ is_on: boolean }>(
    'select is_on from links.setting where account_id = $1',
    [accountId],
  )
  return rows[0]?.is_on ?? false
}

export async function writeSetting(
  tx: Tx,
  accountId: AccountId,
  { isOn, at }: { isOn: boolean; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into links.setting (account_id, is_on, changed_at) values ($1, $2, $3)
     on conflict (account_id) do update
       set is_on = excluded.is_on, changed_at = excluded.changed_at`,
    [accountId, isOn, toTimestamp(at)],
  )
}

/** False where the code is taken, by whichever account. */
export async function insertLink(tx: Tx, accountId: AccountId, link: Link): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into links.link (account_id, link_id, code, target, created_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [accountId, link.id, link.code, link.target, toTimestamp(link.createdAt)],
  )
  return rowCount === 1
}

export async function countOn(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from links.link where account_id = $1 and off_at is null',
    [accountId],
  )
  return rows[0]?.count ?? 0
}

export async function findLink(tx: Tx, accountId: AccountId, id: string): Promise<Link | null> {
  const { rows } = await tx.query<Link>(
    `select ${columns} from links.link where account_id = $1 and link_id = $2`,
    [accountId, id],
  )
  return rows[0] ?? null
}

export async function listLinks(
  tx: Tx,
  accountId: AccountId,
  page: { before: { createdAt: Instant; id: string } | null; limit: number; code: string | null },
): Promise<Link[]> {
  const { before, limit, code } = page
  const { rows } = await tx.query<Link>(
    `select ${columns} from links.link
     where account_id = $1 and ($2::timestamptz is null or (created_at, link_id) < ($2, $3::uuid))
       and ($5::text is null or code = $5)
     order by created_at desc, link_id desc limit $4`,
    [
      accountId,
      before === null ? null : toTimestamp(before.createdAt),
      before?.id ?? null,
      limit,
      code,
    ],
  )
  return rows
}

export async function switchOff(
  tx: Tx,
  accountId: AccountId,
  { id, at }: { id: string; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update links.link set off_at = $3
     where account_id = $1 and link_id = $2 and off_at is null`,
    [accountId, id, toTimestamp(at)],
  )
  return rowCount === 1
}

export type Leading = { accountId: AccountId; id: string; target: string }

/** Null where there is none, or it leads nowhere any more. */
export async function leadingInAnyAccount(tx: Tx, code: string): Promise<Leading | null> {
  const { rows } = await tx.query<Leading>(
    `select account_id as "accountId", link_id as "id", target from links.link
     where code = $1 and off_at is null`,
    [code],
  )
  return rows[0] ?? null
}

export async function countClicks(
  tx: Tx,
  accountId: AccountId,
  { id, who, at, clicks }: { id: string; who: WhoClicked; at: Instant; clicks: number },
): Promise<void> {
  await tx.query(
    `insert into links.click (account_id, link_id, day, who, clicks)
     values ($1, $2, ($3::timestamptz at time zone 'UTC')::date, $4, $5)
     on conflict (account_id, link_id, day, who)
       do update set clicks = links.click.clicks + excluded.clicks`,
    [accountId, id, toTimestamp(at), who, clicks],
  )
}

type CountRow = { link_id: string; day: string; who: WhoClicked; clicks: number }

export async function clicksOf(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<Map<string, Clicks>> {
  const { rows } = await tx.query<Omit<CountRow, 'day'>>(
    `select link_id, who, sum(clicks)::int as clicks from links.click
     where account_id = $1 and link_id = any ($2) group by link_id, who`,
    [accountId, arrayOf.uuid(ids)],
  )
  return gathered(rows, ({ link_id }) => link_id)
}

/** The newest first. */
export async function clicksByDay(
  tx: Tx,
  accountId: AccountId,
  { id, days }: { id: string; days: number },
): Promise<Map<string, Clicks>> {
  const { rows } = await tx.query<Omit<CountRow, 'link_id'>>(
    `select day::text as day, who, clicks from links.click
     where account_id = $1 and link_id = $2 and day in (
       select distinct day from links.click where account_id = $1 and link_id = $2
       order by day desc limit $3)
     order by day desc`,
    [accountId, id, days],
  )
  return gathered(rows, ({ day }) => day)
}

function gathered<Row extends Pick<CountRow, 'who' | 'clicks'>>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, Clicks> {
  const all = new Map<string, Clicks>()
  for (const row of rows) {
    const key = keyOf(row)
    all.set(key, { ...(all.get(key) ?? noClicks), [row.who]: row.clicks })
  }
  return all
}

export const clicksIn = (all: ReadonlyMap<string, Clicks>, key: string): Clicks =>
  all.get(key) ?? noClicks
