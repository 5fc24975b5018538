// The one throttle on a real database: as many as are allowed, however many ask at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { newPool } from './connection.ts'
import { openDatabase } from './database.ts'
import { forgetTurns, giveTurnBack, type TurnAsked, takeTurn } from './index.ts'

const minute = 60_000
const start = Date.parse('2026-11-30T09:00:00Z')
const after = (ms: number) => new Date(start + ms)

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  await db.close()
})

let doors = 0
/** A door that no other test of this file asks at. */
function newDoor(max = 5): TurnAsked {
  doors += 1
  return { door: `test.${doors}`, of: 'somebody', max, perMs: 10 * minute, now: after(0) }
}
const take = (asked: TurnAsked) => takeTurn(db.database, asked)
const isAllowed = async (asked: TurnAsked) => (await take(asked)).allowed
const rows = () =>
  db.asSuperuser((client) =>
    client.query<{ key: Buffer; taken: string }>('select * from storage.throttle'),
  )

test('a hundred who ask at once at two nodes get as many turns as one after the other', async () => {
  const other = openDatabase({
    app: newPool(db.address, db.logins.app, 8),
    engine: newPool(db.address, db.logins.engine, 1),
  })
  try {
    const asked = newDoor(5)
    const turns = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        takeTurn(index % 2 === 0 ? db.database : other, asked),
      ),
    )
    expect(turns.filter(({ allowed }) => allowed)).toHaveLength(5)
    expect(turns.filter(({ allowed }) => !allowed)[0]).toEqual({
      allowed: false,
      retryAfterMs: 10 * minute,
    })
  } finally {
    await other.close()
  }
})

test('all turns are back when their time is over, and no refusal makes it longer', async () => {
  const asked = newDoor(1)
  expect(await isAllowed(asked)).toBe(true)
  for (const at of [1, 5 * minute, 10 * minute - 1]) {
    expect(await take({ ...asked, now: after(at) })).toEqual({
      allowed: false,
      retryAfterMs: 10 * minute - at,
    })
  }
  expect(await isAllowed({ ...asked, now: after(10 * minute) })).toBe(true)
  expect(await isAllowed({ ...asked, now: after(10 * minute + 1) })).toBe(false)
})

test('each who asks and each door has a count of its own, whatever stands in them', async () => {
  const asked = newDoor(1)
  expect(await isAllowed({ ...asked, door: `${asked.door}a`, of: 'b' })).toBe(true)
  expect(await isAllowed({ ...asked, of: 'ab' })).toBe(true)
  expect(await isAllowed({ ...asked, of: 'a' })).toBe(true)
  expect(await isAllowed({ ...asked, of: 'a' })).toBe(false)
})

test('an act of many turns gets all of them or none', async () => {
  const asked = newDoor(1_000)
  expect(await isAllowed({ ...asked, turns: 600 })).toBe(true)
  expect(await isAllowed({ ...asked, turns: 600 })).toBe(false)
  expect(await isAllowed({ ...asked, turns: 400 })).toBe(true)
  expect(await isAllowed(asked)).toBe(false)
  expect(await isAllowed({ ...newDoor(10), turns: 11 })).toBe(false)
})

test('a turn given back can be taken again, and all can be forgotten', async () => {
  const asked = newDoor(2)
  await take(asked)
  await take(asked)
  await giveTurnBack(db.database, asked)
  expect([await isAllowed(asked), await isAllowed(asked)]).toEqual([true, false])
  const only = newDoor(1)
  await take(only)
  await giveTurnBack(db.database, only)
  await giveTurnBack(db.database, only)
  expect([await isAllowed(only), await isAllowed(only)]).toEqual([true, false])
  await forgetTurns(db.database, asked)
  expect([await isAllowed(asked), await isAllowed(asked)]).toEqual([true, true])
  expect(await isAllowed(asked)).toBe(false)
})

test('a clock that stood a year ahead keeps nobody out for a year', async () => {
  const asked = newDoor(1)
  await take({ ...asked, now: after(365 * 24 * 60 * minute) })
  expect(await isAllowed(asked)).toBe(true)
  expect(await isAllowed(asked)).toBe(false)
})

test('who was counted stands nowhere in clear, and rows whose time is over go', async () => {
  const asked = { ...newDoor(1), of: 'camille@example.org' }
  await take(asked)
  const before = await rows()
  expect(before.rows.length).toBeGreaterThan(1)
  expect(before.rows.every(({ key }) => key.length === 32)).toBe(true)
  expect(JSON.stringify(before.rows)).not.toContain('camille')
  const later = after(366 * 24 * 60 * minute)
  await take({ ...newDoor(1), now: later })
  expect((await rows()).rows).toHaveLength(1)
})
