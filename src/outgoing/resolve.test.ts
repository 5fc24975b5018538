// Names of others' programs are resolved some at once, and waited for no longer than so long.
import { expect, test } from 'vitest'
import { testClock } from '../../test/support/clock.ts'
import { fewAtOnce, lookupAllowed } from './index.ts'

const address = { address: '93.184.216.34', family: 4 }

function slowNames() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const letGo: string[] = []
  const clock = testClock()
  const resolve = fewAtOnce(clock, (host, signal) => {
    asked.push(host)
    signal.addEventListener('abort', () => letGo.push(host))
    return new Promise((done) => answers.push(() => done([address])))
  })
  return { asked, answers, letGo, clock, resolve }
}
const codeOf = (asked: Promise<unknown>) => asked.catch((error) => error.code)
const names = (word: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${word}${index}.example`)

test('thirty-two names are asked at once, and the same name once', async () => {
  const { asked, answers, clock, resolve } = slowNames()
  const many = names('a', 33)
  const found = ['a0.example', ...many].map(resolve)
  await clock.advance(0)
  expect(asked).toEqual(many.slice(0, 32))
  answers[0]?.()
  expect(await Promise.all(found.slice(0, 2))).toEqual([[address], [address]])
  await clock.advance(0)
  expect(asked).toEqual(many)
  for (const answer of answers.slice(1)) answer()
  expect(await Promise.all(found)).toHaveLength(34)
})

test('names whose server never answers hold their places four seconds, and then good ones pass', async () => {
  const { asked, answers, letGo, clock, resolve } = slowNames()
  const silent = names('silent', 32)
  const waits = silent.map((host) => codeOf(resolve(host)))
  await clock.advance(1_000)
  const good = resolve('good.example')
  await clock.advance(2_999)
  expect(asked).toEqual(silent)
  await clock.advance(1)
  expect(await Promise.all(waits)).toEqual(silent.map(() => 'EAI_AGAIN'))
  // They hold nothing any more, and the system is told so.
  expect(letGo).toEqual(silent)
  expect(asked.at(-1)).toBe('good.example')
  answers.at(-1)?.()
  expect(await good).toEqual([address])
})

test('nobody waits longer than five seconds, and what nobody waits for is not asked', async () => {
  const { asked, clock, resolve } = slowNames()
  const silent = names('silent', 96).map((host) => codeOf(resolve(host)))
  await clock.advance(5_000)
  expect(new Set(await Promise.all(silent))).toEqual(new Set(['EAI_AGAIN']))
  await clock.advance(20_000)
  expect(asked).toHaveLength(64)
})

test('a name that was too slow is put aside for a minute; one that had no turn is not', async () => {
  const { asked, answers, clock, resolve } = slowNames()
  const first = codeOf(resolve('slow.example'))
  await clock.advance(4_000)
  expect(await first).toBe('EAI_AGAIN')
  await clock.advance(59_999)
  expect(await codeOf(resolve('slow.example'))).toBe('EAI_AGAIN')
  expect(asked).toEqual(['slow.example'])
  await clock.advance(1)
  const again = resolve('slow.example')
  await clock.advance(0)
  answers[1]?.()
  expect(await again).toEqual([address])

  const full = names('silent', 64).map((host) => codeOf(resolve(host)))
  const waits = codeOf(resolve('last.example'))
  await clock.advance(5_000)
  await Promise.all(full)
  expect(await waits).toBe('EAI_AGAIN')
  await clock.advance(5_000)
  const last = resolve('last.example')
  await clock.advance(0)
  answers.at(-1)?.()
  expect(await last).toEqual([address])
})

test('a connection is judged by what such a name leads to', async () => {
  const resolve = fewAtOnce(testClock(), async () => [address])
  const ask = (allows: (one: string) => boolean) =>
    new Promise((done) =>
      lookupAllowed(allows, resolve)('a.example', { all: true }, (error, found) =>
        done(error?.code ?? found),
      ),
    )
  expect(await ask(() => true)).toEqual([address])
  expect(await ask(() => false)).toBe('EADDRNOTALLOWED')
  const gone = fewAtOnce(testClock(), () =>
    Promise.reject(Object.assign(new Error(''), { code: 'ENOTFOUND' })),
  )
  expect(
    await new Promise((done) =>
      lookupAllowed(() => true, gone)('a.example', {}, (error) => done(error?.code)),
    ),
  ).toBe('ENOTFOUND')
})
