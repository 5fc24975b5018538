// What an export of the whole consists of: the rooms' tables in an order that their keys allow.
import type pg from 'pg'
import { assert } from '../../kernel/index.ts'

export type InstallationTable = {
  /** `schema.table`, as PostgreSQL writes it. */
  name: string
  columns: string[]
  /** True where the owner may read and write only while FORCE is off. */
  isForced: boolean
  /** Row-level security binds the one who asks, and no policy opens the whole to them. */
  isHidden: boolean
  /** Rows name an account: such a table is empty in an installation that nobody uses yet. */
  hasAccount: boolean
}

/** Ours are all schemas but PostgreSQL's own and the queue's, whose jobs travel by themselves. */
const oursOnly = `n.nspname !~ '^pg_'
  and n.nspname not in ('information_schema', 'graphile_worker')`

/** Parents before children; the list of migrations is told apart, in the manifest. */
export async function installationTables(client: pg.ClientBase): Promise<InstallationTable[]> {
  const { rows } = await client.query<InstallationTable>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select attname::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum) as columns,
      c.relforcerowsecurity as "isForced",
      row_security_active(c.oid) and not exists (
        select from pg_policy where polrelid = c.oid and polpermissive and polcmd in ('r', '*')
          and pg_get_expr(polqual, polrelid) = 'true'
          and (0 = any(polroles) or exists (
            select from unnest(polroles) as role where pg_has_role(current_user, role, 'usage')))
      ) as "isHidden",
      exists (select from pg_attribute
        where attrelid = c.oid and attname = 'account_id' and not attisdropped) as "hasAccount"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${oursOnly}
      and not (n.nspname = 'storage' and c.relname = 'migration')
    order by 1`)
  const references = await client.query<{ child: string; parent: string }>(`
    select distinct format('%I.%I', cn.nspname, c.relname) as child,
      format('%I.%I', pn.nspname, p.relname) as parent
    from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
      join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`)
  return parentsFirst(rows, references.rows)
}

function parentsFirst(
  tables: readonly InstallationTable[],
  references: readonly { child: string; parent: string }[],
): InstallationTable[] {
  const parents = new Map<string, string[]>()
  for (const { child, parent } of references) {
    parents.set(child, [...(parents.get(child) ?? []), parent])
  }
  const done = new Set<string>()
  const ordered: InstallationTable[] = []
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name }) => !done.has(name) && (parents.get(name) ?? []).every((each) => done.has(each)),
    )
    assert(ready.length > 0, 'foreign keys between tables make no circle')
    for (const table of ready) {
      done.add(table.name)
      ordered.push(table)
    }
  }
  return ordered
}

export type SequenceValue = { name: string; lastValue: number }

/** Where each sequence stands, so that an imported installation goes on from there. */
export async function sequenceValues(client: pg.ClientBase): Promise<SequenceValue[]> {
  // The function fails on what is no sequence, and WHERE does not say in which order it is asked.
  const { rows } = await client.query<SequenceValue>(`
    select name, value as "lastValue"
    from (
      select format('%I.%I', n.nspname, c.relname) as name,
        case when c.relkind = 'S' then pg_sequence_last_value(c.oid) end as value
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${oursOnly}
    ) as sequence
    where value is not null
    order by 1`)
  return rows
}

export function quoteColumns(columns: readonly string[]): string {
  return columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ')
}
