// The first campaign of an installation: page by page, and from its first page on the database
// knows its messages.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
} from '../../test/support/campaign-fixture.ts'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../test/support/sending-fixture.ts'
import type { JobRequest } from '../jobs/index.ts'
import { campaignsJobs } from './jobs.ts'
import { acceptJob } from './run-campaign.ts'
import { moveState } from './store.ts'

/** More than a page, so that it can be told to end in between. */
const people = 1_200
let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

/** How the server looks for people is chosen by what it knows of them. */
const knownColumns = () =>
  fixture.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ attname: string }>(
      `select attname from pg_stats where schemaname = 'sending' and tablename = 'message'
       and attname in ('campaign_id', 'subject_id') order by 1`,
    )
    return rows.map(({ attname }) => attname)
  })

/** How many messages each transaction has written. */
const writtenTogether = () =>
  fixture.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ messages: number }>(
      'select count(*)::int as messages from sending.message group by xmin::text order by 1 desc',
    )
    return rows.map(({ messages }) => messages)
  })

test('after its first page the server knows people and campaigns; no transaction is longer', async () => {
  const numbers = fictionNumbers(people)
  const { listId } = await fixture.people(numbers, { agreed: true })
  const deps = campaignsDeps(fixture)
  const campaign = await campaignTo(fixture, deps, listId)
  expect(await knownColumns()).toEqual([])
  await acceptAll(fixture, deps, campaign.id)
  expect(await knownColumns()).toEqual(['campaign_id', 'subject_id'])
  expect(await writtenTogether()).toEqual([1_000, people - 1_000])
})

test('the program is being stopped: it ends after a page, and is asked for again', async () => {
  const { listId } = await fixture.people(fictionNumbers(people, 2_000), { agreed: true })
  const again: JobRequest[] = []
  const enqueue = async (_: unknown, job: JobRequest) => {
    again.push(job)
  }
  const deps = { ...campaignsDeps(fixture), jobs: { enqueue } }
  const { database, account, timers } = fixture
  const { id } = await campaignTo(fixture, deps, listId)
  await database.inAccount(account.id, (tx) =>
    moveState(tx, account.id, { id, to: 'accepting', at: timers.now() }),
  )
  const work = (isStopping: boolean) =>
    campaignsJobs(deps)[acceptJob]?.({
      ...{ name: acceptJob, accountId: account.id, input: { campaignId: id } },
      ...{ attempt: 1, isLastAttempt: false, isStopping: () => isStopping },
    })
  const accepted = async () =>
    (await deps.messages.counters(account.id, [id])).get(id)?.accepted ?? 0
  await work(true)
  expect(await accepted()).toBe(1_000)
  expect(again).toEqual([
    { name: acceptJob, key: id, accountId: account.id, input: { campaignId: id } },
  ])
  await work(false)
  expect(await accepted()).toBe(people)
  expect(again).toHaveLength(1)
})
