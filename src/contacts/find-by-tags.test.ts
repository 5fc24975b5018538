// That looking for a few numbers reads these few contacts, however young the table is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import type { AccountId } from '../kernel/index.ts'
import { findByTags } from './store.ts'

const account = '01990000-0000-7000-8000-0000000000a1' as AccountId
const others = 3_000
const tagOf = (n: number) => Buffer.from(n.toString(16).padStart(32, '0'), 'hex')

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
})
afterAll(() => here.close())

/** Rows that any index of contacts.contact has led to. */
async function rowsRead(): Promise<number> {
  const { rows } = await here.asSuperuser(async (client) => {
    await client.query('select pg_stat_force_next_flush()')
    return client.query(
      `select coalesce(sum(idx_tup_fetch), 0) + coalesce(sum(seq_tup_read), 0) as n
       from pg_stat_all_tables where relid = 'contacts.contact'::regclass`,
    )
  })
  return Number(rows[0].n)
}

test('three of thirty-two are found among three thousand by reading three, without statistics', async () => {
  await here.asSuperuser((client) =>
    client.query(`alter table contacts.contact set (autovacuum_enabled = off)`),
  )
  await here.asSuperuser((client) =>
    client.query(
      `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
         territory, zone, marketing_state, fields_held, created_at, updated_at)
       select $1, gen_random_uuid(), gen_random_uuid(),
         decode(lpad(to_hex(n), 32, '0'), 'hex'), '', 'FR', 'FR', 'Europe/Paris', 'open', '{}',
         now(), now()
       from generate_series(1, $2::integer) n`,
      [account, others],
    ),
  )
  const look = (tags: readonly Buffer[]) =>
    here.database.inAccount(
      account,
      async (tx) => {
        const found = await findByTags(tx, account, tags)
        await tx.query('select pg_stat_force_next_flush()')
        return found
      },
      { byIndex: true },
    )
  const before = await rowsRead()
  const strangers = Array.from({ length: 29 }, (_, index) => tagOf(40_000 + index))
  const found = await look([tagOf(7), tagOf(2_999), ...strangers, tagOf(1)])
  expect(found.map(({ numberTag }) => numberTag.toString('hex')).sort()).toEqual(
    [1, 7, 2_999].map((n) => tagOf(n).toString('hex')),
  )
  expect((await rowsRead()) - before).toBe(3)
})
