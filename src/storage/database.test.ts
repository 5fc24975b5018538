// Transactions on a real database: who sees what, what comes back, what is told when it fails.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestId, realTimers } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { type AccountId, BugError } from '../kernel/index.ts'
import { isUniqueViolation, SqlError, type Tx, toTimestamp } from './index.ts'

const makeId = makeTestId()
const ours = makeId() as AccountId
const theirs = makeId() as AccountId

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.asOwner((client) =>
    client.query(`
      create schema shop;
      select storage.room_schema('shop');
      create table shop.note (
        account_id uuid not null, id uuid not null, word text not null,
        primary key (account_id, id));
      select storage.account_table('shop.note', 'select, insert, update');
      create table shop.queue (account_id uuid not null, id int primary key, tag bytea);
      select storage.account_table('shop.queue', 'select, insert');
      select storage.engine_access('shop.queue', 'select, insert, delete');
      create table shop.staging (account_id uuid not null, batch_id uuid not null, body bytea);
      select storage.staging_table('shop.staging');
      create table shop.supplier (id int primary key, word text);
      select storage.installation_table('shop.supplier', 'select, insert');
      create table shop.entry (id int primary key);
      select storage.installation_table('shop.entry', 'select, insert, update, delete');
      select storage.append_only('shop.entry');
      create table shop.value (
        a uuid, b text, c bytea, d int2, e int4, f int8, g timestamptz, h bool, i jsonb, j float8,
        k text[], l uuid[], m int8[], n date);
      select storage.installation_table('shop.value', 'select, insert');`),
  )
  for (const accountId of [ours, theirs]) {
    await db.database.inAccount(accountId, async (tx) => {
      await tx.query('insert into shop.note values ($1, $2, $3)', [accountId, makeId(), 'mine'])
    })
  }
})
afterAll(async () => {
  await db.close()
})

test('an account sees its own rows and no others', async () => {
  const { rows } = await db.database.inAccount(ours, (tx) =>
    tx.query<{ account_id: string }>('select account_id from shop.note'),
  )
  expect(rows).toEqual([{ account_id: ours }])
})

test('without an account, before and after one was set on the same connection, no row is seen', async () => {
  const count = async (): Promise<number> =>
    (await db.database.inInstallation((tx) => tx.query('select from shop.note'))).rowCount
  expect(await count()).toBe(0)
  await Promise.all(
    Array.from({ length: 20 }, () =>
      db.database.inAccount(ours, (tx) => tx.query('select from shop.note')),
    ),
  )
  const counts = await Promise.all(Array.from({ length: 20 }, count))
  expect(new Set(counts)).toEqual(new Set([0]))
})

test('a row for another account is refused, and cannot be changed or taken over', async () => {
  const insert = db.database.inAccount(ours, (tx) =>
    tx.query('insert into shop.note values ($1, $2, $3)', [theirs, makeId(), 'x']),
  )
  await expect(insert).rejects.toMatchObject({ sqlState: '42501' })
  const { rowCount } = await db.database.inAccount(ours, (tx) =>
    tx.query('update shop.note set word = $1 where account_id = $2', ['x', theirs]),
  )
  expect(rowCount).toBe(0)
  const move = db.database.inAccount(ours, (tx) =>
    tx.query('update shop.note set account_id = $1', [theirs]),
  )
  await expect(move).rejects.toMatchObject({ sqlState: '42501' })
})

test('the roles of the server own nothing, are no superuser and bypass nothing', async () => {
  const { rows } = await db.asSuperuser((client) =>
    client.query<{ rolname: string; owned: number }>(`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owned,
        (select count(*) from pg_auth_members where member = pg_roles.oid) as memberships
      from pg_roles where rolname in ('accord_app', 'accord_engine') order by 1`),
  )
  const nothing = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    owned: 0,
    memberships: 0,
  }
  expect(rows).toEqual([
    { rolname: 'accord_app', ...nothing },
    { rolname: 'accord_engine', ...nothing },
  ])
})

// Where the tests run on a given server, one login stands for the three roles: SET ROLE is then
// the way back to the owner, which docs/decisions tells.
const hasOwnLogins = process.env['ACCORD_TEST_DATABASE_URL'] === undefined
const attempts = [
  ...(hasOwnLogins
    ? ['set role accord_owner', 'set role postgres', 'set session authorization postgres']
    : []),
  'alter table shop.note disable row level security',
  'alter table shop.note no force row level security',
  'create policy mine on shop.note using (true)',
  'alter table shop.note owner to accord_app',
  'create table shop.own (id int)',
  'create table public.own (id int)',
  'create schema own',
  'delete from shop.note',
  'truncate shop.note',
  'set local row_security = off; select from shop.note',
  `select storage.account_table('shop.supplier', 'delete')`,
  'select from storage.migration',
  'copy (select 1) to program $$true$$',
  'copy shop.supplier from $$/etc/passwd$$',
  'alter role accord_app superuser',
]
test.each(attempts)('the role of the server may not: %s', async (statement) => {
  const trying = db.database.inInstallation((tx) => tx.query(statement))
  await expect(trying).rejects.toMatchObject({ sqlState: '42501' })
})

test.runIf(hasOwnLogins)(
  'the owner of the tables cannot change rows past the policy either',
  async () => {
    const { rowCount } = await db.asOwner((client) =>
      client.query('update shop.note set word = $$x$$'),
    )
    expect(rowCount).toBe(0)
  },
)

test('the engine sees narrow tables over all accounts, and no other', async () => {
  await db.database.inAnyAccount(async (tx) => {
    await tx.query('insert into shop.queue values ($1, 1, null), ($2, 2, null)', [ours, theirs])
  })
  const seen = (accountId: AccountId) =>
    db.database.inAccount(accountId, (tx) => tx.query('select from shop.queue'))
  expect((await seen(ours)).rowCount).toBe(1)
  const claimed = await db.database.inAnyAccount((tx) =>
    tx.query('delete from shop.queue returning id'),
  )
  expect(claimed.rowCount).toBe(2)
  const peeking = db.database.inAnyAccount((tx) => tx.query('select from shop.note'))
  await expect(peeking).rejects.toMatchObject({ sqlState: '42501' })
})

test('one statement is kept without a transaction around it, and a second is not taken', async () => {
  const alone = { isOneStatement: true }
  let isTold = false
  await db.database.inAnyAccount(async (tx) => {
    tx.afterCommit(() => {
      isTold = true
    })
    await tx.query('insert into shop.queue values ($1, 7, null)', [ours])
  }, alone)
  expect(isTold).toBe(true)
  const wrong = db.database.inAnyAccount((tx) => tx.query('select from shop.note'), alone)
  await expect(wrong).rejects.toMatchObject({ sqlState: '42501' })
  const two = db.database.inAnyAccount(async (tx) => {
    await tx.query('delete from shop.queue where id = 7')
    await tx.query('select 1')
  }, alone)
  await expect(two).rejects.toThrow(BugError)
  const { rowCount } = await db.database.inAnyAccount((tx) =>
    tx.query('select from shop.queue where id = 7'),
  )
  expect(rowCount).toBe(0)
})

test('a table that only grows refuses update, delete and truncate, to its owner as well', async () => {
  await db.database.inInstallation((tx) => tx.query('insert into shop.entry values (1)'))
  for (const statement of [
    'update shop.entry set id = 2',
    'delete from shop.entry',
    'truncate shop.entry',
  ]) {
    await expect(db.asOwner((client) => client.query(statement))).rejects.toThrow(/only ever added/)
  }
  const deleting = db.database.inInstallation((tx) => tx.query('delete from shop.entry'))
  await expect(deleting).rejects.toThrow(/only ever added/)
})

const values = {
  a: '019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8',
  b: 'Élodie 😀\n"quoted"',
  c: Buffer.from([0, 255, 10, 92]),
  d: -32_768,
  e: 2_147_483_647,
  f: -9_007_199_254_740_991,
  g: Date.parse('2026-11-25T01:02:03.004Z'),
  h: true,
  i: '{"parts": [1, null, "é"]}',
  j: -0.1,
}

test('a copied row comes back as it was, null in each column as well', async () => {
  const columns = [
    { name: 'a', type: 'uuid' },
    { name: 'b', type: 'text' },
    { name: 'c', type: 'bytea' },
    { name: 'd', type: 'int2' },
    { name: 'e', type: 'int4' },
    { name: 'f', type: 'int8' },
    { name: 'g', type: 'timestamptz' },
    { name: 'h', type: 'bool' },
    { name: 'i', type: 'jsonb' },
    { name: 'j', type: 'float8' },
  ] as const
  const count = await db.database.inInstallation((tx) =>
    tx.copyIn('shop.value', columns, [Object.values(values), columns.map(() => null)]),
  )
  expect(count).toBe(2)
  const { rows } = await db.database.inInstallation((tx) =>
    tx.query('select a, b, c, d, e, f, g, h, i, j from shop.value'),
  )
  expect(rows[0]).toEqual({ ...values, i: JSON.parse(values.i) })
  expect(Object.values(rows[1] ?? {})).toEqual(columns.map(() => null))
})

test('parameters and arrays come back as they were, old instants and days too', async () => {
  const instant = Date.parse('1969-07-20T20:17:40.123Z')
  const { rows } = await db.database.inInstallation((tx) =>
    tx.query(
      `insert into shop.value (c, g, k, l, m, n) values ($1, $2, $3, $4, $5, $6)
       returning c, g, k, l, m, n`,
      [values.c, toTimestamp(instant), ['a"b', 'é,'], [values.a], [1, 2 ** 40], '2026-11-25'],
    ),
  )
  expect(rows).toEqual([
    { c: values.c, g: instant, k: ['a"b', 'é,'], l: [values.a], m: [1, 2 ** 40], n: '2026-11-25' },
  ])
})

const stagingColumns = [
  { name: 'account_id', type: 'uuid' },
  { name: 'batch_id', type: 'uuid' },
  { name: 'body', type: 'bytea' },
] as const

test('many rows from an asynchronous source are copied', async () => {
  async function* rows(): AsyncGenerator<unknown[]> {
    for (let index = 0; index < 50_000; index += 1) {
      yield [ours, theirs, Buffer.alloc(40, index)]
    }
  }
  const count = await db.database.inAccount(ours, (tx) =>
    tx.copyIn('shop.staging', stagingColumns, rows()),
  )
  expect(count).toBe(50_000)
})

test('an error among the rows to copy undoes the transaction and comes back as it was', async () => {
  function* rows(): Generator<unknown[]> {
    yield [ours, theirs, null]
    throw new BugError('the file ended')
  }
  const before = await db.asSuperuser((client) => client.query('select from shop.staging'))
  const copying = db.database.inAccount(ours, (tx) =>
    tx.copyIn('shop.staging', stagingColumns, rows()),
  )
  await expect(copying).rejects.toThrow('the file ended')
  const bad = db.database.inAccount(ours, (tx) =>
    tx.copyIn('shop.staging', stagingColumns, [['not-a-uuid', theirs, null]]),
  )
  await expect(bad).rejects.toThrow(BugError)
  const after = await db.asSuperuser((client) => client.query('select from shop.staging'))
  expect(after.rowCount).toBe(before.rowCount)
})

test('an error of PostgreSQL goes on without the values that it quotes', async () => {
  const secret = 'Odile-Sample'
  const note = makeId()
  const twice = db.database.inAccount(ours, async (tx) => {
    for (let turn = 0; turn < 2; turn += 1) {
      await tx.query('insert into shop.note values ($1, $2, $3)', [ours, note, secret])
    }
  })
  const error = await twice.catch((caught: unknown) => caught)
  expect(isUniqueViolation(error, 'note_pkey')).toBe(true)
  const wrong = await db.database
    .inInstallation((tx) => tx.query('select $1::text::uuid', [secret]))
    .catch((caught: unknown) => caught)
  expect(wrong).toBeInstanceOf(SqlError)
  for (const each of [error, wrong]) {
    const told = JSON.stringify(each, Object.getOwnPropertyNames(each))
    expect(told).not.toContain(secret)
    expect(told).not.toContain(note)
  }
})

test('what was asked for after the commit happens after it, and never without it', async () => {
  const order: string[] = []
  await db.database.inInstallation(async (tx) => {
    tx.afterCommit(() => order.push('after'))
    await tx.query('insert into shop.supplier values (1, null)')
    order.push('work')
  })
  const failing = db.database.inInstallation(async (tx) => {
    tx.afterCommit(() => order.push('never'))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(order).toEqual(['work', 'after'])
})

test('a transaction whose failed statement was swallowed is not told as kept', async () => {
  const swallowing = db.database.inInstallation(async (tx) => {
    await tx.query('select 1/0').catch(() => undefined)
  })
  await expect(swallowing).rejects.toThrow(BugError)
})

describe('what is attempted', () => {
  const insert = (tx: Tx, id: number) =>
    tx.query('insert into shop.supplier values ($1, null)', [id])
  const ids = async () => {
    const { rows } = await db.database.inInstallation((tx) =>
      tx.query('select id from shop.supplier where id > 700 order by id'),
    )
    return rows.map((row) => row['id'])
  }

  test('is kept, or undone alone where it fails as was expected', async () => {
    const told = await db.database.inInstallation(async (tx) => {
      await insert(tx, 701)
      const kept = await tx.attempt(() => insert(tx, 702), isUniqueViolation)
      const undone = await tx.attempt(async () => {
        await insert(tx, 703)
        return insert(tx, 701)
      }, isUniqueViolation)
      await insert(tx, 704)
      return [kept?.rowCount, undone]
    })
    expect(told).toEqual([1, null])
    expect(await ids()).toEqual([701, 702, 704])
  })

  test('undoes the transaction where it fails otherwise', async () => {
    const failing = db.database.inInstallation(async (tx) => {
      await insert(tx, 705)
      await tx.attempt(() => tx.query('select 1/0'), isUniqueViolation)
    })
    await expect(failing).rejects.toMatchObject({ sqlState: '22012' })
    expect(await ids()).not.toContain(705)
  })

  test('leaves the next failure its own reason', async () => {
    const failing = db.database.inInstallation(async (tx) => {
      await insert(tx, 706)
      await tx.attempt(() => insert(tx, 706), isUniqueViolation)
      await Promise.all([tx.query('select 1/0'), insert(tx, 707)])
    })
    await expect(failing).rejects.toMatchObject({ sqlState: '22012' })
  })
})

test('a serialization failure is tried again only where that was asked for', async () => {
  const collide = async (retriesMax: number): Promise<number> => {
    let tries = 0
    await db.database.inInstallation(
      async (tx) => {
        tries += 1
        const { rowCount } = await tx.query('select from shop.supplier')
        if (tries === 1) {
          await db.database.inInstallation(
            async (other) => {
              await other.query('select from shop.supplier')
              await other.query('insert into shop.supplier values ($1, null)', [rowCount + 100])
            },
            { isolation: 'serializable' },
          )
        }
        await tx.query('insert into shop.supplier values ($1, null)', [rowCount + 200])
      },
      { isolation: 'serializable', retriesMax },
    )
    return tries
  }
  await expect(collide(0)).rejects.toMatchObject({ sqlState: '40001' })
  expect(await collide(2)).toBe(2)
})

test.runIf(hasOwnLogins)(
  'a database that went away is told as unavailable, and is used again when it is back',
  async () => {
    await db.asSuperuser(async (client) => {
      await client.query(`alter database ${db.address.database} connection limit 0`)
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`)
    })
    const ask = () => db.database.inInstallation((tx) => tx.query('select 1 as one'))
    const error = await ask().catch((caught: unknown) => caught)
    expect(error).toMatchObject({ kind: 'unavailable' })
    await db.asSuperuser((client) =>
      client.query(`alter database ${db.address.database} connection limit -1`),
    )
    await expect.poll(() => ask().then(({ rows }) => rows)).toEqual([{ one: 1 }])
  },
)

test('a connection that is cut in the middle fails its transaction and no other', async () => {
  const cut = db.database.inInstallation(async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    const pid = rows[0]?.pid
    await db.asSuperuser((client) => client.query('select pg_terminate_backend($1)', [pid]))
    await realTimers.sleep(50)
    await tx.query('insert into shop.supplier values (900, null)')
  })
  await expect(cut).rejects.toMatchObject({ kind: 'unavailable' })
  const { rowCount } = await db.database.inInstallation((tx) =>
    tx.query('select from shop.supplier where id = 900'),
  )
  expect(rowCount).toBe(0)
})

describe('several statements at once', () => {
  test('leave together and are answered in their order', async () => {
    const sums = await db.database.inInstallation((tx) =>
      Promise.all([1, 2, 3].map((one) => tx.query('select $1::int * 2 as twice', [one]))),
    )
    expect(sums.map(({ rows }) => rows[0])).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 6 }])
  })

  test('when one fails all is undone, and nothing goes on behind the end', async () => {
    let goesOn: Promise<unknown> = Promise.resolve()
    const failing = db.database.inInstallation((tx) => {
      goesOn = tx.query('select pg_sleep(0.05)').then(() => tx.query('select 1'))
      goesOn.catch(() => undefined)
      return Promise.all([goesOn, Promise.reject(new Error('by itself'))])
    })
    await expect(failing).rejects.toThrow('by itself')
    await expect(goesOn).rejects.toThrow('the transaction is over')
    // The reason stands, though those behind it are told of a transaction that has failed,
    // and first.
    const deep = async (query: Promise<unknown>) => Promise.all([query])
    const other = db.database.inInstallation((tx) =>
      Promise.all([deep(deep(tx.query('select 1 / 0'))), tx.query('select 1')]),
    )
    await expect(other).rejects.toMatchObject({ sqlState: '22012' })
    const after = await db.database.inInstallation((tx) => tx.query('select 1 as one'))
    expect(after.rows).toEqual([{ one: 1 }])
  })
})
