// Which fields the contacts of an account hold, all of them together; not what they say.
import type { AccountId } from '../../kernel/index.ts'
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
