// Names of others' programs are resolved a few at once, and waited for no longer than so long.
import { expect, test } from 'vitest'
import { testClock } from '../../test/support/clock.ts'
import { fewAtOnce, lookupAllowed } from './index.ts'

const address = { address: '93.184.216.34', family: 4 }

function slowNames() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const clock = testClock()
  const resolve = fewAtOnce(clock, (host) => {
    asked.push(host)
    return new Promise((done) => answers.push(() => done([address])))
  })
  return { asked, answers, clock, resolve }
}
const codeOf = (asked: Promise<unknown>) => asked.catch((error) => error.code)

test('two names are asked at once, and the same name once', async () => {
  const { asked, answers, clock, resolve } = slowNames()
  const found = ['a.example', 'a.example', 'b.example', 'c.example'].map(resolve)
  await clock.advance(0)
  expect(asked).toEqual(['a.example', 'b.example'])
  answers[0]?.()
  expect(await Promise.all(found.slice(0, 2))).toEqual([[address], [address]])
  await clock.advance(0)
  expect(asked).toEqual(['a.example', 'b.example', 'c.example'])
  answers[1]?.()
  answers[2]?.()
  expect(await Promise.all(found)).toHaveLength(4)
})

test('nobody waits longer than five seconds, and what nobody waits for is not asked', async () => {
  const { asked, answers, clock, resolve } = slowNames()
  const waits = ['a.example', 'b.example', 'c.example'].map((host) => codeOf(resolve(host)))
  await clock.advance(5_000)
  expect(await Promise.all(waits)).toEqual(['EAI_AGAIN', 'EAI_AGAIN', 'EAI_AGAIN'])
  // The two that the system still works on hold their places, and no third.
  const last = resolve('d.example')
  await clock.advance(0)
  expect(asked).toEqual(['a.example', 'b.example'])
  for (const answer of answers) answer()
  await clock.advance(0)
  expect(asked).toEqual(['a.example', 'b.example', 'd.example'])
  answers[2]?.()
  expect(await last).toEqual([address])
})

test('a name that was too slow is put aside for five minutes, and holds up no other', async () => {
  const { asked, answers, clock, resolve } = slowNames()
  const first = codeOf(resolve('slow.example'))
  await clock.advance(5_000)
  expect(await first).toBe('EAI_AGAIN')
  answers[0]?.()
  await clock.advance(60_000)
  expect(await codeOf(resolve('slow.example'))).toBe('EAI_AGAIN')
  expect(asked).toEqual(['slow.example'])
  await clock.advance(5 * 60_000)
  const again = resolve('slow.example')
  await clock.advance(0)
  answers[1]?.()
  expect(await again).toEqual([address])
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
