// SQL of the self-check: the days that it keeps, and what it asks the database's own catalogue.
import type { AccountId, Instant } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { Judged } from './check.ts'
import type { PackageFacts, RoleFacts } from './facts.ts'

export type KeptRun = { at: Instant; isServerSeen: boolean; findings: readonly Judged[] }

const columns = 'at, is_server_seen as "isServerSeen", findings'

export async function keepRun(tx: Tx, { at, isServerSeen, findings }: KeptRun): Promise<void> {
  await tx.query(
    `insert into checkup.day (day, at, is_server_seen, findings)
     values (($1::timestamptz at time zone 'UTC')::date, $1, $2, $3)
     on conflict (day) do update set at = excluded.at,
       is_server_seen = excluded.is_server_seen, findings = excluded.findings
     where checkup.day.at <= excluded.at`,
    [toTimestamp(at), isServerSeen, JSON.stringify(findings)],
  )
}

/** Newest first. */
export async function readRuns(tx: Tx, daysMax: number): Promise<KeptRun[]> {
  const { rows } = await tx.query<KeptRun>(
    `select ${columns} from checkup.day order by day desc limit $1`,
    [daysMax],
  )
  return rows
}

export async function lastRun(tx: Tx): Promise<KeptRun | null> {
  return (await readRuns(tx, 1))[0] ?? null
}

export async function deleteRunsBefore(tx: Tx, at: Instant): Promise<void> {
  await tx.query('delete from checkup.day where at < $1', [toTimestamp(at)])
}

export async function readPackageAnswer(tx: Tx): Promise<PackageFacts | null> {
  const { rows } = await tx.query<PackageFacts>(
    'select at, severe, other from checkup.package_answer',
  )
  return rows[0] ?? null
}

export async function keepPackageAnswer(tx: Tx, answer: PackageFacts): Promise<void> {
  await tx.query(
    `insert into checkup.package_answer (at, severe, other) values ($1, $2, $3)
     on conflict (one) do update
       set at = excluded.at, severe = excluded.severe, other = excluded.other`,
    [toTimestamp(answer.at), arrayOf.text(answer.severe), answer.other],
  )
}

/** Of the login and the role that this connection works as. */
export async function readRoles(tx: Tx, schemas: readonly string[]): Promise<RoleFacts[]> {
  const { rows } = await tx.query<RoleFacts>(
    `select r.rolname as name, r.rolsuper as "isSuper", r.rolbypassrls as bypasses,
       (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname::text = any($1)) as owns
     from pg_roles r where r.rolname in (current_user, session_user) order by 1`,
    [arrayOf.text(schemas)],
  )
  return rows
}

/**
 * Tables with rows of accounts that the program may read as an account, and of them those where
 * the database itself would not keep accounts apart.
 */
export async function readRowSecurity(
  tx: Tx,
  schemas: readonly string[],
): Promise<{ count: number; without: string[] }> {
  const { rows } = await tx.query<{ name: string; isApart: boolean }>(
    `select n.nspname || '.' || c.relname as name,
       c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'account_rows'
           and pg_get_expr(p.polqual, p.polrelid) like '%accord.account_id%')
         and not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
           and p.polname <> 'account_rows'
           and ('accord_app'::regrole::oid = any(p.polroles) or 0 = any(p.polroles)))
         as "isApart"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname::text = any($1)
       and exists (select from pg_attribute a where a.attrelid = c.oid
         and a.attname = 'account_id' and not a.attisdropped)
       and has_table_privilege('accord_app', c.oid, 'select')
     order by 1`,
    [arrayOf.text(schemas)],
  )
  return {
    count: rows.length,
    without: rows.filter(({ isApart }) => !isApart).map(({ name }) => name),
  }
}

export type ColumnType = { table: string; column: string; type: string }

export async function readColumnTypes(tx: Tx, schemas: readonly string[]): Promise<ColumnType[]> {
  const { rows } = await tx.query<ColumnType>(
    `select n.nspname || '.' || c.relname as "table", a.attname::text as "column",
            format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname::text = any($1)
       and a.attnum > 0 and not a.attisdropped`,
    [arrayOf.text(schemas)],
  )
  return rows
}

/** A few values; no more rows are read than a page or two, however many are empty. */
const rowsMax = 200
const valuesMax = 5

/** The names come from the program's own data maps. */
export async function sampleColumn(
  tx: Tx,
  { table, column, accountId }: { table: string; column: string; accountId: AccountId | null },
): Promise<Buffer[]> {
  const [schema = '', name = ''] = table.split('.')
  const own = accountId === null ? '' : 'where account_id = $1'
  const { rows } = await tx.query<{ value: Buffer }>(
    `select value from (
       select "${column}" as value from "${schema}"."${name}" ${own} limit ${rowsMax}
     ) as sample where value is not null limit ${valuesMax}`,
    accountId === null ? [] : [accountId],
  )
  return rows.map(({ value }) => value)
}

export type OwnConnection = { isLocal: boolean; isEncrypted: boolean; at: Instant; version: string }

export async function readConnection(tx: Tx): Promise<OwnConnection> {
  const { rows } = await tx.query<OwnConnection>(
    `select inet_client_addr() is null or inet_client_addr() <<= '127.0.0.0/8'
         or inet_client_addr() = '::1' as "isLocal",
       coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as "isEncrypted",
       clock_timestamp() as at, current_setting('server_version') as version`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('a server knows its own connection')
  return row
}
