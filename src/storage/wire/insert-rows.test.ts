// Rows in one INSERT: whatever they say alike, what stands in the table is what was given.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { InsertRows } from './insert-rows.ts'

type Row = { id: number; word: string | null; size: number | null; at: number | null; tag: Buffer }

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.asOwner((client) =>
    client.query(`
      create schema shop;
      select storage.room_schema('shop');
      create table shop.row (batch text, id int primary key, word text, size smallint,
        at timestamptz, tag bytea, big bigint);
      select storage.installation_table('shop.row', 'select, insert, delete');`),
  )
})
afterAll(() => db.close())

const rowsIn = new InsertRows<Row>({
  name: 'test_rows',
  table: 'shop.row',
  fixed: [{ name: 'batch', type: 'text' }],
  columns: [
    { name: 'id', type: 'int4', of: (row) => row.id },
    { name: 'word', type: 'text', alike: 0, of: (row) => row.word },
    { name: 'size', type: 'int2', alike: 1, of: (row) => row.size },
    { name: 'at', type: 'timestamptz', alike: 1, of: (row) => row.at },
    { name: 'tag', type: 'bytea', alike: 2, of: (row) => row.tag },
    { name: 'big', type: 'int8', alike: 2, of: (row) => row.id % 2 },
  ],
  suffix: 'on conflict do nothing returning id',
})

/** Few values, so that a column is alike as often as not. */
const someRows = fc.array(
  fc.record({
    word: fc.constantFrom(null, '', 'é', '{a,b}'),
    size: fc.constantFrom(null, 0, -1),
    at: fc.constantFrom(null, 0, 1_793_000_000_123),
    tag: fc.constantFrom('', '00', '5c78').map((hex) => Buffer.from(hex, 'hex')),
  }),
  { minLength: 1, maxLength: 5 },
)

test('what was given is what stands there, whichever columns are alike', async () => {
  await fc.assert(
    fc.asyncProperty(someRows, async (made) => {
      const rows = made.map((row, index) => ({ ...row, id: index + 1 }))
      const found = await db.database.inInstallation(async (tx) => {
        await tx.query('delete from shop.row')
        const { rowCount } = await tx.query(...rowsIn.of(rows, ['b']))
        expect(rowCount).toBe(rows.length)
        return (await tx.query('select * from shop.row order by id')).rows
      })
      expect(found).toEqual(rows.map((row) => ({ ...row, batch: 'b', big: row.id % 2 })))
    }),
    { numRuns: 60 },
  )
})

test('each choice of what is alike has one statement, and the same rows have the same', () => {
  const row = { word: 'a', size: 1, at: 0, tag: Buffer.from('00', 'hex') }
  const [one] = rowsIn.of(
    [
      { ...row, id: 1 },
      { ...row, id: 3 },
    ],
    ['b'],
  )
  const [again] = rowsIn.of(
    [
      { ...row, id: 5 },
      { ...row, id: 7 },
    ],
    ['b'],
  )
  const [other] = rowsIn.of(
    [
      { ...row, id: 5 },
      { ...row, id: 7, word: 'b' },
    ],
    ['b'],
  )
  expect(again).toBe(one)
  expect(other.name).not.toBe(one.name)
  expect(other.text).not.toBe(one.text)
})
