// A long list is accepted in turns: between two of them the queue does what else waits.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignsDeps, campaignTo, nobodyThere } from '../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
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

test('a campaign whose turn is over is asked for again, and goes on where it was', async () => {
  const numbers = Array.from({ length: 2_500 }, (_, index) => fictionNumber(index))
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
