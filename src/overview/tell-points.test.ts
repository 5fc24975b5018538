// The digest of open points: told where something is due or new, once a day and once a week.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountsFixture, accountsFixture } from '../../test/support/accounts-fixture.ts'
import type { AccountId, Caller, Instant } from '../kernel/index.ts'
import { lastDetails } from '../notifications/index.ts'
import { silentLogger } from '../observability/index.ts'
import type { OpenPoint, PointSource } from './open-points.ts'
import { tellOpenPoints, weekOf } from './tell-points.ts'

let here: AccountsFixture
let accountId: AccountId
beforeAll(async () => {
  here = await accountsFixture()
  const cookie = await here.ownerCookie()
  const me = await here.call('GET', '/v1/me', { cookie })
  accountId = (me.body['account'] as { id: AccountId }).id
})
afterAll(() => here.close())

const dayMs = 86_400_000
let now = Date.parse('2026-11-30T09:00:00Z')
const caller = (): Caller => ({
  accountId,
  by: { kind: 'system', what: 'notifications' },
  rights: new Set(['consent.read', 'installation.manage']),
  language: 'fr',
  traceId: '',
})
const source = (kind: PointSource['kind'], points: OpenPoint[]): PointSource => ({
  ...{ kind, needs: kind === 'check_gap' ? 'installation.manage' : 'consent.read' },
  ...{ leadsTo: '/', read: async () => points },
})

/** What was told since, of each kind; null where nothing was. */
async function told(...points: PointSource[]) {
  const { database } = here.deps
  const read = () =>
    database.inAccount(accountId, async (tx) => ({
      daily: await lastDetails(tx, accountId, 'points_daily'),
      weekly: await lastDetails(tx, accountId, 'points_weekly'),
    }))
  const before = await read()
  const clock = { now: (): Instant => now }
  await tellOpenPoints({ database, points, clock, logger: silentLogger }, caller())
  const after = await read()
  const isSame = (kind: 'daily' | 'weekly') =>
    JSON.stringify(after[kind]) === JSON.stringify(before[kind])
  return {
    daily: isSame('daily') ? null : after.daily,
    weekly: isSame('weekly') ? null : after.weekly,
  }
}

test('nothing is told of nothing, nor of what was told and is not due', async () => {
  expect(await told(source('check_gap', [{ by: null, details: {} }]))).toEqual({
    ...{ daily: null, weekly: null },
  })
  const unproven = (count: number) => source('unproven', [{ by: null, details: { count } }])
  const counts = { unproven: 73 }
  expect(await told(unproven(73))).toEqual({
    ...{ daily: { count: 73, counts }, weekly: { count: 73, counts } },
  })
  now += dayMs
  expect(await told(unproven(73))).toEqual({ daily: null, weekly: null })
  expect(await told(unproven(70))).toEqual({ daily: null, weekly: null })
  // New ones are told the next day, and by the week no sooner than in the next one.
  expect(await told(unproven(74))).toMatchObject({ daily: { count: 74 }, weekly: null })
  now += 7 * dayMs
  expect(await told(unproven(75))).toMatchObject({ daily: { count: 75 }, weekly: { count: 75 } })
})

test('an end that comes near is told, however often the points were', async () => {
  const due = (days: number) => source('request_due', [{ by: now + days * dayMs, details: {} }])
  now += 7 * dayMs
  expect(await told(due(20))).toMatchObject({ daily: { count: 1 }, weekly: { count: 1 } })
  now += 7 * dayMs
  expect(await told(due(13))).toEqual({ daily: null, weekly: null })
  now += 4 * dayMs
  const late = { count: 1, counts: { request_due: 1 }, variant: 'late' }
  expect(await told(due(9))).toEqual({ daily: null, weekly: { ...late, days: 10 } })
  now += 7 * dayMs
  expect(await told(due(2))).toMatchObject({ daily: { ...late, days: 3 } })
})

test.each([
  ['2026-11-30', 'week of 2026-11-30'],
  ['2026-12-06', 'week of 2026-11-30'],
  ['2026-12-07', 'week of 2026-12-07'],
])('%s is in the %s', (day, week) => {
  expect(weekOf(day)).toBe(week)
})
