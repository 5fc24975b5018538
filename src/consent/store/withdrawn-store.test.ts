// Whose number took a consent back, asked for many at once: each place, and no other consent's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, ControllerId } from '../../kernel/index.ts'
import { addWithdrawnNumber, withdrawnAmong } from './withdrawn-store.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const account = '01900000-0000-7000-8000-000000000001' as AccountId
const other = '01900000-0000-7000-8000-000000000002' as AccountId
const key = {
  controllerId: '01900000-0000-7000-8000-0000000000aa' as ControllerId,
  channel: 'sms' as const,
  purpose: 'offers',
}
const tag = (first: number) => Buffer.alloc(16, first)

test('each place whose number took this consent back is told, twice where it stands twice', async () => {
  const back = (accountId: AccountId, first: number, changed: Partial<typeof key> = {}) =>
    db.database.inAccount(accountId, (tx) =>
      addWithdrawnNumber(tx, accountId, { ...key, ...changed, tag: tag(first), at: 0 }),
    )
  const among = (tags: readonly (Uint8Array | null)[], byIndex = true) =>
    db.database.inAccount(account, (tx) => withdrawnAmong(tx, account, tags, key), { byIndex })
  expect(await among([tag(1), null])).toEqual(new Set())
  for (const first of [1, 3]) await back(account, first)
  await back(account, 4, { purpose: 'news' })
  await back(other, 5)
  const tags = [tag(3), null, tag(2), tag(1), tag(3), new Uint8Array(tag(4)), tag(5)]
  for (const byIndex of [true, false]) {
    expect(await among(tags, byIndex)).toEqual(new Set([0, 3, 4]))
  }
  expect(await among([])).toEqual(new Set())
  expect(await among([null])).toEqual(new Set())
})

test('a number that takes it back again has done so in the later month', async () => {
  const months = await db.database.inAccount(account, async (tx) => {
    for (const day of ['2026-03-05', '2026-05-20', '2026-04-01']) {
      await addWithdrawnNumber(tx, account, { ...key, tag: tag(9), at: Date.parse(day) })
    }
    const { rows } = await tx.query<{ month: string }>(
      `select since_month::text as month from consent.withdrawn_number
       where account_id = $1 and tag = $2`,
      [account, tag(9)],
    )
    return rows
  })
  expect(months).toEqual([{ month: '2026-05-01' }])
})
