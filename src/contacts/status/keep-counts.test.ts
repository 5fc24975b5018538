// Few people are counted each time; many are remembered with the time of their count.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestId, testClock } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { eventually } from '../../../test/support/wait.ts'
import type { AccountId, ListId } from '../../kernel/index.ts'
import type { KeptCounts } from '../deps.ts'
import { keepCounts } from './keep-counts.ts'

let db: TestDatabase
let counts: KeptCounts
let counted = 0
let isBroken = false
const clock = testClock()
const makeId = makeTestId(clock)
const [large, small] = [makeId() as AccountId, makeId() as AccountId]
const listId = makeId() as ListId

/** Each count takes a second of the clock of this test. */
const statuses = {
  rule: async (_: unknown, accountId: AccountId) => {
    counted += 1
    await clock.advance(1_000)
    if (isBroken) throw new Error('the database is away')
    return {
      ...{ each: '', all: '', values: [accountId, 0, 0, 0, 0, 0] },
      status: `case when $2::int + $3::int + $4::int + $5::int + $6::int = 0 then 'unproven' end`,
    }
  },
}

async function add(accountId: AccountId, people: number): Promise<void> {
  await db.database.inAccount(accountId, async (tx) => {
    await tx.query(
      `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
         territory, zone, fields_held, marketing_state, created_at, updated_at)
       select $1, gen_random_uuid(), gen_random_uuid(), uuid_send(gen_random_uuid()), '', 'FR',
         'FR', 'Europe/Paris', '{}', 'open', now(), now() from generate_series(1, $2::int)`,
      [accountId, people],
    )
    if (accountId === small) return
    await tx.query(
      `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
       select account_id, $2, id, now() from contacts.contact where account_id = $1
       on conflict do nothing`,
      [accountId, listId],
    )
  })
}

beforeAll(async () => {
  db = await testDatabase()
  await db.database.inAccount(large, (tx) =>
    tx.query(
      `insert into contacts.list (account_id, id, name, created_at) values ($1, $2, 'L', now())`,
      [large, listId],
    ),
  )
  await add(large, 20_001)
  await add(small, 3)
})
beforeEach(() => {
  counted = 0
  counts = keepCounts({ database: db.database, clock, statuses })
})
afterAll(() => db.close())

const ofAll = async (accountId: AccountId) => {
  const { statuses: found, countedAt } = await db.database.inAccount(accountId, (tx) =>
    counts.ofAll(tx, accountId),
  )
  return { people: found[0]?.people, age: clock.now() - countedAt }
}

test('few people are counted each time', async () => {
  expect((await ofAll(small)).people).toBe(3)
  await add(small, 1)
  expect((await ofAll(small)).people).toBe(4)
})

test('many are remembered for twenty times as long as their count took', async () => {
  expect((await ofAll(large)).people).toBe(20_001)
  await add(large, 1)
  await clock.advance(18_000)
  expect(await ofAll(large)).toEqual({ people: 20_001, age: 19_000 })
  expect(counted).toBe(1)
  await clock.advance(10_000)
  // Old: it is answered once more, at once, and counted anew meanwhile.
  expect((await ofAll(large)).people).toBe(20_001)
  await eventually(async () => ((await ofAll(large)).people === 20_002 ? true : null))
  expect(counted).toBe(2)
})

test('ten who ask at once wait for one count', async () => {
  await Promise.all(Array.from({ length: 10 }, () => ofAll(large)))
  expect(counted).toBe(1)
})

test('a list that was changed as a whole is counted anew', async () => {
  const ofList = () =>
    db.database.inAccount(large, async (tx) => {
      const found = await counts.ofLists(tx, large, [listId])
      return found.get(listId)?.statuses[0]?.people
    })
  const before = await ofList()
  await add(large, 1)
  expect(await ofList()).toBe(before)
  counts.forget(large)
  expect(await ofList()).toBe((before ?? 0) + 1)
})

test('a count that fails is told to who asks, and not remembered', async () => {
  await ofAll(large)
  isBroken = true
  await clock.advance(60_000)
  await ofAll(large)
  await expect(eventually(async () => (await ofAll(large)) && null)).rejects.toThrow(
    'the database is away',
  )
  isBroken = false
  expect((await ofAll(large)).people).toBeGreaterThan(20_000)
})
