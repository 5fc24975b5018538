// The SQL of what the last look through contacts and files found.
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
