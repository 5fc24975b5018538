// The request log keeps the youngest lines of each account, and no more than it may hold at once.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testClock } from '../../../test/support/clock.ts'
import { type SendingFixture, sendingFixture } from '../../../test/support/sending-fixture.ts'
import type { TokenRequest } from '../../http/index.ts'
import type { TokenId } from '../../kernel/index.ts'
import { requestsKeptMax } from '../contract-requests.ts'
import { deleteOldRequests, insertRequests, listRequests } from './request-log-store.ts'
import { requestLog, sweepRequestLog } from './write-requests.ts'

let here: SendingFixture
beforeAll(async () => {
  here = await sendingFixture({ starts: false })
})
afterAll(() => here.close())

const tokenId = randomUUID() as TokenId
const all = { tokenId: null, statusClass: null, path: null, since: 0, before: null, limit: 20_000 }
const kept = () =>
  here.database.inAccount(here.account.id, (tx) => listRequests(tx, here.account.id, all))

function logOf(clock = testClock('2026-11-25T10:00:00Z')) {
  const lost: unknown[] = []
  const log = requestLog({
    ...{ database: here.database, clock, timers: clock, makeId: () => randomUUID() },
    logger: { warn: (event, fields) => lost.push([event, fields]) },
  })
  const told = (more: Partial<TokenRequest> = {}): TokenRequest => ({
    caller: {
      ...{ accountId: here.account.id, by: { kind: 'token', tokenId }, rights: new Set() },
      ...{ language: 'en', traceId: '' },
    },
    ...{ method: 'POST', path: '/v1/messages', status: 202, durationMs: 3 },
    ...{ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', code: null, keyUse: null, ...more },
  })
  return { clock, log, told, lost }
}

test('lines are written a second later, and what waits is written at the stop', async () => {
  const { clock, log, told, lost } = logOf()
  log.add(told())
  expect(await kept()).toEqual([])
  await clock.advance(1_000)
  log.add(told({ status: 404, path: null, code: 'http.route_unknown' }))
  await log.close()
  const found = await kept()
  expect(found.map(({ status, path, code }) => [status, path, code]).sort()).toEqual([
    [202, '/v1/messages', null],
    [404, null, 'http.route_unknown'],
  ])
  expect(lost).toEqual([])
})

test('a program that asks without end has a bounded part of a second logged, its errors too', async () => {
  const before = (await kept()).length
  const { log, told } = logOf()
  for (let index = 0; index < 3_000; index += 1) log.add(told())
  for (let index = 0; index < 3_000; index += 1) log.add(told({ status: 500 }))
  await log.close()
  const found = await kept()
  expect(found.length - before).toBe(1_000)
  expect(found.filter(({ status }) => status === 500)).toHaveLength(500)
})

test('the youngest are kept, and what is older than seven days goes', async () => {
  const accountId = here.account.id
  const start = Date.parse('2026-11-25T12:00:00Z')
  const line = (at: number) => ({
    ...{ id: randomUUID(), tokenId, at, method: 'GET', path: '/v1/messages', status: 200 },
    ...{ durationMs: 1, code: null, traceId: '', keyUse: null },
  })
  const many = Array.from({ length: requestsKeptMax + 500 }, (_, index) => line(start + index))
  await here.database.inAccount(accountId, async (tx) => {
    await insertRequests(tx, accountId, many)
    await deleteOldRequests(tx, accountId, { before: 0, keep: requestsKeptMax })
  })
  const found = await kept()
  expect(found).toHaveLength(requestsKeptMax)
  expect(found.at(-1)?.at).toBe(start + 500)
  const clock = testClock('2026-12-02T12:00:01Z')
  await sweepRequestLog({ database: here.database, clock }, { accountId } as never)
  expect((await kept()).every(({ at }) => at >= start + 1_000)).toBe(true)
  await clock.advance(60_000)
  await sweepRequestLog({ database: here.database, clock }, { accountId } as never)
  expect(await kept()).toEqual([])
})
