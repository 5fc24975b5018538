// The clock of a trial account is set while a message is in an engine's hand: judged by the old
// hour in one transaction, and written as held in another.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestId, realTimers } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { messageOf, openedSlice, recorderAt } from '../../../test/support/recorder-fixture.ts'
import { moveClock } from '../../../test/support/sandbox-clock.ts'
import type { RouteId } from '../../kernel/index.ts'

const at = Date.parse('2026-11-25T20:30:00Z')
const opensAt = Date.parse('2026-11-26T09:00:00Z')
const hourMs = 3_600_000
const routeId = makeTestId()() as RouteId
const message = messageOf(null)
const { accountId } = message

let here: TestDatabase
beforeEach(async () => {
  here = await testDatabase()
  await here.asSuperuser((client) =>
    client.query(
      `insert into accounts.account (account_id, number, name, kind, country, zone, language, created_at)
       values ($1, 1001, 'Boutique Lumen', 'sandbox', 'FR', 'Europe/Paris', 'fr', now())`,
      [accountId],
    ),
  )
})
afterEach(() => here.close())

const setClock = (during: () => Promise<void> = async () => undefined) =>
  here.database.inAccount(accountId, async (tx) => {
    await moveClock(tx, accountId, { aheadMs: -9 * hourMs, at })
    await during()
  })

/** What the gate said by the clock as it was: not ahead. */
async function judged() {
  const queued = { ...message, partsDone: 0, priority: 1, mayRepeat: false, expiresAt: null }
  const record = await openedSlice(here, { routeId, at, queued })
  const back = { ...queued, routeId, dueAt: opensAt, hold: 'outside_hours' }
  record.byClock.push({ back, aheadMs: 0 })
  return record
}
const write = async (record: Awaited<ReturnType<typeof judged>>) =>
  recorderAt(here.database, { routeId, now: at }).slice(record, true)

/** What the stories of messages say. */
const told = async () => {
  const { rows } = await here.asSuperuser((client) =>
    client.query<{ what: string; facts: object }>('select what, facts from sending.event'),
  )
  return rows
}

const queued = async () => {
  const { rows } = await here.asSuperuser((client) =>
    client.query<{ hold: string | null; due: number }>(
      `select hold, (extract(epoch from due_at) * 1000)::float8 as due from sending.queue`,
    ),
  )
  return rows
}

test('while nobody sets the clock it waits for the hour', async () => {
  await write(await judged())
  expect(await queued()).toEqual([{ hold: 'outside_hours', due: opensAt }])
  const facts = { hold: 'outside_hours', until: opensAt }
  expect(await told()).toEqual([{ what: 'held', facts }])
})

test('the clock was set between the judging and the writing: it is due, to be judged again', async () => {
  const record = await judged()
  await setClock()
  await write(record)
  expect(await queued()).toEqual([{ hold: null, due: at }])
  // Nothing held it: its story does not say so.
  expect(await told()).toEqual([])
})

test('the clock is being set as it is written: the writing waits, and sees the new hour', async () => {
  const record = await judged()
  const order: string[] = []
  let writing: Promise<unknown> = Promise.resolve()
  await setClock(async () => {
    writing = write(record).then(() => order.push('written'))
    await realTimers.sleep(300)
    order.push('set')
  })
  await writing
  expect(order).toEqual(['set', 'written'])
  expect(await queued()).toEqual([{ hold: null, due: at }])
})
