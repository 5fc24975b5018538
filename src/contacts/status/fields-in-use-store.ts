// Which fields the contacts of an account hold, all of them together; not what they say.
import type { AccountId, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { ContactFieldName } from '../contract.ts'

export type FieldsInUse = { fields: ContactFieldName[]; hasContacts: boolean }

/** Reads each contact of the account once: not for a page that anybody may ask for often. */
export async function fieldsInUse(tx: Tx, accountId: AccountId): Promise<FieldsInUse> {
  const { rows } = await tx.query<{ field: ContactFieldName }>(
    `select distinct field from contacts.contact, unnest(fields_held) as field
     where account_id = $1 order by field`,
    [accountId],
  )
  const any = await tx.query('select from contacts.contact where account_id = $1 limit 1', [
    accountId,
  ])
  return { fields: rows.map(({ field }) => field), hasContacts: any.rowCount > 0 }
}

/** When the newest contact came in; null: there is none. Their ids tell their time. */
export async function newestContactAt(tx: Tx, accountId: AccountId): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant }>(
    `select created_at as at from contacts.contact where account_id = $1
     order by id desc limit 1`,
    [accountId],
  )
  return rows[0]?.at ?? null
}
