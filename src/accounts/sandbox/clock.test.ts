// The clock of a sandbox account: nothing is held by an hour that is no longer its own.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realTimers } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId } from '../../kernel/index.ts'
import { moveSandboxClock, sandboxAheadMs } from '../store.ts'

const accountId = '01a211ef-0678-724a-a16a-bad12a267091' as AccountId
const hourMs = 3_600_000
let store: TestDatabase
beforeEach(async () => {
  store = await testDatabase()
  await store.asSuperuser((client) =>
    client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language, created_at)
       values ($1, 1001, 'Boutique Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [accountId],
    ),
  )
})
afterEach(() => store.close())

const inAccount = <T>(work: Parameters<typeof store.database.inAccount<T>>[1]) =>
  store.database.inAccount(accountId, work)
const set = (aheadMs: number) => inAccount((tx) => moveSandboxClock(tx, accountId, aheadMs))
const ahead = () => inAccount((tx) => sandboxAheadMs(tx, accountId))

test('it is set once whoever judged by the old hour has written what they hold', async () => {
  const order: string[] = []
  let setting: Promise<unknown> = Promise.resolve()
  await inAccount(async (tx) => {
    expect(await sandboxAheadMs(tx, accountId)).toBe(0)
    setting = set(hourMs).then(() => order.push('set'))
    await realTimers.sleep(300)
    order.push('held')
  })
  await setting
  expect(order).toEqual(['held', 'set'])
  expect(await ahead()).toBe(hourMs)
})

test('whoever judges while it is being set waits for it, and judges by the new hour', async () => {
  let asked: Promise<number> = Promise.resolve(0)
  await inAccount(async (tx) => {
    await moveSandboxClock(tx, accountId, hourMs)
    asked = ahead()
    await realTimers.sleep(300)
  })
  expect(await asked).toBe(hourMs)
})
