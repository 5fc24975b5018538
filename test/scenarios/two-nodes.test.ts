// Two nodes on one database: they share a route's binds, and what one leaves the other takes.
import { afterEach, expect, test } from 'vitest'
import {
  fictionNumber,
  jumpingTimers,
  type Node,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture | null = null
afterEach(async () => {
  await fixture?.close()
  fixture = null
})

test('two nodes share the binds of a route while a campaign runs, and nobody is written to twice', async () => {
  const here = await sendingFixture({
    sandbox: { isMagic: false, receiptDelayMs: 10 },
    pace: 'window=10&binds=4&rate=120',
  })
  fixture = here
  const [first] = here.nodes
  if (first === undefined) throw new Error('a node runs')
  const bound = (node: Node) =>
    node.pool
      .bindsOf(here.routeId)
      .filter(({ link }) => link.state.kind === 'bound')
      .map(({ bind }) => bind)
  await until(() => bound(first).length === 4)

  const numbers = Array.from({ length: 1_500 }, (_, index) => fictionNumber(index))
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers)
  const second = await here.startNode()
  await until(() => bound(first).length === 2 && bound(second).length === 2, 20_000)
  expect(new Set([...bound(first), ...bound(second)]).size).toBe(4)
  expect(here.sandbox?.stats().taken).toBeLessThan(1_500)

  await second.close()
  await until(() => bound(first).length === 4, 20_000)
  await until(async () => (await here.states(ids))['delivered'] === 1_500, 40_000)
  const taken = here.sandbox?.taken().map(({ destination }) => destination) ?? []
  expect(taken).toHaveLength(1_500)
  expect(new Set(taken).size).toBe(1_500)
}, 90_000)

test('receipts of one message that two nodes take at once end it all the same', async () => {
  const here = await sendingFixture({
    sandbox: { isMagic: false, receiptDelayMs: 300 },
    pace: 'window=50&binds=4',
  })
  fixture = here
  const second = await here.startNode()
  await until(() => second.pool.linksOf(here.routeId).length === 2, 20_000)
  const numbers = Array.from({ length: 1_000 }, (_, index) => fictionNumber(index))
  await here.people(numbers, { agreed: true })
  const text = `Lumen : ${'les laines, les lampes et les livres sont en boutique. '.repeat(3)}`
  const { ids } = await here.accept(numbers, { text, pieces: [text] })
  await until(async () => (await here.states(ids))['delivered'] === numbers.length, 30_000)
  expect(here.sandbox?.stats().taken).toBe(2 * numbers.length)
}, 90_000)

test('a route whose receipts come in time, to whichever node, is slow to none', async () => {
  const { timers, jump } = jumpingTimers()
  const here = await sendingFixture({
    timers,
    sandbox: { isMagic: false, receiptDelayMs: 300 },
    pace: 'window=50&binds=2',
  })
  fixture = here
  const second = await here.startNode()
  await until(() => second.pool.linksOf(here.routeId).length === 1, 20_000)
  const numbers = Array.from({ length: 1_000 }, (_, index) => fictionNumber(index))
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers)
  await until(async () => (await here.states(ids))['delivered'] === numbers.length, 30_000)
  jump(6 * 60_000)
  for (const { pool } of here.nodes) {
    await pool.refresh()
    expect(pool.states().map(({ isSlow }) => isSlow)).toEqual([false])
  }
}, 60_000)
