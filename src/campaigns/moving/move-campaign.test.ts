// A move reads the list again: it stays there for it, and whoever finds it gone is told so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
  segmentsOf,
} from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { statusesOver } from '../../../test/support/statuses.ts'
import { createSegmentChoice } from '../../contacts/index.ts'
import type { CampaignId, ListId, SegmentId } from '../../kernel/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { campaignsJobs } from '../jobs.ts'
import { acceptJob } from '../run-campaign.ts'
import { findCampaign, moveState } from '../store.ts'
import { countCampaignsOf } from './list-use-store.ts'
import { makeMovedSheet, moveCampaign, takeBackCampaign } from './move-campaign.ts'

const hourMs = 3_600_000
let fixture: SendingFixture
let deps: CampaignsDeps
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  deps = campaignsDeps(fixture)
}, 120_000)
afterAll(() => fixture.close())

const inHours = (hours: number) => new Date(fixture.timers.now() + hours * hourMs).toISOString()
const asOwner = <R extends object>(text: string, values: unknown[]) =>
  fixture.test.asSuperuser(async (client) => (await client.query<R>(text, values)).rows)
const campaign = async (id: CampaignId) => {
  const { database, vault, account } = fixture
  return database.inAccount(account.id, (tx) => findCampaign(tx, vault, account.id, id))
}
const using = (listId: string) =>
  fixture.database.inAccount(fixture.account.id, (tx) =>
    countCampaignsOf(tx, fixture.account.id, [listId as ListId]),
  )

async function scheduled(first: number) {
  const numbers = [fictionNumber(first), fictionNumber(first + 1)]
  const { listId } = await fixture.people(numbers, { agreed: true })
  const { id } = await campaignTo(fixture, deps, listId, { sendAt: inHours(30) })
  await acceptAll(fixture, deps, id)
  return { id, listId }
}

test('a list is in use until something has left of what was accepted of it', async () => {
  const { id, listId } = await scheduled(0)
  expect(await campaign(id)).toMatchObject({ isAccepted: true, state: 'running' })
  expect(await using(listId)).toBe(1)
  await asOwner(
    `insert into sending.tally (account_id, campaign_id, counter, value)
     values ($1, $2, 'submitted', 1)`,
    [fixture.account.id, id],
  )
  expect(await using(listId)).toBe(0)
})

test.each([
  ['deleted', 'delete from contacts.list where account_id = $1 and id = $2'],
  ['emptied', 'update contacts.list set emptied_at = now() where account_id = $1 and id = $2'],
])('where the list was %s nothing moves, and all that waits stays', async (how, statement) => {
  const { id, listId } = await scheduled(how === 'deleted' ? 10 : 20)
  const { caller, account } = fixture
  const wish = { sendAt: inHours(50) }
  const { hash } = await makeMovedSheet(deps, caller, { id, wish })
  await asOwner(statement, [account.id, listId])
  const gone = { code: 'campaigns.list_gone', kind: 'conflict' }
  await expect(makeMovedSheet(deps, caller, { id, wish })).rejects.toMatchObject(gone)
  const move = { ...wish, hash }
  await expect(moveCampaign(deps, caller, { id, move })).rejects.toMatchObject(gone)
  await expect(takeBackCampaign(deps, caller, id)).rejects.toMatchObject(gone)
  const counters = (await deps.messages.counters(account.id, [id])).get(id)
  expect(counters).toMatchObject({ accepted: 2, waiting: 2 })
})

test('a sheet that was made a while ago is not approved with the move', async () => {
  const { id } = await scheduled(30)
  const { caller } = fixture
  const wish = { sendAt: inHours(50) }
  const { hash } = await makeMovedSheet(deps, caller, { id, wish })
  const after = (minutes: number): CampaignsDeps => ({
    ...deps,
    clock: { now: () => fixture.timers.now() + minutes * 60_000 },
  })
  const move = { ...wish, hash }
  await expect(moveCampaign(after(16), caller, { id, move })).rejects.toMatchObject({
    ...{ code: 'campaigns.moved_sheet_old', kind: 'conflict', details: { minutes: 15 } },
  })
  await moveCampaign(after(14), caller, { id, move })
  expect(await campaign(id)).toMatchObject({ state: 'accepting', isAccepted: false })
})

test('the people that a segment chose stay as long as their campaign may be moved', async () => {
  await fixture.people([fictionNumber(40)], { agreed: true, list: 'Choisis' })
  const { caller, account, database } = fixture
  const rules = { match: 'all' as const, rules: [] }
  const { id: segmentId } = await segmentsOf(fixture).make('Tous', rules)
  const choiceAt = (days: number) =>
    createSegmentChoice({
      ...fixture,
      clock: { now: () => fixture.timers.now() + days * 24 * hourMs },
      statuses: statusesOver(fixture.consent),
      campaignsOf: countCampaignsOf,
    })
  const listId = await choiceAt(0).choose(caller, segmentId as SegmentId)
  const size = () =>
    database.inAccount(account.id, (tx) => deps.contacts.audienceSize(tx, account.id, listId))
  const people = await size()
  expect(people).toBeGreaterThan(0)
  const { id } = await campaignTo(fixture, deps, listId, { sendAt: inHours(24 * 20) })
  await acceptAll(fixture, deps, id)
  await choiceAt(8).choose(caller, segmentId as SegmentId)
  expect(await size()).toBe(people)
  await database.inAccount(account.id, (tx) =>
    moveState(tx, account.id, { id, to: 'cancelled', at: fixture.timers.now() }),
  )
  await choiceAt(8).choose(caller, segmentId as SegmentId)
  expect(await size()).toBe(0)
})

test.each([
  [0, { state: 'paused', failure: 'campaigns.controller_not_found' }],
  [1, { state: 'accepting', failure: null }],
])('a job that fails, launched %i times meanwhile', async (launches, stands) => {
  const { listId } = await fixture.people([fictionNumber(50 + launches)], { agreed: true })
  const { id } = await campaignTo(fixture, deps, listId)
  const { database, account, timers } = fixture
  await database.inAccount(account.id, (tx) =>
    moveState(tx, account.id, { id, to: 'accepting', at: timers.now() }),
  )
  const failing: CampaignsDeps = {
    ...deps,
    contacts: {
      ...deps.contacts,
      audience: async () => {
        const again = 'update campaigns.campaign set launches = launches + $2 where id = $1'
        await asOwner(again, [id, launches])
        throw campaignsError('campaigns.controller_not_found')
      },
    },
  }
  await campaignsJobs(failing)[acceptJob]?.({
    ...{ name: acceptJob, accountId: account.id, input: { campaignId: id } },
    ...{ attempt: 1, isLastAttempt: false, isStopping: () => false },
  })
  expect(await campaign(id)).toMatchObject(stands)
})
