// Pausing and resuming a long queue: at once for whoever asks, batch by batch for the rows.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignsDeps, campaignTo, nobodyThere } from '../../test/support/campaign-fixture.ts'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../../test/support/sending-fixture.ts'
import type { JobRequest } from '../jobs/index.ts'
import type { CampaignId } from '../kernel/index.ts'
import type { CampaignsDeps } from './deps.ts'
import { holdRest, releaseRest } from './hold-rest.ts'
import { campaignsJobs } from './jobs.ts'
import { holdJob, releaseJob } from './run-campaign.ts'
import { moveState } from './store.ts'

const people = 5_003
let fixture: SendingFixture
let deps: CampaignsDeps
let id: CampaignId
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  const numbers = fictionNumbers(people)
  const { listId } = await fixture.people(numbers, { agreed: true })
  deps = {
    ...campaignsDeps(fixture),
    timers: { ...fixture.timers, sleep: (ms) => fixture.timers.sleep(Math.min(ms, 5)) },
  }
  const campaign = await campaignTo(fixture, deps, listId)
  id = campaign.id
  await fixture.accept(numbers, {}, id)
}, 120_000)
afterAll(() => fixture.close())

const inState = (to: 'running' | 'paused') =>
  fixture.database.inAccount(fixture.account.id, (tx) =>
    moveState(tx, fixture.account.id, { id, to, at: fixture.timers.now() }),
  )
const step = <T>(act: (tx: Parameters<CampaignsDeps['messages']['hold']>[0]) => Promise<T>) =>
  fixture.database.inAccount(fixture.account.id, act)

async function held(): Promise<number> {
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ held: number }>(
      `select count(*)::int as held from sending.queue
       where campaign_id = $1 and hold = 'campaign_paused' and due_at = 'infinity'`,
      [id],
    ),
  )
  return rows[0]?.held ?? 0
}

test('a pause holds a first batch and says that more is left; its rest is held unless somebody resumes', async () => {
  const at = fixture.timers.now()
  await inState('paused')
  const goOn = await step((tx) => deps.messages.hold(tx, fixture.account.id, id, at))
  expect([goOn === null, await held()]).toEqual([false, 5_000])

  await inState('running')
  await holdRest(deps, fixture.account.id, id)
  expect(await held()).toBe(5_000)
  await inState('paused')
  await holdRest(deps, fixture.account.id, id)
  expect(await held()).toBe(people)
})

test('the end of a pause lets a first batch go, and its rest afterwards', async () => {
  const at = fixture.timers.now()
  await inState('running')
  await step((tx) => deps.messages.release(tx, fixture.account.id, id, at))
  expect(await held()).toBe(3)
  await releaseRest(deps, fixture.account.id, id)
  expect(await held()).toBe(0)
})

test('what another transaction has in flight as the pause ends is let go as soon as it lets go', async () => {
  const at = fixture.timers.now()
  const { account, database } = fixture
  await inState('paused')
  await step((tx) => deps.messages.hold(tx, account.id, id, at))
  await holdRest(deps, account.id, id)
  await inState('running')
  let rest: Promise<void> = Promise.resolve()
  await database.inAnyAccount(async (tx) => {
    await tx.query(
      'update sending.queue set attempt = attempt where ctid = any (array(' +
        'select ctid from sending.queue order by message_id limit 10))',
    )
    await step((other) => deps.messages.release(other, account.id, id, at))
    rest = releaseRest(deps, account.id, id).then(() => undefined)
    await until(async () => (await held()) === 10)
  })
  await rest
  expect(await held()).toBe(0)
})

test('a pause and its end that take longer than a turn go on where they were', async () => {
  const at = fixture.timers.now()
  const { account, timers } = fixture
  let elapsedMs = 0
  const asked: JobRequest[] = []
  const inTurns = {
    ...deps,
    jobs: { enqueue: async (_tx: unknown, request: JobRequest) => void asked.push(request) },
    // Each look at the clock takes eleven seconds: a batch is a turn.
    timers: {
      ...timers,
      monotonicMs: () => {
        elapsedMs += 11_000
        return elapsedMs
      },
    },
  }
  const handlers = campaignsJobs(inTurns)
  /** As the queue does: once more for each time that it asked. */
  const turns = async (name: string): Promise<(string | undefined)[]> => {
    let input: JobRequest['input'] = { campaignId: id }
    const places: (string | undefined)[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      const job = { name, accountId: account.id, input, attempt: 1, isLastAttempt: false }
      await handlers[name]?.({ ...job, isStopping: () => false })
      const again = asked.pop()
      if (again === undefined) break
      expect([again.name, again.key, again.input['campaignId']]).toEqual([name, id, id])
      input = again.input
      places.push(input['after']?.toString())
    }
    return places
  }
  await inState('paused')
  await step((tx) => deps.messages.hold(tx, account.id, id, at))
  const [through, ...rest] = await turns(holdJob)
  expect([typeof through, rest, await held()]).toEqual(['string', [], people])
  await inState('running')
  await step((tx) => deps.messages.release(tx, account.id, id, at))
  expect(await turns(releaseJob)).toEqual([through])
  expect(await held()).toBe(0)
})
