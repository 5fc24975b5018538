// Routes with a rate of each sender: whoever waits for its own rate keeps nobody else waiting.
import { afterEach, expect, test } from 'vitest'
import type { CampaignId, E164 } from '../../src/kernel/index.ts'
import { registerSender } from '../../src/routing/index.ts'
import { createCampaignMessages } from '../../src/sending/index.ts'
import { stopLeaving } from '../../src/sending/replies/stop-leaving.ts'
import { mostInASecond } from '../support/pace-of-log.ts'
import {
  fictionNumber,
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture | null = null
afterEach(async () => {
  await fixture?.close()
  fixture = null
})

async function fixtureAt(perSender: number, pace: string): Promise<SendingFixture> {
  const here = await sendingFixture({ sandbox: { isMagic: false }, pace, starts: false })
  fixture = here
  await here.test.asSuperuser((client) =>
    client.query('update routing.route set sender_segments_per_second = $1', [perSender]),
  )
  const { database, vault, timers: clock, makeId, audit } = here
  const routing = { database, vault, clock, makeId, record: audit.record }
  const sender = { name: 'VERGER', country: 'FR', evidence: 'RCS Lyon', expiresAt: null }
  await registerSender(routing, here.caller, sender)
  await here.startNode()
  return here
}

const people = (count: number, from = 1_000) => fictionNumbers(count, from)

const alert = {
  class: 'alert',
  basis: 'contract',
  text: 'Votre commande est prete.',
  pieces: ['Votre commande est prete.'],
} as const
const ofVerger = { ...alert, sender: 'VERGER' } as const

const logOf = (here: SendingFixture, source: string) =>
  (here.sandbox?.taken() ?? []).filter((one) => one.source === source)

/** Messages in flight in the engine, and what is told of those that were put back. */
async function handOf(here: SendingFixture) {
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ messages: number; events: number; results: number }>(
      `select (select coalesce(sum(cardinality(message_ids)), 0)::int
           from sending.intent) as messages,
         (select count(*)::int from sending.event where what = 'put_back') as events,
         (select count(*)::int from sending.result) as results`,
    ),
  )
  return rows[0]
}

test('an alert of one sender leaves at once while a campaign waits for another’s rate', async () => {
  const here = await fixtureAt(0.5, 'window=10')
  const numbers = people(200)
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers)
  await until(() => logOf(here, 'LUMEN').length >= 2)
  const asked = here.timers.now()
  await here.accept(people(1), ofVerger)
  await until(() => logOf(here, 'VERGER').length === 1, 25_000)
  expect((logOf(here, 'VERGER')[0]?.at ?? Infinity) - asked).toBeLessThan(10_000)

  // An alert of the campaign's own sender has the next turn.
  const alertAsked = here.timers.now()
  await here.accept(people(1, 1_199), alert)
  await until(() => logOf(here, 'LUMEN').some(({ at }) => at > alertAsked), 25_000)
  const [next] = logOf(here, 'LUMEN').filter(({ at }) => at > alertAsked)
  expect(next?.destination).toBe(fictionNumber(1_199).slice(1))

  // All the others wait in the queue, and nothing is written of their waiting.
  await until(async () => ((await handOf(here))?.messages ?? 0) <= 1)
  const taken = here.sandbox?.taken().length ?? 0
  const hand = await handOf(here)
  expect(hand?.events).toBe(0)
  expect(Math.abs((hand?.results ?? 0) - taken)).toBeLessThanOrEqual(1)
  const states = await here.states(ids)
  expect(states['queued']).toBeGreaterThanOrEqual(180)
}, 60_000)

test('what waits for its sender’s rate can be stopped and paused, and goes on after it', async () => {
  const here = await fixtureAt(2, 'window=10')
  const numbers = people(26)
  await here.people(numbers, { agreed: true })
  const { ids, campaignId } = await here.accept(numbers)
  await until(() => logOf(here, 'LUMEN').length >= 3)
  const taken = new Set(logOf(here, 'LUMEN').map(({ destination }) => destination))
  const waiting = numbers.findLast((number) => !taken.has(number.slice(1))) as E164
  const { account, database, contacts, timers, metrics } = here
  await until(async () => ((await handOf(here))?.messages ?? 0) <= 1)
  const numberTag = here.vault.numberTag(account.id, waiting)
  const stopped = here.timers.now()
  await stopLeaving(
    { database, contacts, timers, metrics, workers: new Map() },
    { accountId: account.id, numberTag, of: { scope: 'marketing' } },
  )
  expect(here.timers.now() - stopped).toBeLessThan(3_000)

  const messages = createCampaignMessages({
    database: here.database,
    wake: (routeId) => here.sending.engine.wake(routeId),
  })
  await here.database.inAccount(account.id, (tx) =>
    messages.hold(tx, account.id, campaignId, here.timers.now()),
  )
  await until(async () => (await handOf(here))?.messages === 0)
  const atPause = logOf(here, 'LUMEN').length
  await here.timers.sleep(2_500)
  expect(logOf(here, 'LUMEN')).toHaveLength(atPause)

  await here.database.inAccount(account.id, (tx) =>
    messages.release(tx, account.id, campaignId, here.timers.now()),
  )
  await until(async () => ((await here.states(ids))['delivered'] ?? 0) === 25, 60_000)
  expect(await here.states(ids)).toEqual({ delivered: 25, refused: 1 })
  const destinations = logOf(here, 'LUMEN').map(({ destination }) => destination)
  expect(new Set(destinations).size).toBe(25)
  expect(destinations).toHaveLength(25)
  expect(destinations).not.toContain(waiting.slice(1))
}, 120_000)

test('a sender’s rate is kept and used, and the parts of a text leave in their order', async () => {
  const here = await fixtureAt(10, 'window=20')
  const numbers = people(60)
  await here.people(numbers, { agreed: true })
  const text = `Lumen : ${'les laines, les lampes et les livres sont en boutique. '.repeat(4)}`
  const one = await here.accept(numbers.slice(0, 40))
  const two = await here.accept(numbers.slice(40), { text, pieces: [text] })
  const ids = [...one.ids, ...two.ids]
  await until(async () => (await here.states(ids))['delivered'] === ids.length, 60_000)
  const log = logOf(here, 'LUMEN')
  expect(log).toHaveLength(40 + 20 * 2)
  expect(mostInASecond(log.map(({ at }) => at))).toBeLessThanOrEqual(12)
  const seconds = ((log.at(-1)?.at ?? 0) - (log[0]?.at ?? 0)) / 1_000
  expect(log.length / seconds).toBeGreaterThanOrEqual(3)
  for (const number of numbers.slice(40)) {
    const parts = log.filter(({ destination }) => destination === number.slice(1))
    expect(parts.map(({ part }) => part?.partNumber)).toEqual([1, 2])
  }
}, 120_000)

test('parts that leave one a turn stay together, and a campaign’s pace counts their text once', async () => {
  const here = await fixtureAt(1, 'window=10')
  const numbers = people(8)
  await here.people(numbers, { agreed: true })
  const text = `Lumen : ${'les laines, les lampes et les livres sont en boutique. '.repeat(6)}`
  const campaignId = here.makeId() as CampaignId
  const { account, database } = here
  const messages = createCampaignMessages({ database, wake: () => undefined })
  // Eight at once in a span of six minutes, and no ninth.
  await database.inAccount(account.id, (tx) =>
    messages.pace(tx, account.id, { id: campaignId, perHour: 80, at: here.timers.now() }),
  )
  const { ids } = await here.accept(numbers.slice(0, 4), { text, pieces: [text] }, campaignId)
  await until(async () => (await here.states(ids))['delivered'] === 4, 60_000)
  const order = logOf(here, 'LUMEN').map((one) => `${one.destination} ${one.part?.partNumber}`)
  const whole = [...new Set(logOf(here, 'LUMEN').map(({ destination }) => destination))]
  expect(order).toEqual(whole.flatMap((to) => [1, 2, 3].map((part) => `${to} ${part}`)))
}, 120_000)

test('two nodes share a sender’s rate', async () => {
  const here = await fixtureAt(4, 'window=10&binds=2')
  await here.startNode()
  const held = () => here.nodes.map(({ pool }) => pool.linksOf(here.routeId).length)
  await until(() => held().join() === '1,1', 20_000)
  const numbers = people(36)
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers)
  await until(async () => (await here.states(ids))['delivered'] === ids.length, 60_000)
  const log = logOf(here, 'LUMEN')
  expect(log).toHaveLength(36)
  // Each node may let one leave that it has saved up.
  expect(mostInASecond(log.map(({ at }) => at))).toBeLessThanOrEqual(7)
  const seconds = ((log.at(-1)?.at ?? 0) - (log[0]?.at ?? 0)) / 1_000
  expect(log.length / seconds).toBeLessThanOrEqual(4.5)
}, 120_000)
