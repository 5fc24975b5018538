// Those who answer for an account are told of a drill that failed, and of one that is missing.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import {
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { toldIn } from '../../../test/support/told.ts'
import { isoTime } from '../../kernel/index.ts'
import { unseenChanges } from '../change-state.ts'
import { endRun, insertRun } from '../store.ts'
import { drillGap, drillGapOf, tellDrill } from './tell-drill.ts'

const dayMs = 86_400_000
test.each([
  ['a good one of yesterday', { at: 9 * dayMs, isWell: true }, null],
  [
    'a good one of last week',
    { at: 3 * dayMs, isWell: true },
    { variant: 'missing', at: 3 * dayMs },
  ],
  ['a bad one', { at: 9 * dayMs, isWell: false }, { variant: 'failed', at: 9 * dayMs }],
  ['none, in a week', null, { variant: 'never', at: null }],
] as const)('%s', (_what, last, expected) => {
  expect(drillGap(last, { since: 2 * dayMs, at: 10 * dayMs })).toEqual(expected)
})

test('a new account is not told that there was none yet', () => {
  expect(drillGap(null, { since: 9 * dayMs, at: 10 * dayMs })).toBeNull()
})

const { timers, jump } = jumpingTimers()
let here: SendingFixture
let folder: string
beforeAll(async () => {
  here = await sendingFixture({ timers, starts: false })
  folder = newTestFolder()
  mkdirSync(join(folder, 'backups'))
}, 60_000)
afterAll(async () => {
  await here?.close()
  removeTestFolder(folder)
})

function depsOf(isEmbedded = true) {
  const settings = {
    ...{ folder: join(folder, 'backups'), keysCopy: null, changes: false },
    ...{ hour: 2, keepDays: 30, erasureWaitDays: 7 },
  }
  const places = { dataFolder: folder, filesFolder: folder, keysFolder: folder }
  const changes = async () => unseenChanges(settings).changes
  return { database: here.database, clock: timers, settings, places, isEmbedded, changes }
}
const told = async () =>
  (await toldIn(here.test))
    .filter(({ kind }) => kind === 'restore_drill')
    .map(({ details }) => details['variant'])

async function drill(state: 'done' | 'failed', found: object): Promise<void> {
  const runId = here.makeId()
  await here.database.inInstallation(async (tx) => {
    await insertRun(tx, { runId, kind: 'drill', trigger: 'schedule', begunAt: timers.now() })
    const reason = state === 'done' ? null : 'backup.drill_failed'
    await endRun(tx, runId, { state, at: timers.now(), reason, backupId: null, found })
  })
}

test('told once of one that failed, each week of one that is missing, and never where others back up', async () => {
  const { caller } = here
  await tellDrill(depsOf(), caller)
  expect(await told()).toEqual([])
  jump(4 * dayMs)
  await tellDrill(depsOf(false), caller)
  expect(await told()).toEqual([])
  await tellDrill(depsOf(), caller)
  await tellDrill(depsOf(), caller)
  expect(await told()).toEqual(['never'])
  // Half past midnight of the next day in Paris: the day that the screens of the account show.
  jump(dayMs - (timers.now() % dayMs) + 23.5 * 3_600_000)
  await drill('failed', { readable: 3 })
  await tellDrill(depsOf(), caller)
  await tellDrill(depsOf(), caller)
  expect(await told()).toEqual(['never', 'failed'])
  const failed = (await toldIn(here.test)).find(({ details }) => details['variant'] === 'failed')
  expect(failed?.details['day']).toBe(isoTime(timers.now() + 3_600_000).slice(0, 10))
  jump(dayMs)
  await drill('done', { readable: 0 })
  expect(await drillGapOf(depsOf(), caller)).toBeNull()
  jump(4 * dayMs)
  await tellDrill(depsOf(), caller)
  jump(7 * dayMs)
  await tellDrill(depsOf(), caller)
  expect(await told()).toEqual(['never', 'failed', 'missing', 'missing'])
})
