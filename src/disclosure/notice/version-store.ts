// The SQL of notices: their public address and each version that was ever shown.
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { NoticeText } from '../contract.ts'

export type NoticeTexts = Readonly<Record<Language, NoticeText>>
export type Version = { version: number; sha256: Buffer; texts: NoticeTexts; at: Instant }

const columns = 'version, sha256, texts, published_at as at'

/** Null: the installation's own. */
export type Whose = AccountId | null

const tableOf = (whose: Whose) =>
  whose === null
    ? { table: 'disclosure.installation_version', where: 'true', first: [] }
    : { table: 'disclosure.version', where: 'account_id = $1', first: [whose] }

export async function newestVersion(tx: Tx, whose: Whose): Promise<Version | null> {
  const { table, where, first } = tableOf(whose)
  const { rows } = await tx.query<Version>(
    `select ${columns} from ${table} where ${where} order by version desc limit 1`,
    first,
  )
  return rows[0] ?? null
}

export async function findVersion(tx: Tx, whose: Whose, version: number): Promise<Version | null> {
  const { table, where, first } = tableOf(whose)
  const { rows } = await tx.query<Version>(
    `select ${columns} from ${table} where ${where} and version = $${first.length + 1}`,
    [...first, version],
  )
  return rows[0] ?? null
}

export async function listVersions(
  tx: Tx,
  whose: Whose,
  page: { before: number | null; limit: number },
): Promise<Omit<Version, 'texts'>[]> {
  const { table, where, first } = tableOf(whose)
  const [before, limit] = [first.length + 1, first.length + 2]
  const { rows } = await tx.query<Omit<Version, 'texts'>>(
    `select version, sha256, published_at as at from ${table}
     where ${where} and ($${before}::integer is null or version < $${before})
     order by version desc limit $${limit}`,
    [...first, page.before, page.limit],
  )
  return rows
}

/** One after the other: two readings of a change keep it once. */
export async function holdVersions(tx: Tx, whose: Whose): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 7301))`, [
    `disclosure.version ${whose ?? ''}`,
  ])
}

export async function insertVersion(tx: Tx, whose: Whose, one: Version): Promise<void> {
  const values = [one.version, one.sha256, JSON.stringify(one.texts), toTimestamp(one.at)]
  if (whose === null) {
    await tx.query(
      `insert into disclosure.installation_version (version, sha256, texts, published_at)
       values ($1, $2, $3, $4)`,
      values,
    )
    return
  }
  await tx.query(
    `insert into disclosure.version (version, sha256, texts, published_at, account_id)
     values ($1, $2, $3, $4, $5)`,
    [...values, whose],
  )
}

export async function codeOf(tx: Tx, accountId: AccountId): Promise<string | null> {
  const { rows } = await tx.query<{ code: string }>(
    'select code from disclosure.page where account_id = $1',
    [accountId],
  )
  return rows[0]?.code ?? null
}

/** Where the account has an address already, or another account has this code, nothing is done. */
export async function insertCode(tx: Tx, accountId: AccountId, code: string): Promise<void> {
  await tx.query(
    'insert into disclosure.page (account_id, code) values ($1, $2) on conflict do nothing',
    [accountId, code],
  )
}

export async function accountOfCodeInAnyAccount(tx: Tx, code: string): Promise<AccountId | null> {
  const { rows } = await tx.query<{ accountId: AccountId }>(
    'select account_id as "accountId" from disclosure.page where code = $1',
    [code],
  )
  return rows[0]?.accountId ?? null
}
