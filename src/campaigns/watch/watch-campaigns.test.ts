// The watch tells of a campaign whose messages do not leave, and of one that has ended.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakChainsOf } from '../../../test/support/broken-chains.ts'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
} from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { programAt, programsTold, toldIn } from '../../../test/support/told.ts'
import { cancelRest } from '../accept-campaign.ts'
import type { CampaignsDeps } from '../deps.ts'
import { cancelCampaign } from '../run-campaign.ts'
import { campaignWatch } from './watch-campaigns.ts'

const minuteMs = 60_000
let fixture: SendingFixture
let deps: CampaignsDeps
let aheadMs = 0
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
  const own = campaignsDeps(fixture)
  deps = { ...own, clock: { now: () => own.clock.now() + aheadMs } }
}, 120_000)
afterAll(() => fixture.close())

const told = async () =>
  (await toldIn(fixture.test)).map(({ kind, about, details }) => [kind, about, details['name']])

test('one that does not move is told of after a quarter of an hour, once; a cancelled one at once', async () => {
  const { listId } = await fixture.people(fictionNumbers(3), { agreed: true })
  const watch = campaignWatch(deps)
  const later = await campaignTo(fixture, deps, listId, {
    name: 'Demain',
    sendAt: new Date(deps.clock.now() + 6 * 60 * minuteMs).toISOString(),
  })
  await acceptAll(fixture, deps, later.id)
  const stuck = await campaignTo(fixture, deps, listId, { name: 'Collection' })
  await acceptAll(fixture, deps, stuck.id)
  await watch(fixture.caller)
  aheadMs = 14 * minuteMs
  await watch(fixture.caller)
  expect(await told()).toEqual([])
  aheadMs = 16 * minuteMs
  await watch(fixture.caller)
  await watch(fixture.caller)
  await campaignWatch(deps)(fixture.caller)
  expect(await told()).toEqual([['campaign_waits', stuck.id, 'Collection']])
  const accountId = fixture.account.id
  await programAt(fixture.test, { accountId })
  await cancelCampaign(deps, fixture.caller, stuck.id)
  // Programs are told once nothing of it waits any more, and once.
  expect(await programsTold(fixture.test, accountId)).toEqual([])
  for (const _ of [1, 2]) await cancelRest(deps, accountId, stuck.id)
  expect(await programsTold(fixture.test, accountId)).toEqual([
    { kind: 'campaign.finished', about: stuck.id, facts: { state: 'cancelled', delivered: 0 } },
  ])
  expect(await told()).toEqual([
    ['campaign_waits', stuck.id, 'Collection'],
    ['campaign_stopped', stuck.id, 'Collection'],
  ])
})

test('one that waits until somebody can say who has objected is told of as that', async () => {
  const { listId } = await fixture.people(fictionNumbers(3, 100), { agreed: true })
  await breakChainsOf(fixture)
  const held = await campaignTo(fixture, deps, listId, { name: 'Soldes' })
  await acceptAll(fixture, deps, held.id)
  const watch = campaignWatch(deps)
  await watch(fixture.caller)
  aheadMs += 16 * minuteMs
  await watch(fixture.caller)
  const { details } = (await toldIn(fixture.test)).find(({ about }) => about === held.id) ?? {}
  expect(details).toMatchObject({ name: 'Soldes', variant: 'objections' })
  await fixture.consent.reconcile(fixture.caller, { mends: true })
  await cancelCampaign(deps, fixture.caller, held.id)
  await cancelRest(deps, fixture.account.id, held.id)
})

test('one whose messages all have their last state has ended, whoever looks', async () => {
  const { listId } = await fixture.people(fictionNumbers(5).slice(3), { agreed: false })
  const refused = await campaignTo(fixture, deps, listId, { name: 'Sans accord' })
  await acceptAll(fixture, deps, refused.id)
  const watch = campaignWatch(deps)
  await watch(fixture.caller)
  await watch(fixture.caller)
  const programs = (await programsTold(fixture.test, fixture.account.id)).slice(1)
  expect(programs.find(({ about }) => about === refused.id)).toMatchObject({
    ...{ kind: 'campaign.finished', facts: { state: 'done', delivered: 0 } },
  })
  // Whom a rule left out as it was accepted is told, too, to a program that asks for each message.
  const facts = { state: 'refused', reason: 'no_consent', campaignId: refused.id }
  const failed = programs.filter(({ kind }) => kind === 'message.failed')
  expect(failed.map((one) => one.facts)).toEqual([facts, facts])
  const ended = (await told()).filter(([kind]) => kind === 'campaign_ended')
  expect(ended).toEqual([['campaign_ended', refused.id, 'Sans accord']])
})
