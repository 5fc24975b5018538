// What becomes of a long log: paused, resumed, sent again and deleted in steps, whatever the order.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type WebhooksFixture, webhooksFixture } from '../../test/support/webhooks-fixture.ts'
import type { AccountId } from '../kernel/index.ts'
import { tellPrograms } from './emit.ts'
import { askForDue, webhooksJobs } from './jobs.ts'
import { atOnce } from './long-log.ts'
import * as manage from './manage-endpoints.ts'
import { readDeliveries, replaySince, retryDelivery } from './read-deliveries.ts'
import { sweepWebhooks } from './sweep.ts'

const dayMs = 86_400_000
let w: WebhooksFixture
beforeAll(async () => {
  w = await webhooksFixture()
})
afterAll(() => w.close())
beforeEach(async () => {
  await w.empty()
  await w.here.store.asSuperuser((client) =>
    client.query('delete from graphile_worker._private_jobs'),
  )
})

type Waiting = { name: string; input: Record<string, string | number | boolean> }

/** What the queue was asked for, at once or after the last look's ten minutes. */
async function takeJobs(when: 'now' | 'later' = 'now'): Promise<Waiting[]> {
  const { rows } = await w.here.store.asSuperuser((client) =>
    client.query<{ key: string; input: Waiting['input'] }>(
      `delete from graphile_worker._private_jobs where key like 'webhooks.%'
         and (run_at > now() + interval '5 minutes') = $1
       returning key, payload->'input' as input`,
      [when === 'later'],
    ),
  )
  return rows.map(({ key, input }) => ({ name: key.split(':')[0] ?? '', input }))
}

const run = ({ name, input }: Waiting, isStopping = false) =>
  webhooksJobs(w.deps)[name]?.({
    ...{ name, accountId: w.accountId, input },
    ...{ attempt: 1, isLastAttempt: false, isStopping: () => isStopping },
  })

/** Until nothing is left in the queue; how many rounds that took. */
async function runAll(isStopping = false): Promise<number> {
  for (let rounds = 0; ; rounds += 1) {
    const waiting = await takeJobs()
    if (waiting.length === 0) return rounds
    for (const one of waiting) await run(one, isStopping)
  }
}

/** So many events, each a second after the one before; the last one now. */
async function fill(count: number, state = 'waiting'): Promise<void> {
  await w.here.store.asSuperuser((client) =>
    client.query(
      `insert into webhooks.delivery (account_id, endpoint_id, event_id, kind, facts, at, state,
         next_at)
       select account_id, endpoint_id, gen_random_uuid(), 'import.finished', '{}',
         $2::timestamptz - n * interval '1 second', $3,
         case $3 when 'waiting' then $2::timestamptz end
       from webhooks.endpoint, generate_series(0, $1 - 1) n`,
      [count, new Date(w.deps.clock.now()), state],
    ),
  )
}

/** As whoever reads the log sees them, page by page. */
async function states(id: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  let before: Parameters<typeof readDeliveries>[2]['before'] = null
  do {
    const page = { endpointId: id, state: null, before, limit: 1_000 }
    const { items, last } = await readDeliveries(w.deps, w.caller, page)
    for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1
    before = last
  } while (before !== null)
  return counts
}
const countIn = async (id: string, state: 'waiting' | 'held') => {
  const page = { endpointId: id, state, before: null, limit: 5_000 }
  return (await readDeliveries(w.deps, w.caller, page)).items.length
}

const switchTo = (id: string, state: 'active' | 'paused') =>
  manage.changeWebhook(w.deps, w.caller, { id, state })
const replay = (id: string, only: 'missed' | 'all', sinceMs = dayMs) => {
  const since = new Date(w.deps.clock.now() - sinceMs).toISOString()
  return replaySince(w.deps, w.caller, { endpointId: id, since, only })
}
const replayOf = async (id: string) => (await manage.readWebhook(w.deps, w.caller, id)).replay
const rows = async () => {
  const { rows: found } = await w.here.store.asSuperuser((client) =>
    client.query<{ count: number }>('select count(*)::int as count from webhooks.delivery'),
  )
  return found[0]?.count
}

test('each step of a pause begins where the last one ended', async () => {
  const { id } = await w.endpoint()
  await fill(3_500)
  await switchTo(id, 'paused')
  const begun: unknown[] = []
  for (;;) {
    const [job, ...more] = await takeJobs()
    if (job === undefined) break
    expect(more).toEqual([])
    begun.push(job.input['after'])
    await run(job, true)
  }
  const { rows: places } = await w.here.store.asSuperuser((client) =>
    client.query<{ id: string }>(`select id from (select event_id as id, state,
      row_number() over (order by event_id) as n from webhooks.delivery) as one
      where n in (1000, 2000, 3000) and state = 'held'`),
  )
  expect(begun).toEqual(places.map((one) => one.id))
  expect(await states(id)).toEqual({ held: 3_500 })
})

test('a pause counts for all that waits at once, and stays when the webhook is resumed', async () => {
  const { id } = await w.endpoint()
  await fill(2_500)
  await switchTo(id, 'paused')
  // As the log shows it before the queue has gone through it.
  expect(await states(id)).toEqual({ held: 2_500 })
  expect([await countIn(id, 'waiting'), await countIn(id, 'held')]).toEqual([0, 2_500])
  await w.happens('import.finished')
  await switchTo(id, 'active')
  await w.happens('campaign.finished')
  expect(await states(id)).toEqual({ held: 2_501, waiting: 1 })
  expect(await countIn(id, 'held')).toBe(2_501)
  expect(await askForDue(w.deps)).toBe(1)
  await w.deliver(id)
  expect(w.receiver.got).toHaveLength(1)
  expect(await askForDue(w.deps)).toBe(0)
  await runAll()
  expect(await states(id)).toEqual({ held: 2_501, delivered: 1 })
})

test('paused, resumed and paused again before the log was gone through, it is held as a whole', async () => {
  const { id } = await w.endpoint()
  await fill(2_500)
  await switchTo(id, 'paused')
  const [first] = await takeJobs()
  await switchTo(id, 'active')
  await w.happens('import.finished')
  await switchTo(id, 'paused')
  const later = await takeJobs()
  // What the first pause asked for comes late, and does no harm.
  if (first !== undefined) await run(first)
  for (const one of later) await run(one)
  await runAll()
  await switchTo(id, 'active')
  expect(await states(id)).toEqual({ held: 2_501 })
  expect(await askForDue(w.deps)).toBe(0)
})

test('what is being told when a pause comes is held, unless it arrives', async () => {
  const { id } = await w.endpoint()
  w.receiver.answer(null)
  await w.happens('import.finished')
  const telling = w.deliver(id)
  await expect.poll(() => w.receiver.got.length).toBe(1)
  await switchTo(id, 'paused')
  await switchTo(id, 'active')
  await w.here.clock.advance(15_000)
  await telling
  expect(await states(id)).toEqual({ held: 1 })
  w.later(dayMs)
  expect(await askForDue(w.deps)).toBe(0)
})

test('a replay takes what is held, also where its row does not say so yet; one by hand, too', async () => {
  const { id } = await w.endpoint()
  await fill(2_500)
  await switchTo(id, 'paused')
  await switchTo(id, 'active')
  const [last] = (await w.log(id)).slice(-1)
  const again = await retryDelivery(w.deps, w.caller, { endpointId: id, id: last?.id ?? '' })
  expect(again.state).toBe('waiting')
  // The request is answered after its first step; the webhook counts on.
  expect(await replay(id, 'missed')).toEqual({ count: expect.any(Number), isDone: false })
  expect(await replayOf(id)).toMatchObject({ only: 'missed', state: 'running' })
  await runAll()
  expect(await replayOf(id)).toMatchObject({ count: 2_499, state: 'done' })
  expect(await states(id)).toEqual({ waiting: 2_500 })
  expect(await countIn(id, 'held')).toBe(0)
})

test('a replay of a few among many is answered whole, and looks no further back than asked', async () => {
  const { id } = await w.endpoint()
  await fill(4_000, 'delivered')
  await w.here.store.asSuperuser((client) =>
    client.query(`update webhooks.delivery set state = 'failed' where at > $1`, [
      new Date(w.deps.clock.now() - 10_000),
    ]),
  )
  expect(await replay(id, 'missed', 900_000)).toEqual({ count: 10, isDone: true })
  expect(await replay(id, 'all', 3_600_000)).toEqual({ count: expect.any(Number), isDone: false })
  // A step each time, as where the server is being stopped.
  expect(await runAll(true)).toBeGreaterThan(1)
  expect(await replayOf(id)).toMatchObject({ count: 3_591, state: 'done' })
  expect(await states(id)).toEqual({ waiting: 3_601, delivered: 399 })
})

test('a pause ends a replay, also where the webhook is resumed before its next step', async () => {
  const { id } = await w.endpoint()
  await fill(2_500, 'delivered')
  await replay(id, 'all')
  const onward = await takeJobs()
  await switchTo(id, 'paused')
  await switchTo(id, 'active')
  expect((await replayOf(id))?.state).toBe('stopped')
  for (const one of onward) await run(one)
  await runAll()
  expect(await states(id)).toEqual({ held: 1_000, delivered: 1_500 })
  await replay(id, 'all')
  await runAll()
  expect(await states(id)).toEqual({ waiting: 2_500 })
  expect((await replayOf(id))?.state).toBe('done')
})

test('two replays at once take each event once', async () => {
  const { id } = await w.endpoint()
  await fill(2_500, 'failed')
  await replay(id, 'missed')
  await replay(id, 'all')
  await runAll()
  expect(await states(id)).toEqual({ waiting: 2_500 })
})

test('what a pause held is sent again, though its last try ended after the replay was asked for', async () => {
  const { id } = await w.endpoint()
  await fill(atOnce + 1, 'held')
  await replay(id, 'missed')
  // The newest: the next step comes to it, and its try was under way until just now.
  w.later(1_000)
  await w.here.store.asSuperuser((client) =>
    client.query(`update webhooks.delivery set last_at = $1 where state = 'held'`, [
      new Date(w.deps.clock.now()),
    ]),
  )
  await runAll()
  expect(await states(id)).toEqual({ waiting: atOnce + 1 })
})

test('nothing of a deleted webhook remains, however long its log', async () => {
  const { id } = await w.endpoint()
  await fill(2_500)
  await switchTo(id, 'paused')
  await manage.deleteWebhook(w.deps, w.caller, id)
  expect(await rows()).toBe(1_500)
  await runAll()
  expect(await rows()).toBe(0)
})

/** An event that is being written while its webhook is deleted. */
async function writtenMeanwhile(id: string): Promise<void> {
  let goOn = () => {}
  const gate = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let hasWritten = () => {}
  const written = new Promise<void>((resolve) => {
    hasWritten = resolve
  })
  const telling = w.deps.database.inAccount(w.accountId as AccountId, async (tx) => {
    const about = w.deps.makeId()
    const happened = { kind: 'import.finished' as const, about, at: w.deps.clock.now() }
    await tellPrograms(tx, w.accountId, [happened])
    hasWritten()
    await gate
  })
  await written
  await manage.deleteWebhook(w.deps, w.caller, id)
  await runAll()
  goOn()
  await telling
}

test('what was being written as a webhook was deleted goes ten minutes later', async () => {
  const { id } = await w.endpoint()
  await writtenMeanwhile(id)
  expect(await rows()).toBe(1)
  for (const one of await takeJobs('later')) await run(one)
  expect(await rows()).toBe(0)
})

test('and in the night, where the queue was lost; what is of another webhook stays', async () => {
  const other = await w.endpoint()
  const { id } = await w.endpoint()
  await writtenMeanwhile(id)
  expect(await rows()).toBe(2)
  await sweepWebhooks(w.deps, w.caller)
  expect(await rows()).toBe(1)
  expect(await states(other.id)).toEqual({ waiting: 1 })
})
