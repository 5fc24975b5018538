// The SQL of what users declare: of an account's processings, and of the installation.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'

export type Declared = {
  id: string
  place: string
  field: string
  value: string
  /** `user:` or `token:` and an id, or a part of the program. */
  by: string
  at: Instant
}

const columns = `declared_id as id, place, field, value, declared_by as by, declared_at as at`

/** The newest of each place and field; an empty one is declared no more. */
export async function readDeclared(tx: Tx, accountId: AccountId): Promise<Declared[]> {
  const { rows } = await tx.query<Declared>(
    `select distinct on (place, field) ${columns} from disclosure.declared
     where account_id = $1 order by place, field, declared_id desc`,
    [accountId],
  )
  return rows.filter(({ value }) => value !== '')
}

export async function countDeclared(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from disclosure.declared where account_id = $1',
    [accountId],
  )
  return rows[0]?.count ?? 0
}

/** Newest first. */
export async function listDeclared(
  tx: Tx,
  accountId: AccountId,
  page: { before: string | null; limit: number },
): Promise<Declared[]> {
  const { rows } = await tx.query<Declared>(
    `select ${columns} from disclosure.declared
     where account_id = $1 and ($2::uuid is null or declared_id < $2)
     order by declared_id desc limit $3`,
    [accountId, page.before, page.limit],
  )
  return rows
}

export async function insertDeclared(tx: Tx, accountId: AccountId, one: Declared): Promise<void> {
  await tx.query(
    `insert into disclosure.declared (account_id, declared_id, place, field, value, declared_by,
       declared_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [accountId, one.id, one.place, one.field, one.value, one.by, toTimestamp(one.at)],
  )
}

export type OperatorDeclared = Omit<Declared, 'place'>

export async function readOperatorDeclared(tx: Tx): Promise<OperatorDeclared[]> {
  const { rows } = await tx.query<OperatorDeclared>(
    `select distinct on (field) declared_id as id, field, value, declared_by as by,
       declared_at as at
     from disclosure.installation_declared order by field, declared_id desc`,
  )
  return rows
}

export async function insertOperatorDeclared(tx: Tx, one: OperatorDeclared): Promise<void> {
  await tx.query(
    `insert into disclosure.installation_declared (declared_id, field, value, declared_by,
       declared_at) values ($1, $2, $3, $4, $5)`,
    [one.id, one.field, one.value, one.by, toTimestamp(one.at)],
  )
}
