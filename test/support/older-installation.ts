// An installation as it was before a migration, and what brings it along.
import { afterEach, expect } from 'vitest'
import { migrate, readMigrations } from '../../src/storage/migrate.ts'
import { emptyDatabase } from './database.ts'

type Empty = Awaited<ReturnType<typeof emptyDatabase>>
const made: Empty[] = []
afterEach(async () => {
  for (const each of made.splice(0)) await each.drop()
})

/** As it was before this migration; `bring` applies the rest, as the owner does at a start. */
export async function before(migration: string) {
  const database = await emptyDatabase()
  made.push(database)
  const { address, logins, asSuperuser } = database
  const all = readMigrations()
  const from = all.findIndex(({ name }) => name.endsWith(`_${migration}.sql`))
  expect(from).toBeGreaterThan(0)
  await migrate(address, logins.owner, all.slice(0, from))
  const query = async <Row extends object>(text: string, values: unknown[]): Promise<Row[]> =>
    (await asSuperuser((client) => client.query<Row>(text, values))).rows
  return { query, bring: () => migrate(address, logins.owner, all) }
}
