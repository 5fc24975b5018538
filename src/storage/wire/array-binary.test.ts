// Lists travel in binary and arrive as they were, nulls and none included.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { BugError } from '../../kernel/index.ts'
import { arrayOf, ColumnLists, columnArrays } from './array-binary.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function back(type: string, list: Buffer): Promise<unknown[]> {
  const { rows } = await db.database.inInstallation((tx) =>
    tx.query<{ value: unknown }>(
      `select value from unnest($1::${type}[]) with ordinality as given (value, at) order by at`,
      [list],
    ),
  )
  return rows.map(({ value }) => value)
}

const cases: readonly (readonly [string, Buffer, readonly unknown[]])[] = [
  [
    'uuid',
    arrayOf.uuid(['01a210d0-21d9-75bb-863c-000000000001', null]),
    ['01a210d0-21d9-75bb-863c-000000000001', null],
  ],
  ['int2', arrayOf.int2([-32_768, null, 32_767]), [-32_768, null, 32_767]],
  ['int2', arrayOf.int2([2, 2, null, 2, 3, 2]), [2, 2, null, 2, 3, 2]],
  ['int4', arrayOf.int4([-1, 2_147_483_647]), [-1, 2_147_483_647]],
  [
    'int8',
    arrayOf.int8([-1, 0, Number.MAX_SAFE_INTEGER, -4_294_967_297]),
    [-1, 0, Number.MAX_SAFE_INTEGER, -4_294_967_297],
  ],
  [
    'timestamptz',
    arrayOf.timestamptz([0, null, -1, Date.UTC(2026, 10, 25, 1, 2, 3, 4), Date.UTC(1990, 0, 1)]),
    [0, null, -1, Date.UTC(2026, 10, 25, 1, 2, 3, 4), Date.UTC(1990, 0, 1)],
  ],
  ['text', arrayOf.text(['', 'é,"\\{}', null, 'null']), ['', 'é,"\\{}', null, 'null']],
  [
    'text',
    arrayOf.text(['', '', '€€', '€€', null, '€€', '👍']),
    ['', '', '€€', '€€', null, '€€', '👍'],
  ],
  ['bool', arrayOf.bool([true, true, undefined, false]), [true, true, null, false]],
  ['float8', arrayOf.float8([0.1, -2, undefined]), [0.1, -2, null]],
  [
    'bytea',
    arrayOf.bytea([Buffer.from([0, 255]), null, Buffer.alloc(0), Buffer.alloc(33, 7)]),
    [Buffer.from([0, 255]), null, Buffer.alloc(0), Buffer.alloc(33, 7)],
  ],
]

for (const [type, list, expected] of cases) {
  test(`of ${type}`, async () => {
    expect(await back(type, list)).toEqual(expected)
  })
}

test('of nothing', async () => {
  expect(await back('uuid', arrayOf.uuid([]))).toEqual([])
  expect(await back('bytea', arrayOf.bytea([]))).toEqual([])
})

test('columns of rows come out as the rows, what a row has not as null', async () => {
  const rows = [
    { id: '01a210d0-21d9-75bb-863c-000000000001', text: 'é' },
    { id: null, text: 'b' },
  ]
  const arrays = columnArrays(rows, [
    ['uuid', ({ id }) => id],
    ['text', ({ text }) => text],
  ])
  const found = await db.database.inInstallation((tx) =>
    tx.query('select * from unnest($1::uuid[], $2::text[]) as given (id, text)', arrays),
  )
  expect(found.rows).toEqual(rows)
})

test('rows that come one by one are kept as they were, in a room that grows', async () => {
  const lists = new ColumnLists<{ text: string; octets: Buffer }>(
    [
      ['text', ({ text }) => text],
      ['bytea', ({ octets }) => octets],
    ],
    1,
  )
  // Octets are written into one place for all rows, as sealing does.
  const octets = Buffer.alloc(300)
  for (let row = 0; row < 50; row += 1) {
    octets.fill(row)
    lists.push({ text: 'é'.repeat(row * 3), octets })
  }
  expect(lists.rows).toBe(50)
  const found = await db.database.inInstallation((tx) =>
    tx.query('select * from unnest($1::text[], $2::bytea[]) as given (text, octets)', lists.done()),
  )
  expect(found.rows).toEqual(
    Array.from({ length: 50 }, (_, row) => ({
      text: 'é'.repeat(row * 3),
      octets: Buffer.alloc(300, row),
    })),
  )
})

test('refuses what its column cannot hold', () => {
  expect(() => arrayOf.int4(['seven' as never])).toThrow(BugError)
  expect(() => arrayOf.uuid(['01a210d0-21d9-75bb-863c-0000000000012'])).toThrow(BugError)
  expect(() => arrayOf.int2([32_768])).toThrow()
  expect(() => arrayOf.int4([0.5])).toThrow()
})
