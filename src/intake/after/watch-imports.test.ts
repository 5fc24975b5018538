// The watch tells of an import that does not move; one that waits for a person is none of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IntakeFixture, intakeFixture } from '../../../test/support/intake-fixture.ts'
import { toldIn } from '../../../test/support/told.ts'
import { importWatch } from './watch-imports.ts'

const minuteMs = 60_000
let here: IntakeFixture
beforeAll(async () => {
  here = await intakeFixture()
})
afterAll(() => here.close())

test('after a quarter of an hour without a step, and again where it then stands', async () => {
  const { test: db, clock, caller } = here.fixture
  const id = await here.received('téléphone\n0639980001\n')
  const watch = importWatch(here.deps)
  const told = async () =>
    (await toldIn(db)).filter(({ kind }) => kind === 'import_stuck').map(({ about }) => about)
  await watch(caller)
  await clock.advance(60 * minuteMs)
  await watch(caller)
  expect(await told()).toEqual([])
  const stand = (records: number) =>
    db.asSuperuser((client) =>
      client.query(`update intake.import set state = 'running', records_done = $1`, [records]),
    )
  await stand(3)
  await watch(caller)
  await clock.advance(10 * minuteMs)
  await stand(6)
  await watch(caller)
  await clock.advance(10 * minuteMs)
  await watch(caller)
  expect(await told()).toEqual([])
  await clock.advance(10 * minuteMs)
  await watch(caller)
  await watch(caller)
  expect(await told()).toEqual([id])
})
