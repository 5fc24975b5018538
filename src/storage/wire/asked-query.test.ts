// Named statements asked again and again on one connection: each gets its own rows, or is refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { SqlError } from '../index.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.asOwner((client) =>
    client.query(`
      create schema shop;
      select storage.room_schema('shop');
      create table shop.thing (id int primary key, word text, at timestamptz, size int8, tag bytea);
      select storage.installation_table('shop.thing', 'select, insert, update, delete');`),
  )
})
afterAll(async () => {
  await db.close()
})

const numbered = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n)

test('the same statement gets its own rows each time, one by one and many in one write', async () => {
  const text = `
select n, n * 10000000000 as "big", case when n % 2 = 0 then 'é' || n end as word, $2::bytea as tag,
  timestamptz 'epoch' + n * interval '1 second' as at
from generate_series(1, $1::int) as n order by n`
  const ask = { name: 'test_series', text }
  const tag = Buffer.from([0, 1, 255])
  const expected = (count: number) =>
    numbered(1, count).map((n) => ({
      n,
      big: n * 1e10,
      word: n % 2 === 0 ? `é${n}` : null,
      tag,
      at: n * 1000,
    }))
  await db.database.inInstallation(async (tx) => {
    for (const count of [3, 0, 1]) {
      expect(await tx.query(ask, [count, tag])).toEqual({ rows: expected(count), rowCount: count })
    }
    const together = await Promise.all(numbered(0, 20).map((count) => tx.query(ask, [count, tag])))
    expect(together.map(({ rows }) => rows)).toEqual(numbered(0, 20).map(expected))
  })
})

test('a statement that gives no rows, and one without values, are asked again as well', async () => {
  const add = { name: 'test_add', text: 'insert into shop.thing (id, word) values ($1, $2)' }
  const all = { name: 'test_all', text: 'select id, word from shop.thing order by id' }
  await db.database.inInstallation(async (tx) => {
    for (const id of [1, 2, 3]) {
      expect(await tx.query(add, [id, null])).toEqual({ rows: [], rowCount: 1 })
      const { rows } = await tx.query(all)
      expect(rows).toEqual(numbered(1, id).map((one) => ({ id: one, word: null })))
    }
    const { rowCount } = await tx.query('delete from shop.thing')
    expect(rowCount).toBe(3)
  })
})

test('a statement that fails the first time is as good as new the next', async () => {
  const share = { name: 'test_share', text: 'select 12 / $1::int as share, $2::text as word' }
  const once = (by: number) => db.database.inInstallation((tx) => tx.query(share, [by, 'a']))
  const wrong = { name: 'test_wrong', text: 'select nothing from nowhere where 1 = $1' }
  for (let times = 0; times < 2; times += 1) {
    await expect(once(0)).rejects.toThrow(SqlError)
    await expect(db.database.inInstallation((tx) => tx.query(wrong, [1]))).rejects.toThrow(SqlError)
    expect((await once(4)).rows).toEqual([{ share: 3, word: 'a' }])
  }
})

test('a name stands for one statement, and a value that cannot be written fails alone', async () => {
  await db.database.inInstallation((tx) => tx.query({ name: 'test_one', text: 'select 1 as one' }))
  await expect(
    db.database.inInstallation(async (tx) => {
      await tx.query({ name: 'test_one', text: 'select 1 as one' })
      await tx.query({ name: 'test_one', text: 'select 2 as two' })
    }),
  ).rejects.toThrow('test_one')
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  await expect(
    db.database.inInstallation((tx) =>
      tx.query({ name: 'test_echo', text: 'select $1::jsonb as echo' }, [circular]),
    ),
  ).rejects.toThrow(/circular/)
  const { rows } = await db.database.inInstallation((tx) =>
    tx.query({ name: 'test_echo', text: 'select $1::jsonb as echo' }, [{ a: [1] }]),
  )
  expect(rows).toEqual([{ echo: { a: [1] } }])
})

test('a table whose columns changed gives no row under their old names', async () => {
  const look = { name: 'test_look', text: 'select * from shop.thing' }
  const looked = () => db.database.inInstallation((tx) => tx.query(look))
  await db.database.inInstallation((tx) =>
    tx.query('insert into shop.thing (id, word, size) values (7, $1, 5)', ['seven']),
  )
  expect((await looked()).rows).toEqual([{ id: 7, word: 'seven', at: null, size: 5, tag: null }])
  await db.asOwner((client) => client.query('alter table shop.thing rename column word to name'))
  await expect(looked()).rejects.toThrow(SqlError)
})

test('the first answer comes as text and the next ones as octets: they say the same', async () => {
  const text = `
select * from (values
  (1, true, 7::smallint, -2147483648, 9007199254740991, '\\x00ff'::bytea, timestamptz 'infinity'),
  (2, false, '-32768', 2147483647, -9007199254740991, '', '-infinity'),
  (3, null, null, null, null, null, null),
  (4, true, 0, 0, 0, decode(repeat('5c', 100000), 'hex'), '1969-12-31 23:59:59.998999+00'),
  (5, false, 1, -1, -1, '\\x5c78', '2026-11-28 01:02:03.004567+00'),
  (6, true, 1, -1, 4294967296, '\\x44', '9999-12-31 23:59:59.999+00'),
  (7, true, 1, -1, 1, '\\x44', '9998-03-04 05:06:07.891+00'),
  (8, true, 1, -1, 1, '\\x44', '1001-03-04 05:06:07.891001+00')
) as v (n, yes, small, whole, big, octets, at), lateral (select
  '0198c0de-0000-7000-8000-00000000000' || n as text, 'é' || n as word, n * 0.5 as half,
  date '2026-11-28' as day, array[n, null] as list, array[big] as bigs,
  jsonb_build_object('n', n) as json, array[('0198c0de-0000-7000-8000-00000000000' || n)::uuid] as ids,
  ('0198c0de-0000-7000-8000-00000000000' || n)::uuid as id
) as more order by n`
  const rows = await db.database.inInstallation(async (tx) => {
    const asked: object[][] = []
    for (let times = 0; times < 3; times += 1) {
      asked.push((await tx.query({ name: 'test_types', text })).rows)
    }
    return asked
  })
  expect(rows[1]).toEqual(rows[0])
  expect(rows[2]).toEqual(rows[0])
  expect(rows[1]?.[0]).toMatchObject({
    yes: true,
    small: 7,
    whole: -2147483648,
    big: 9007199254740991,
    octets: Buffer.from([0, 255]),
    at: Number.POSITIVE_INFINITY,
    id: '0198c0de-0000-7000-8000-000000000001',
  })
  expect(rows[1]?.[4]).toMatchObject({ at: Date.UTC(2026, 10, 28, 1, 2, 3, 4), half: '2.5' })
})
