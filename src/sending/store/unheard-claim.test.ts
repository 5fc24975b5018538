// A claim whose connection broke, and which the server keeps later all the same.
import { afterEach, expect, test } from 'vitest'
import { realTimers } from '../../../test/support/clock.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../../test/support/sending-fixture.ts'
import { AppError } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Claimed } from './queue-store.ts'

let fixture: SendingFixture | null = null
afterEach(async () => {
  await fixture?.close()
  fixture = null
})

test('what such a claim took out of the queue goes back, and leaves once', async () => {
  let isUnderWay = false
  let tookLate = 0
  let tries = 0
  const databaseOver = (real: Database): Database => ({
    ...real,
    inAnyAccount: async (work, options) => {
      const isClaim = options?.isOneStatement === true
      if (!isClaim || tookLate > 0) return real.inAnyAccount(work, options)
      tries += 1
      // Nobody hears of it; the server goes on with it once it was looked for in vain.
      const goOn = async (after: number): Promise<void> => {
        while (tries < after) await realTimers.sleep(10)
        const { messages } = (await real.inAnyAccount(work, options)) as unknown as Claimed
        tookLate = messages.length
        isUnderWay = false
      }
      if (!isUnderWay) {
        isUnderWay = true
        void goOn(tries + 2)
      }
      throw new AppError('storage.database_unavailable', 'unavailable', 'The connection broke.')
    },
  })
  fixture = await sendingFixture({ databaseOver, sandbox: { isMagic: false } })
  const here = fixture
  const numbers = [fictionNumber(1), fictionNumber(2), fictionNumber(3)]
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers)
  await until(async () => (await here.states(ids))['delivered'] === ids.length, 40_000)
  expect(tookLate).toBeGreaterThan(0)
  await until(async () => {
    const { rows } = await here.test.asSuperuser((client) =>
      client.query('select from sending.intent'),
    )
    return rows.length === 0
  }, 20_000)
  expect(here.sandbox?.taken()).toHaveLength(ids.length)
}, 60_000)
