// Who looks on shares an answer of a moment ago, and nobody is answered more than they may see.
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestClock, testClock } from '../../../test/support/clock.ts'
import { callerWith } from '../../../test/support/http-routes.ts'
import { testServer } from '../../../test/support/test-server.ts'
import { type AccountId, AppError, type Caller } from '../../kernel/index.ts'
import { defineRoute, nothing } from '../index.ts'
import { ageWelcome } from './shared-answers.ts'

const reads: string[] = []
let isBroken = false
const read = defineRoute({
  method: 'GET',
  path: '/v1/things/{id}',
  needs: 'campaigns.read',
  summary: 'Read',
  params: z.object({ id: z.string() }),
  response: z.object({ read: z.number(), accountId: z.string(), language: z.string() }),
  isSameForAll: true,
  handle: async ({ accountId, language }, { params }) => {
    reads.push(params.id)
    if (isBroken) throw new AppError('storage.database_unavailable', 'unavailable', 'It is away.')
    return { read: reads.length, accountId, language }
  },
})
const change = defineRoute({
  method: 'POST',
  path: '/v1/things/{id}/change',
  needs: 'campaigns.read',
  summary: 'Change',
  params: z.object({ id: z.string() }),
  response: nothing,
  handle: async () => undefined,
})

const one = callerWith('campaigns.read')
const callers: Record<string, Caller> = {
  one,
  colleague: { ...one, traceId: 'another' },
  english: { ...one, language: 'en' },
  elsewhere: { ...one, accountId: '01900000-0000-7000-8000-000000000002' as AccountId },
  nothing: callerWith(),
}

let server: FastifyInstance
let clock: TestClock
beforeEach(async () => {
  reads.length = 0
  isBroken = false
  clock = testClock()
  server = await testServer([read, change], {
    timers: clock,
    onFailure: () => undefined,
    authenticate: async ({ bearer }) => {
      const caller = callers[bearer ?? '']
      return caller === undefined ? null : { caller, via: 'token' }
    },
  })
})
afterEach(() => server.close())

async function ask(who: string, { url = '/v1/things/a', age = 'max-age=1' } = {}) {
  const headers = {
    authorization: `Bearer ${who}`,
    ...(age === '' ? {} : { 'cache-control': age }),
  }
  const answer = await server.inject({ url, headers })
  return answer.statusCode === 200 ? answer.json().read : answer.statusCode
}

test('ten who look on within a second are answered by one reading, which nobody keeps', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => ask(n % 2 === 0 ? 'one' : 'colleague')),
  )
  expect(answers).toEqual(Array(10).fill(1))
  await clock.advance(900)
  expect(await ask('one')).toBe(1)
  await clock.advance(101)
  expect(await ask('one')).toBe(2)
  const { headers } = await server.inject({
    url: '/v1/things/a',
    headers: { authorization: 'Bearer one', 'cache-control': 'max-age=1' },
  })
  expect(headers['cache-control']).toBe('no-store')
})

test('who names no age, or none, is answered by a reading of their own', async () => {
  expect(await ask('one')).toBe(1)
  for (const [index, age] of ['', 'no-cache', 'max-age=0'].entries()) {
    expect(await ask('one', { age })).toBe(index + 2)
  }
  // However old an answer somebody would take, it is of the last second.
  await clock.advance(1_001)
  expect(await ask('one', { age: 'max-age=3600' })).toBe(5)
})

test('another account, language or address has its own answer', async () => {
  expect(await ask('one')).toBe(1)
  expect(await ask('elsewhere')).toBe(2)
  expect(await ask('english')).toBe(3)
  expect(await ask('one', { url: '/v1/things/b' })).toBe(4)
  expect(await ask('one')).toBe(1)
})

test('what was read for others is not told to who may not ask for it', async () => {
  expect(await ask('one')).toBe(1)
  expect(await ask('nothing')).toBe(403)
  expect(await ask('nobody')).toBe(401)
  expect(reads).toEqual(['a'])
})

test('after a change in the account all of it is read anew; elsewhere nothing is', async () => {
  expect(await ask('one')).toBe(1)
  expect(await ask('elsewhere')).toBe(2)
  const changed = await server.inject({
    method: 'POST',
    url: '/v1/things/a/change',
    headers: { authorization: 'Bearer colleague' },
  })
  expect(changed.statusCode).toBe(204)
  expect(await ask('one')).toBe(3)
  expect(await ask('elsewhere')).toBe(2)
})

test('a failure is answered to those who waited with it, and the next one reads', async () => {
  isBroken = true
  expect(await Promise.all([ask('one'), ask('colleague')])).toEqual([503, 503])
  expect(reads.length).toBe(1)
  isBroken = false
  expect(await ask('one')).toBe(2)
})

test.each([
  [null, 0],
  ['max-age=1', 1_000],
  ['no-transform, MAX-AGE=2', 2_000],
  ['max-age=0', 0],
  ['max-age=-1', 0],
  ['s-maxage=9', 0],
  ['max-age=1e9', 0],
  ['no-cache', 0],
])('the header %s welcomes an age of %d ms', (header, ms) => {
  expect(ageWelcome(header)).toBe(ms)
})
