// Work of every account is done an hour after the start and then each day;
// one that fails holds up no other.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccount, runDaily } from '../../src/accounts/index.ts'
import type { AccountId } from '../../src/kernel/index.ts'
import { testClock } from '../support/clock.ts'
import { type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'
import { eventually } from '../support/wait.ts'

const hourMs = 3_600_000
let here: SendingFixture
let other: AccountId
beforeAll(async () => {
  here = await sendingFixture({ starts: false })
  const request = { kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' } as const
  const made = await makeAccount(
    here.accounts,
    { name: 'Autre', ...request },
    async () => undefined,
  )
  other = made.id
})
afterAll(() => here.close())

test('an account whose work fails is told in the log, and the next has its turn', async () => {
  const clock = testClock('2026-11-25T10:00:00Z')
  const [done, failures]: [string[], unknown[]] = [[], []]
  const running = runDaily(
    {
      database: here.database,
      timers: clock,
      logger: { error: (event, fields) => failures.push([event, fields]) },
    },
    {
      what: 'text_retention',
      work: async ({ accountId, by }) => {
        expect(by).toEqual({ kind: 'system', what: 'text_retention' })
        if (accountId === here.account.id) throw new Error('its keys are missing')
        done.push(accountId)
      },
    },
  )
  await clock.advance(hourMs - 1)
  expect(done).toEqual([])
  await clock.advance(1)
  await eventually(async () => (done.length === 1 ? true : null))
  expect([done, failures.length]).toEqual([[other], 1])
  expect(JSON.stringify(failures)).toContain('accounts.daily_work_failed')
  await clock.advance(24 * hourMs - 1)
  expect(done).toHaveLength(1)
  await clock.advance(1)
  await eventually(async () => (done.length === 2 ? true : null))
  await running.stop()
})
