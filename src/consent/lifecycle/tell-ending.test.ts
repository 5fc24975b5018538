// Consents that end within thirty days are counted and told of, once a week.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentActs } from '../../../test/support/consent-acts.ts'
import { type ConsentFixture, consentFixture } from '../../../test/support/consent-fixture.ts'
import { toldIn } from '../../../test/support/told.ts'
import { tellEndingConsents } from './tell-ending.ts'

const dayMs = 86_400_000
let here: ConsentFixture
beforeAll(async () => {
  here = await consentFixture()
})
afterAll(() => here.close())
const { agree, alter } = consentActs(() => here)

async function look(): Promise<void> {
  const deps = { database: here.test.database, clock: here.clock }
  await tellEndingConsents(deps, here.caller)
  await tellEndingConsents(deps, here.caller)
}

test('how many end is told within thirty days, once a week, and nothing of whose they are', async () => {
  const { wordingId } = await here.publish()
  await agree(await here.people(3), wordingId)
  const [row] = await alter<{ end: number }>('select max(valid_until) as end from consent.state')
  const end = Number(row?.end)
  await look()
  await here.clock.advance(end - 31 * dayMs - here.clock.now())
  await look()
  expect(await toldIn(here.test)).toEqual([])
  await here.clock.advance(2 * dayMs)
  await look()
  const told = { kind: 'consents_end', about: null, details: { count: 3, days: 30 } }
  expect(await toldIn(here.test)).toEqual([told])
  await here.clock.advance(7 * dayMs)
  await look()
  expect(await toldIn(here.test)).toEqual([told, told])
})
