// SQL of the telephones on which an account tries its texts.
import type { AccountId, Instant, SubjectId, UserId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

/** A key that is null is the account's: of a version before, with the name in clear. */
export type TestNumber = {
  id: string
  name: string | null
  numberSealed: Buffer
  nameSealed: Buffer | null
  numberKey: SubjectId | null
  codeTag: Buffer | null
  codeUntil: Instant | null
  triesLeft: number
  confirmedAt: Instant | null
}

export type SealedTelephone = {
  numberSealed: Buffer
  nameSealed: Buffer
  numberKey: SubjectId
}

type Row = {
  id: string
  name: string | null
  number_sealed: Buffer
  name_sealed: Buffer | null
  number_key: SubjectId | null
  code_tag: Buffer | null
  code_until: Instant | null
  tries_left: number
  confirmed_at: Instant | null
}

const fromRow = (row: Row): TestNumber => ({
  id: row.id,
  name: row.name,
  numberSealed: row.number_sealed,
  nameSealed: row.name_sealed,
  numberKey: row.number_key,
  codeTag: row.code_tag,
  codeUntil: row.code_until,
  triesLeft: row.tries_left,
  confirmedAt: row.confirmed_at,
})

const columns =
  'id, name, number_sealed, name_sealed, number_key, code_tag, code_until, tries_left, confirmed_at'

/** A number that waits for its code is given another one; one that is confirmed stays so. */
export async function putTestNumber(
  tx: Tx,
  accountId: AccountId,
  number: Omit<TestNumber, 'name'> &
    SealedTelephone & { numberTag: Buffer; by: UserId | null; at: Instant },
): Promise<TestNumber> {
  const instant = (at: Instant | null) => (at === null ? null : toTimestamp(at))
  const { rows } = await tx.query<Row>(
    `insert into campaigns.test_number (account_id, id, name_sealed, number_sealed, number_key,
       number_tag, code_tag, code_until, tries_left, confirmed_at, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (account_id, number_tag) do update set name = null,
       name_sealed = excluded.name_sealed, number_sealed = excluded.number_sealed,
       number_key = excluded.number_key,
       code_tag = case when test_number.confirmed_at is null then excluded.code_tag end,
       code_until = case when test_number.confirmed_at is null then excluded.code_until end,
       tries_left = excluded.tries_left,
       confirmed_at = coalesce(test_number.confirmed_at, excluded.confirmed_at)
     returning ${columns}`,
    [
      accountId,
      number.id,
      number.nameSealed,
      number.numberSealed,
      number.numberKey,
      number.numberTag,
      number.codeTag,
      instant(number.codeUntil),
      number.triesLeft,
      instant(number.confirmedAt),
      number.by,
      toTimestamp(number.at),
    ],
  )
  return fromRow(rows[0] as Row)
}

export async function listTestNumbers(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<TestNumber[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.test_number where account_id = $1 order by added_at, id
     limit $2`,
    [accountId, limit],
  )
  return rows.map(fromRow)
}

/** Its steps happen one after the other: nobody guesses a code twice at once. */
export async function lockTestNumber(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<TestNumber | null> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.test_number where account_id = $1 and id = $2 for update`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : fromRow(rows[0])
}

export async function findIdOfTag(
  tx: Tx,
  accountId: AccountId,
  numberTag: Buffer,
): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from campaigns.test_number where account_id = $1 and number_tag = $2',
    [accountId, numberTag],
  )
  return rows[0]?.id ?? null
}

/** Until the transaction ends nobody else adds it; null: it is not there. */
export async function lockOfTag(
  tx: Tx,
  accountId: AccountId,
  numberTag: Buffer,
): Promise<{ id: string; numberKey: SubjectId | null } | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7304))', [
    `${accountId} ${numberTag.toString('hex')}`,
  ])
  const { rows } = await tx.query<{ id: string; numberKey: SubjectId | null }>(
    `select id, number_key as "numberKey" from campaigns.test_number
     where account_id = $1 and number_tag = $2 for update`,
    [accountId, numberTag],
  )
  return rows[0] ?? null
}

/** Of versions before. */
export async function lockUnkeyed(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<TestNumber[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.test_number
     where account_id = $1 and number_key is null limit $2 for update`,
    [accountId, limit],
  )
  return rows.map(fromRow)
}

export async function keySealed(
  tx: Tx,
  accountId: AccountId,
  { id, numberSealed, nameSealed, numberKey }: SealedTelephone & { id: string },
): Promise<void> {
  await tx.query(
    `update campaigns.test_number set name = null, name_sealed = $3, number_sealed = $4,
       number_key = $5
     where account_id = $1 and id = $2`,
    [accountId, id, nameSealed, numberSealed, numberKey],
  )
}

export async function confirmTestNumber(
  tx: Tx,
  accountId: AccountId,
  { id, at }: { id: string; at: Instant },
): Promise<void> {
  await tx.query(
    `update campaigns.test_number set confirmed_at = $3, code_tag = null, code_until = null
     where account_id = $1 and id = $2`,
    [accountId, id, toTimestamp(at)],
  )
}

export async function countTry(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await tx.query(
    `update campaigns.test_number set tries_left = tries_left - 1
     where account_id = $1 and id = $2 and tries_left > 0`,
    [accountId, id],
  )
}

/** The keys of those that went; null: of one of a version before. */
type KeysGone = (SubjectId | null)[]

export const deleteTestNumber = (tx: Tx, accountId: AccountId, id: string): Promise<KeysGone> =>
  deleteNumbers(tx, [accountId, id], 'id = $2')

export const deleteTestNumbersOf = (
  tx: Tx,
  accountId: AccountId,
  numberTags: readonly Buffer[],
): Promise<KeysGone> =>
  deleteNumbers(tx, [accountId, arrayOf.bytea(numberTags)], 'number_tag = any($2::bytea[])')

async function deleteNumbers(tx: Tx, values: unknown[], which: string): Promise<KeysGone> {
  const { rows } = await tx.query<{ key: SubjectId | null }>(
    `delete from campaigns.test_number where account_id = $1 and ${which}
     returning number_key as key`,
    values,
  )
  return rows.map(({ key }) => key)
}
