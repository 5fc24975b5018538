// The statements of an account's custom fields.
import type { AccountId, CustomFieldId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { CustomType } from '../contract.ts'

export type CustomField = {
  id: CustomFieldId
  key: string
  name: string
  type: CustomType
  isArchived: boolean
  createdAt: Instant
}

const columns = `id, key, name, type, is_archived as "isArchived", created_at as "createdAt"`

/** All of them, oldest first: an account has some dozens. */
export async function readCustomFields(tx: Tx, accountId: AccountId): Promise<CustomField[]> {
  const { rows } = await tx.query<CustomField>(
    `select ${columns} from contacts.custom_field where account_id = $1
     order by created_at, id`,
    [accountId],
  )
  return rows
}

/** The same until the transaction ends: who adds one meanwhile waits, so that none is too many. */
export async function holdCustomFields(tx: Tx, accountId: AccountId): Promise<CustomField[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 7202))`, [
    `contacts.custom_field ${accountId}`,
  ])
  return readCustomFields(tx, accountId)
}

export async function insertCustomField(
  tx: Tx,
  accountId: AccountId,
  { id, key, name, type, createdAt }: Omit<CustomField, 'isArchived'>,
): Promise<void> {
  await tx.query(
    `insert into contacts.custom_field (account_id, id, key, name, type, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [accountId, id, key, name, type, toTimestamp(createdAt)],
  )
}

export async function updateCustomField(
  tx: Tx,
  accountId: AccountId,
  { id, name, isArchived }: Pick<CustomField, 'id' | 'name' | 'isArchived'>,
): Promise<void> {
  await tx.query(
    `update contacts.custom_field set name = $3, is_archived = $4
     where account_id = $1 and id = $2`,
    [accountId, id, name, isArchived],
  )
}
