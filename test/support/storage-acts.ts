// What tests of copies do to a database: its settings as its administrator, rows as marks in time.
import pg from 'pg'
import type { MakeId } from '../../src/kernel/index.ts'
import type { Storage } from '../../src/storage/index.ts'

/** One connection for all of them. */
export async function administered(
  { wayIn }: Pick<Storage, 'wayIn'>,
  texts: readonly string[],
): Promise<pg.QueryResult[]> {
  const { host, port } = wayIn.address
  const client = new pg.Client({ host, port, database: 'postgres', user: 'postgres' })
  await client.connect()
  try {
    const results: pg.QueryResult[] = []
    for (const text of texts) results.push(await client.query(text))
    return results
  } finally {
    await client.end()
  }
}

/** A row that says what happened up to the moment. */
export const markIn = (
  { database }: Pick<Storage, 'database'>,
  makeId: MakeId,
  text: string,
): Promise<void> =>
  database.inInstallation(async (tx) => {
    await tx.query(
      `insert into accounts.user (user_id, email_tag, email_sealed, name_sealed, language, created_at)
       values ($1, $2, '', '', 'fr', now())`,
      [makeId(), Buffer.from(text)],
    )
  })
