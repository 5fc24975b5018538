// Statements that leave together, and a COMMIT with the last of them: on a real database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { BugError } from '../kernel/index.ts'
import { type Asks, isUniqueViolation, type Tx } from './index.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.asOwner((client) =>
    client.query(`
      create schema shop;
      select storage.room_schema('shop');
      create table shop.item (id int primary key);
      select storage.installation_table('shop.item', 'select, insert, delete');`),
  )
})
afterAll(() => db.close())

const kept = async (id: number) => {
  const { rowCount } = await db.database.inInstallation((tx) =>
    tx.query('select from shop.item where id = $1', [id]),
  )
  return rowCount
}
const insert = (to: Asks, ...ids: readonly unknown[]) => {
  for (const id of ids) to.ask('insert into shop.item values ($1)', [id])
}
const lastly = (ask: (to: Asks) => void) => db.database.inInstallation((tx) => tx.commitWith(ask))

test('a COMMIT that leaves with the last keeps all of it, and what is asked for after it happens', async () => {
  let isAfter = false
  await lastly((to) => {
    insert(to, 1, 2)
    to.afterCommit(() => {
      isAfter = true
    })
  })
  expect([await kept(1), await kept(2), isAfter]).toEqual([1, 1, true])
})

test('what is done before COMMIT is done last and in order, and is kept or lost with the rest', async () => {
  const order: string[] = []
  const work = (id: number, fails: boolean) =>
    db.database.inInstallation(async (tx) => {
      tx.beforeCommit(async () => {
        await tx.query('insert into shop.item values ($1)', [id + 1])
        order.push('first')
        if (fails) throw new Error('not kept')
      })
      tx.beforeCommit(async () => void order.push('second'))
      await tx.query('insert into shop.item values ($1)', [id])
      order.push('work')
    })
  await work(40, false)
  expect(order).toEqual(['work', 'first', 'second'])
  expect([await kept(40), await kept(41)]).toEqual([1, 1])
  await expect(work(42, true)).rejects.toThrow('not kept')
  expect([await kept(42), await kept(43)]).toEqual([0, 0])
  // A COMMIT that leaves with the last statements would leave before it.
  const both = db.database.inInstallation(async (tx) => {
    tx.beforeCommit(async () => undefined)
    await tx.commitWith((to) => insert(to, 44))
  })
  await expect(both).rejects.toThrow(BugError)
  expect(await kept(44)).toBe(0)
})

test('it keeps nothing where a statement fails, and tells that one', async () => {
  const failing = lastly((to) => insert(to, 3, 3, 4))
  expect(isUniqueViolation(await failing.catch((error: unknown) => error))).toBe(true)
  expect([await kept(3), await kept(4)]).toEqual([0, 0])
})

test('it does not leave where one of them cannot be written', async () => {
  const unwritable = {
    toPostgres: () => {
      throw new Error('no such value')
    },
  }
  await expect(lastly((to) => insert(to, 5, unwritable, 6))).rejects.toThrow('no such value')
  expect([await kept(5), await kept(6)]).toEqual([0, 0])
})

test('it does not leave where the asking itself fails', async () => {
  const failing = lastly((to) => {
    insert(to, 7)
    throw new Error('no more')
  })
  await expect(failing).rejects.toThrow('no more')
  expect(await kept(7)).toBe(0)
})

test('it is the end: nothing is asked behind it, and nothing of it late', async () => {
  let late: Asks | null = null
  const asking = db.database.inInstallation(async (tx) => {
    await tx.commitWith((to) => {
      insert(to, 8)
      late = to
    })
    expect(() => insert(late as unknown as Asks, 9)).toThrow(BugError)
    await tx.query('insert into shop.item values (10)')
  })
  await expect(asking).rejects.toThrow(BugError)
  expect([await kept(9), await kept(10)]).toEqual([0, 0])
})

test('it was surely not kept where the server ends the connection before it', async () => {
  const breaking = lastly((to) => {
    insert(to, 13)
    to.ask('select pg_terminate_backend(pg_backend_pid())', [])
    insert(to, 14)
  })
  await expect(breaking).rejects.toMatchObject({ code: 'storage.database_unavailable' })
  expect([await kept(13), await kept(14)]).toEqual([0, 0])
})

test('what leaves together is done together, and the transaction goes on', async () => {
  await db.database.inInstallation(async (tx) => {
    await tx.together((to) => insert(to, 11, 12))
    await tx.query('delete from shop.item where id = 12')
  })
  expect([await kept(11), await kept(12)]).toEqual([1, 0])
})

test('what is asked ahead is kept with what follows, without being waited for', async () => {
  await db.database.inInstallation(async (tx) => {
    tx.ahead((to) => insert(to, 15))
    const { rowCount } = await tx.query('select from shop.item where id = 15')
    expect(rowCount).toBe(1)
  })
  expect(await kept(15)).toBe(1)
})

test('where what was asked ahead fails nothing is kept, and its error is the one that is told', async () => {
  const followedBy = (next: (tx: Tx) => Promise<unknown>) =>
    db.database
      .inInstallation(async (tx) => {
        tx.ahead((to) => insert(to, 16, 16))
        await next(tx)
      })
      .catch((error: unknown) => error)
  const followers: ((tx: Tx) => Promise<unknown>)[] = [
    async () => undefined,
    (tx) => tx.query('insert into shop.item values (17)'),
    (tx) => tx.together((to) => insert(to, 17)),
    (tx) => tx.commitWith((to) => insert(to, 17)),
    (tx) =>
      tx.attempt(
        () => tx.query('insert into shop.item values (17)'),
        () => true,
      ),
    (tx) => tx.attempt(() => tx.query('insert into shop.item values (17)'), isUniqueViolation),
  ]
  for (const next of followers) {
    const told = await followedBy(next)
    expect([isUniqueViolation(told), await kept(16), await kept(17)]).toEqual([true, 0, 0])
  }
})

test('COMMIT does not leave where what was asked ahead could not be written', async () => {
  const unwritable = {
    toPostgres: () => {
      throw new Error('no such value')
    },
  }
  const asking = db.database.inInstallation(async (tx) => {
    tx.ahead((to) => insert(to, 18, unwritable))
    await tx.commitWith((to) => insert(to, 19))
  })
  await expect(asking).rejects.toThrow('no such value')
  expect([await kept(18), await kept(19)]).toEqual([0, 0])
})
