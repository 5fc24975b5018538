// The passes over all accounts: one whose keys are missing keeps no other from its work.
import { expect, test } from 'vitest'
import { makeTestId, testClock } from '../../../test/support/clock.ts'
import type { systemCaller } from '../../accounts/index.ts'
import { type AccountId, AppError } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { runExpiry } from './run-expiry.ts'

const keysMissing = () => new AppError('vault.account_keys_missing', 'unavailable', 'No keys.')
const makeId = makeTestId()
const [keyless, well] = [makeId() as AccountId, makeId() as AccountId]
const accountOf = (id: AccountId) => ({ id }) as Parameters<typeof systemCaller>[0]

/** What each pass did, with the account that it was done for. */
async function donePass(failing: 'expireConsents' | 'endHolds' | null, endsAtOnce = false) {
  const clock = testClock()
  let end: () => void = () => undefined
  const done: string[] = []
  const told: unknown[] = []
  const work = async (what: 'expireConsents' | 'endHolds', accountId: AccountId) => {
    if (endsAtOnce) end()
    if (accountId === keyless && what === failing) throw keysMissing()
    done.push(`${what} ${accountId === well ? 'well' : 'keyless'}`)
  }
  const running = runExpiry({
    database: {
      inAccount: <T>(_id: AccountId, inTx: (tx: Tx) => Promise<T>) => inTx({} as Tx),
    } as Database,
    timers: clock,
    logger: { error: (_event, fields) => told.push(fields) },
    consent: {
      expireConsents: async (_tx, { accountId }) => {
        await work('expireConsents', accountId)
        return { expired: 0, last: null }
      },
      endHolds: async (_tx, accountId) => {
        await work('endHolds', accountId)
        return 0
      },
    },
    accounts: async () => [accountOf(keyless), accountOf(well)],
  })
  end = () => void running.stop()
  await clock.advance(6 * 3_600_000)
  await running.stop()
  return { done, told }
}

test('where consents of one account cannot expire, those of the next do', async () => {
  const { done, told } = await donePass('expireConsents')
  expect(done).toEqual(['endHolds keyless', 'expireConsents well', 'endHolds well'])
  expect(told).toMatchObject([{ accountId: keyless, code: 'vault.account_keys_missing' }])
})

test('where proofs of one account cannot end, those of the next do', async () => {
  const { done, told } = await donePass('endHolds')
  expect(done).toEqual(['expireConsents keyless', 'expireConsents well', 'endHolds well'])
  expect(told).toHaveLength(1)
})

test('a pass that is told to end begins with no other account', async () => {
  expect(await donePass(null, true)).toEqual({ done: ['expireConsents keyless'], told: [] })
})
