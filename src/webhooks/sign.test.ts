// Signatures against the specification's own vector and its reference library; the table of tries.
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { seededRandomness } from '../../test/support/clock.ts'
import { Personal } from '../kernel/index.ts'
import { failingMs, isGivenUp, nextTry, restAfter, triesMax } from './schedule.ts'
import { makeSecret, signedHeaders } from './sign.ts'

test('the vector of the Standard Webhooks libraries', () => {
  const headers = signedHeaders([new Personal('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')], {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: 1_614_265_330_999,
    body: '{"test": 2432232314}',
  })
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('a receiver with either secret verifies; with another, or another body, it does not', () => {
  const randomness = seededRandomness(7)
  const secrets = [makeSecret(randomness), makeSecret(randomness)]
  const [first, second] = secrets.map((one) => one.reveal('match'))
  expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const body = JSON.stringify({ type: 'webhook.test', data: { é: '€' } })
  const headers = signedHeaders(secrets, { id: 'a1', at: Date.now(), body })
  for (const secret of [first, second]) {
    expect(new Webhook(secret ?? '').verify(body, headers)).toEqual(JSON.parse(body))
  }
  const other = makeSecret(randomness).reveal('match')
  expect(() => new Webhook(other).verify(body, headers)).toThrow('No matching signature')
  expect(() => new Webhook(first ?? '').verify(`${body} `, headers)).toThrow(
    'No matching signature',
  )
  const old = signedHeaders(secrets, { id: 'a1', at: Date.now() - 10 * 60_000, body })
  expect(() => new Webhook(first ?? '').verify(body, old)).toThrow('too old')
})

const hourMs = 3_600_000

test('eight tries over 27 hours and 35 minutes, each a tenth sooner or later', () => {
  const ends = (chance: number) => {
    const how = { chance, asked: null }
    let at = 0
    for (let tries = 1; tries < triesMax; tries += 1) at = nextTry(tries, at, how) ?? Number.NaN
    return at
  }
  expect(triesMax).toBe(8)
  expect(ends(0.5)).toBe(27 * hourMs + 35 * 60_000 + 5_000)
  expect(ends(0)).toBeCloseTo(ends(0.5) * 0.9, -1)
  expect(ends(1)).toBeCloseTo(ends(0.5) * 1.1, -1)
  expect(nextTry(triesMax, 0, { chance: 0.5, asked: 9 })).toBeNull()
})

test.each([
  [0, null],
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [10, 300_000],
  [5_000, 300_000],
])('after %i failures in a row an endpoint rests for %s ms', (failures, rest) => {
  expect(restAfter(failures, 0)).toBe(rest)
})

test('five days without a success are enough', () => {
  expect(isGivenUp(null, 10)).toBe(false)
  expect(isGivenUp(0, failingMs - 1)).toBe(false)
  expect(isGivenUp(0, failingMs)).toBe(true)
})
