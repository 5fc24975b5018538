// The SQL of what was found: in contacts and files by the last look, in the database itself.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

export type FoundRow = {
  lookedAt: Instant
  fields: string[]
  types: string[]
  hasContacts: boolean
  hasFiles: boolean
}

export async function readFound(tx: Tx, accountId: AccountId): Promise<FoundRow | null> {
  const { rows } = await tx.query<FoundRow>(
    `select looked_at as "lookedAt", fields, types, has_contacts as "hasContacts",
       has_files as "hasFiles"
     from disclosure.found where account_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}

export async function writeFound(tx: Tx, accountId: AccountId, row: FoundRow): Promise<void> {
  await tx.query(
    `insert into disclosure.found (account_id, looked_at, fields, types, has_contacts, has_files)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (account_id) do update set looked_at = excluded.looked_at,
       fields = excluded.fields, types = excluded.types, has_contacts = excluded.has_contacts,
       has_files = excluded.has_files`,
    [
      accountId,
      toTimestamp(row.lookedAt),
      arrayOf.text(row.fields),
      arrayOf.text(row.types),
      row.hasContacts,
      row.hasFiles,
    ],
  )
}

/** No row of an account without the rule that keeps it to its account: asked of the database. */
export async function accountsAreApart(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ open: number; kept: number }>(
    `select count(*) filter (where not (c.relrowsecurity and c.relforcerowsecurity))::int as open,
       count(*) filter (where c.relrowsecurity and c.relforcerowsecurity)::int as kept
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'graphile_worker'
       and has_table_privilege(c.oid, 'select')`,
  )
  const found = rows[0] ?? { open: 0, kept: 0 }
  return found.open === 0 && found.kept > 0
}
