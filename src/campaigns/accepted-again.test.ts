// A list that is accepted in several goes: whoever was passed over is accepted, and everybody once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
} from '../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  unbundleCampaign,
  waitingRows,
} from '../../test/support/sending-fixture.ts'
import type { JobRequest } from '../jobs/index.ts'
import { campaignsJobs } from './jobs.ts'
import { acceptJob } from './run-campaign.ts'
import { findCampaign, moveState } from './store.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

test('a page that was lost sight of is accepted again, and nobody is written to twice', async () => {
  const numbers = Array.from({ length: 12 }, (_, index) => fictionNumber(index))
  const { listId } = await fixture.people(numbers, { agreed: true })
  const deps = campaignsDeps(fixture)
  const { id } = await campaignTo(fixture, deps, listId)
  const asOwner = <R extends object>(text: string) =>
    fixture.test.asSuperuser(async (client) => (await client.query<R>(text, [id])).rows)
  const counts = () =>
    asOwner<{ messages: number; waiting: number; people: number; told: number }>(
      `select count(*)::int as messages, count(distinct m.subject_id)::int as people,
         count(q.message_id)::int as waiting,
         (select value::int from sending.tally t
          where t.campaign_id = $1 and t.counter = 'accepted') as told
       from sending.message m left join ${waitingRows} q on q.message_id = m.id
       where m.campaign_id = $1`,
    )
  await acceptAll(fixture, deps, id)
  expect(await counts()).toEqual([{ messages: 12, people: 12, waiting: 12, told: 12 }])

  // As if four of them had never been accepted, and the place in the list had not been kept.
  await fixture.database.inAccount(fixture.account.id, (tx) =>
    unbundleCampaign(tx, fixture.account.id, id),
  )
  await asOwner('update campaigns.campaign set accepted_through = null where id = $1')
  await asOwner(
    `with gone as (delete from sending.queue q using (
         select message_id from sending.queue where campaign_id = $1 limit 4) four
       where q.message_id = four.message_id returning q.message_id)
     delete from sending.message where id in (select message_id from gone)`,
  )
  await acceptAll(fixture, deps, id)
  expect(await counts()).toEqual([{ messages: 12, people: 12, waiting: 12, told: 16 }])
})

test('a campaign whose turn is over is asked for again, and goes on where it was', async () => {
  const numbers = Array.from({ length: 2_500 }, (_, index) => fictionNumber(100 + index))
  const { listId } = await fixture.people(numbers, { agreed: true })
  const asked: JobRequest[] = []
  let elapsedMs = 0
  const base = campaignsDeps(fixture)
  const deps = {
    ...base,
    jobs: { enqueue: async (_tx: unknown, request: JobRequest) => void asked.push(request) },
    // Each look at the clock takes six seconds: a page is a turn.
    timers: {
      ...base.timers,
      monotonicMs: () => {
        elapsedMs += 6_000
        return elapsedMs
      },
    },
  }
  const { account, database, vault } = fixture
  const { id } = await campaignTo(fixture, deps, listId)
  await database.inAccount(account.id, (tx) =>
    moveState(tx, account.id, { id, to: 'accepting', at: fixture.timers.now() }),
  )
  const job = {
    ...{ name: acceptJob, accountId: account.id, input: { campaignId: id } },
    ...{ attempt: 1, isLastAttempt: false, isStopping: () => false },
  }
  const accepted = async () => {
    const counters = await deps.messages.counters(account.id, [id])
    return counters.get(id)?.accepted
  }
  const handle = campaignsJobs(deps)[acceptJob]
  await handle?.(job)
  expect(asked).toEqual([
    { name: acceptJob, key: id, accountId: account.id, input: { campaignId: id } },
  ])
  expect(await accepted()).toBe(1_000)
  // Once more for each time that it asked, as the queue does.
  for (let turn = 0; turn < asked.length && turn < 10; turn += 1) await handle?.(job)
  expect(asked.length).toBeGreaterThan(1)
  expect(await accepted()).toBe(2_500)
  const campaign = await database.inAccount(account.id, (tx) =>
    findCampaign(tx, vault, account.id, id),
  )
  expect(campaign?.state).not.toBe('accepting')
})
