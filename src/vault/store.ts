// The statements of the vault.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import { type Asks, arrayOf, type Tx, toTimestamp } from '../storage/index.ts'

export async function rootFingerprint(tx: Tx): Promise<Buffer | null> {
  const { rows } = await tx.query<{ root_fingerprint: Buffer }>(
    'select root_fingerprint from vault.installation',
  )
  return rows[0]?.root_fingerprint ?? null
}

export async function insertFingerprint(tx: Tx, fingerprint: Buffer): Promise<void> {
  await tx.query(
    'insert into vault.installation (root_fingerprint) values ($1) on conflict (id) do nothing',
    [fingerprint],
  )
}

export async function anyAccountInAnyAccount(tx: Tx): Promise<boolean> {
  return (await accountsInAnyAccount(tx)).length > 0
}

export async function accountsInAnyAccount(
  tx: Tx,
): Promise<{ accountId: AccountId; epoch: number }[]> {
  const { rows } = await tx.query<{ accountId: AccountId; epoch: number }>(
    'select account_id as "accountId", epoch from vault.account order by account_id',
  )
  return rows
}

export async function insertAccount(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query(
    'insert into vault.account (account_id, epoch) values ($1, 1) on conflict do nothing',
    [accountId],
  )
}

/** A writer shares the row with other writers; a rotation waits for them and they for it. */
export async function lockEpoch(
  tx: Tx,
  accountId: AccountId,
  strength: 'share' | 'update',
): Promise<number | null> {
  const { rows } = await tx.query<{ epoch: number }>(
    {
      name: `vault.epoch_${strength}`,
      text: `select epoch from vault.account where account_id = $1 for ${strength}`,
    },
    [accountId],
  )
  return rows[0]?.epoch ?? null
}

export async function readEpoch(tx: Tx, accountId: AccountId): Promise<number | null> {
  const { rows } = await tx.query<{ epoch: number }>(
    'select epoch from vault.account where account_id = $1',
    [accountId],
  )
  return rows[0]?.epoch ?? null
}

export async function setEpoch(
  tx: Tx,
  accountId: AccountId,
  epoch: number,
  at: Instant,
): Promise<void> {
  await tx.query('update vault.account set epoch = $2, rotated_at = $3 where account_id = $1', [
    accountId,
    epoch,
    toTimestamp(at),
  ])
}

/** A row of its own: an update of the account's would wait for every other writer. */
export async function noteDestruction(tx: Tx, accountId: AccountId, epoch: number): Promise<void> {
  await tx.query(
    `insert into vault.destruction (account_id, epoch) values ($1, $2) on conflict do nothing`,
    [accountId, epoch],
  )
}

export async function forgetDestructions(
  tx: Tx,
  accountId: AccountId,
  epoch: number,
): Promise<void> {
  await tx.query('delete from vault.destruction where account_id = $1 and epoch < $2', [
    accountId,
    epoch,
  ])
}

export type UpkeepState = {
  rotatedAt: Instant | null
  /** When the first key was destroyed in the present epoch; null when none was. */
  destroyedAt: Instant | null
}

export async function readUpkeepState(tx: Tx, accountId: AccountId): Promise<UpkeepState | null> {
  const { rows } = await tx.query<UpkeepState>(
    `select a.rotated_at as "rotatedAt",
            (select min(d.first_at) from vault.destruction d
             where d.account_id = a.account_id and d.epoch <= a.epoch) as "destroyedAt"
     from vault.account a where a.account_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}

export async function takePageNumbers(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await tx.query<{ page: number }>(
    {
      name: 'vault.page_numbers',
      text: `select nextval('vault.page_number')::integer as page from generate_series(1, $1::integer)`,
    },
    [count],
  )
  return rows.map((row) => row.page)
}

export type PageRow = {
  page: number
  epoch: number
  version: number
  stamp: Buffer
  sealed: Buffer
}

/** Buffers travel in binary as single values, which an array of them would not. */
export async function putPages(
  tx: Tx,
  accountId: AccountId,
  pages: readonly PageRow[],
): Promise<void> {
  const perStatement = 32
  for (let from = 0; from < pages.length; from += perStatement) {
    const some = pages.slice(from, from + perStatement)
    const tuples = some.map((_, index) => {
      const at = index * 5 + 2
      return `($1, $${at}, $${at + 1}, $${at + 2}, $${at + 3}, $${at + 4})`
    })
    await tx.query(
      `insert into vault.page (account_id, page_no, epoch, version, stamp, sealed)
       values ${tuples.join(', ')}
       on conflict (account_id, page_no) do update
       set epoch = excluded.epoch, version = excluded.version, stamp = excluded.stamp,
           sealed = excluded.sealed`,
      [
        accountId,
        ...some.flatMap((row) => [row.page, row.epoch, row.version, row.stamp, row.sealed]),
      ],
    )
  }
}

export type KnownStamp = { page: number; stamp: string }
export type ReadPage = Omit<PageRow, 'sealed' | 'stamp'> & { stamp: string; sealed: Buffer | null }

/** `sealed` is null where the stamp is the known one. */
export async function readPages(
  tx: Tx,
  accountId: AccountId,
  known: readonly KnownStamp[],
): Promise<ReadPage[]> {
  // One look into the index each, also while the table has no statistics yet.
  const { rows } = await tx.query<ReadPage>(
    {
      name: 'vault.read_pages',
      text: `select p.page_no as page, p.epoch, p.version, encode(p.stamp, 'hex') as stamp,
                    case when encode(p.stamp, 'hex') = k.stamp then null else p.sealed end as sealed
             from unnest($2::integer[], $3::text[]) as k (page_no, stamp)
             cross join lateral (
               select * from vault.page p where p.account_id = $1 and p.page_no = k.page_no
               offset 0) p`,
    },
    [accountId, known.map(({ page }) => page), known.map(({ stamp }) => stamp)],
  )
  return rows
}

/** In the order of their numbers, so that two who need the same pages wait, not deadlock. */
export async function lockPages(
  tx: Tx,
  accountId: AccountId,
  pages: readonly number[],
): Promise<PageRow[]> {
  const { rows } = await tx.query<PageRow>(
    `select page_no as page, epoch, version, stamp, sealed from vault.page
     where account_id = $1 and page_no = any($2::integer[]) order by page_no for update`,
    [accountId, pages],
  )
  return rows
}

export async function pageVersions(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ sum: number }>(
    'select coalesce(sum(version), 0)::int8 as sum from vault.page where account_id = $1',
    [accountId],
  )
  return rows[0]?.sum ?? 0
}

export async function pagesOfOtherEpochs(
  tx: Tx,
  accountId: AccountId,
  epoch: number,
  limit: number,
): Promise<PageRow[]> {
  const { rows } = await tx.query<PageRow>(
    `select page_no as page, epoch, version, stamp, sealed from vault.page
     where account_id = $1 and epoch <> $2 order by page_no limit $3`,
    [accountId, epoch, limit],
  )
  return rows
}

export type TailRow = { subjectId: SubjectId; page: number; epoch: number; sealed: Buffer }

export function putTail(to: Asks, accountId: AccountId, rows: readonly TailRow[]): void {
  to.ask(
    {
      name: 'vault.put_tail',
      text: `
insert into vault.tail (account_id, subject_id, page_no, epoch, sealed)
select $1, * from unnest($2::uuid[], $3::int4[], $4::int4[], $5::bytea[])
on conflict (account_id, subject_id) do update
set epoch = excluded.epoch, sealed = excluded.sealed`,
    },
    [
      accountId,
      arrayOf.uuid(rows.map((row) => row.subjectId)),
      arrayOf.int4(rows.map((row) => row.page)),
      arrayOf.int4(rows.map((row) => row.epoch)),
      arrayOf.bytea(rows.map((row) => row.sealed)),
    ],
  )
}

const tailColumns = 'subject_id as "subjectId", page_no as page, epoch, sealed'

export async function readTail(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<TailRow[]> {
  const { rows } = await tx.query<TailRow>(
    {
      name: 'vault.read_tail',
      text: `select ${tailColumns} from vault.tail
             where account_id = $1 and subject_id = any($2::uuid[])`,
    },
    [accountId, subjectIds],
  )
  return rows
}

export async function lockTail(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<TailRow[]> {
  const { rows } = await tx.query<TailRow>(
    `select ${tailColumns} from vault.tail
     where account_id = $1 and subject_id = any($2::uuid[]) order by subject_id for update`,
    [accountId, subjectIds],
  )
  return rows
}

/** Those of the same page come together, as a fold wants them. */
export async function lockWholeTail(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<TailRow[]> {
  const { rows } = await tx.query<TailRow>(
    `select ${tailColumns} from vault.tail
     where account_id = $1 order by page_no, subject_id limit $2 for update`,
    [accountId, limit],
  )
  return rows
}

/** For a copy: nobody is kept from writing meanwhile. */
export async function copyTail(
  tx: Tx,
  accountId: AccountId,
  after: SubjectId | null,
  limit: number,
): Promise<TailRow[]> {
  const { rows } = await tx.query<TailRow>(
    `select ${tailColumns} from vault.tail
     where account_id = $1 and ($2::uuid is null or subject_id > $2)
     order by subject_id limit $3`,
    [accountId, after, limit],
  )
  return rows
}

export async function copyPages(
  tx: Tx,
  accountId: AccountId,
  after: number,
  limit: number,
): Promise<PageRow[]> {
  const { rows } = await tx.query<PageRow>(
    `select page_no as page, epoch, version, stamp, sealed from vault.page
     where account_id = $1 and page_no > $2 order by page_no limit $3`,
    [accountId, after, limit],
  )
  return rows
}

export async function deleteTail(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<void> {
  await tx.query('delete from vault.tail where account_id = $1 and subject_id = any($2::uuid[])', [
    accountId,
    subjectIds,
  ])
}

export async function hasOtherEpochs(
  tx: Tx,
  accountId: AccountId,
  epoch: number,
): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from vault.page where account_id = $1 and epoch <> $2)
         or exists (select from vault.tail where account_id = $1 and epoch <> $2) as found`,
    [accountId, epoch],
  )
  return rows[0]?.found ?? false
}
