// A message in the engine's hand at the very moment when the clock of its trial account is set.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock } from '../../../test/support/sandbox-clock.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  timersFrom,
  until,
} from '../../../test/support/sending-fixture.ts'
import type { Database } from '../../storage/index.ts'

/** Half past nine in the evening, by the real clock; the account's own says half past ten. */
const evening = '2026-11-25T20:30:00Z'
const morningMs = -11 * 3_600_000

let fixture: SendingFixture
/** Done once, after the gate has judged a slice and before anything of it is written. */
let meanwhile: (() => Promise<void>) | null = null

const between = (real: Database): Database => {
  const inAccount: Database['inAccount'] = async (accountId, work, options) => {
    const judged = await real.inAccount(accountId, work, options)
    const now = meanwhile
    if (options?.byIndex === true && now !== null) {
      meanwhile = null
      await now()
    }
    return judged
  }
  return new Proxy(real, {
    get: (of, name) => (name === 'inAccount' ? inAccount : Reflect.get(of, name)),
  })
}

beforeAll(async () => {
  fixture = await sendingFixture({ timers: timersFrom(evening), databaseOver: between })
}, 120_000)
afterAll(() => fixture?.close())

const setClock = (aheadMs: number) =>
  fixture.test.database.inAccount(fixture.account.id, (tx) =>
    moveClock(tx, fixture.account.id, { aheadMs, at: fixture.timers.now() }),
  )

test('what was judged by the old hour is judged again, and leaves by the new one', async () => {
  const number = fictionNumber(41)
  await fixture.people([number], { agreed: true })
  await setClock(morningMs)
  const { ids } = await fixture.accept([number], { notBefore: fixture.timers.now() + 2_000 })
  await setClock(0)
  let wasSet = false
  meanwhile = async () => {
    await setClock(morningMs)
    wasSet = true
  }
  await until(async () => (await fixture.states(ids))['delivered'] === 1)
  expect(wasSet).toBe(true)
})
