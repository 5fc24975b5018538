// The one way to delete rows of an account: that account alone, and only while it is deleted.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { deleteRows, insertDeletion, tablesOfAccounts } from '../store.ts'
import { inOrder } from './order-tables.ts'

const makeId = makeTestId()
const leaving = makeId() as AccountId
const staying = makeId() as AccountId
let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  for (const accountId of [leaving, staying]) {
    await db.database.inAccount(accountId, (tx) => fill(tx, accountId))
  }
})
afterAll(async () => {
  await db.close()
})

/** A table that only grows, and one that does not. */
async function fill(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query(
    `insert into audit.entry (account_id, id, at, actor_kind, actor, action, details, trace_id)
     select $1, gen_random_uuid(), now(), 'system', 'test', 'test.done', '{}', ''
     from generate_series(1, 5)`,
    [accountId],
  )
  await tx.query(
    `insert into links.setting (account_id, is_on, changed_at) values ($1, true, now())`,
    [accountId],
  )
}

async function count(accountId: AccountId): Promise<number> {
  const { rows } = await db.database.inAccount(accountId, (tx) =>
    tx.query<{ count: number }>('select count(*)::int as count from audit.entry'),
  )
  return rows[0]?.count ?? -1
}

const remove = (inside: AccountId, of: AccountId, table = 'audit.entry', atMost = 3) =>
  db.database.inAccount(inside, (tx) => deleteRows(tx, of, { table, atMost }))

async function ask(accountId: AccountId, state: 'waiting' | 'executing'): Promise<void> {
  await db.database.inAccount(accountId, async (tx) => {
    await tx.query('delete from privacy.undo_link where account_id = $1', [accountId])
    await insertDeletion(tx, {
      ...{ account_id: accountId, deletion_id: makeId(), account_number: 1, state },
      ...{ asked_how: 'screen', asked_at: 0, due_at: 0, reason_sealed: null },
    })
  })
}

test('without a deletion that is being carried out nothing goes, whoever asks', async () => {
  await expect(remove(staying, staying)).rejects.toThrow()
  await ask(leaving, 'waiting')
  await expect(remove(leaving, leaving)).rejects.toThrow()
  expect(await count(leaving)).toBe(5)
  // What tells the policy by hand is the same: the roles of the server may not delete here.
  const byHand = db.database.inAccount(staying, async (tx) => {
    await tx.query(`select set_config('accord.deletes_account', $1, true)`, [staying])
    await tx.query('delete from audit.entry')
  })
  await expect(byHand).rejects.toMatchObject({ sqlState: '42501' })
  await expect(
    db.asOwner(async (client) => {
      await client.query(`set accord.account_id = '${staying}'`)
      await client.query(`set accord.deletes_account = '${staying}'`)
      const { rowCount } = await client.query('delete from audit.entry')
      return rowCount
    }),
  ).resolves.toBe(0)
})

test('while it is carried out its own rows go, so many at once, and nobody else’s', async () => {
  await db.asSuperuser((client) =>
    client.query(`update privacy.account_deletion set state = 'executing' where account_id = $1`, [
      leaving,
    ]),
  )
  expect(await remove(leaving, leaving)).toBe(3)
  expect(await remove(leaving, leaving)).toBe(2)
  expect(await remove(leaving, leaving)).toBe(0)
  await expect(remove(leaving, staying)).rejects.toThrow()
  await expect(remove(staying, leaving)).rejects.toThrow()
  await expect(remove(leaving, leaving, 'privacy.account_deletion')).rejects.toThrow()
  expect(await count(staying)).toBe(5)
})

test('whoever needs another row goes before it, and what lets somebody in goes first', async () => {
  const tables = await db.database.inAccount(leaving, tablesOfAccounts)
  const order = inOrder(tables)
  expect([...order].sort()).toEqual(tables.map(({ name }) => name).sort())
  for (const { name, needs } of tables) {
    for (const need of needs.filter((one) => order.includes(one))) {
      expect([name, need, order.indexOf(name) < order.indexOf(need)]).toEqual([name, need, true])
    }
  }
  expect(order.slice(0, 2)).toEqual(['accounts.session', 'accounts.token'])
})
