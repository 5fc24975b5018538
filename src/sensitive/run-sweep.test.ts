// The hourly pass over all accounts: one whose keys are missing keeps no other from its work.
import { expect, test } from 'vitest'
import { makeTestId, testClock } from '../../test/support/clock.ts'
import type { systemCaller } from '../accounts/index.ts'
import { type AccountId, AppError } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { runSensitiveSweep } from './run-sweep.ts'

const keysMissing = () => new AppError('vault.account_keys_missing', 'unavailable', 'No keys.')

test('the sweep of an account whose keys are missing ends before the next account alone', async () => {
  const makeId = makeTestId()
  const ids = [makeId() as AccountId, makeId() as AccountId]
  const clock = testClock()
  const [asked, told]: [AccountId[], unknown[]] = [[], []]
  const running = runSensitiveSweep({
    ...({} as SensitiveDeps),
    clock,
    timers: clock,
    database: {
      inAccount: (id: AccountId) => {
        asked.push(id)
        return Promise.reject(keysMissing())
      },
    } as unknown as Database,
    logger: { error: (_event, fields) => told.push(fields) },
    accounts: async () => ids.map((id) => ({ id }) as Parameters<typeof systemCaller>[0]),
  })
  await clock.advance(3_600_000)
  await running.stop()
  expect(asked).toEqual(ids)
  expect(told).toMatchObject(ids.map((accountId) => ({ accountId })))
})
