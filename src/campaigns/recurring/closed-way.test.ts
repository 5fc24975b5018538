// A day whose way is closed waits and goes on by itself: on a real database with a real route that
// is closed and opened, and a moved clock.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignsDeps, nobodyThere, segmentsOf } from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { Caller, CampaignId, SegmentId } from '../../kernel/index.ts'
import { changeRoute, registerSender } from '../../routing/index.ts'
import { acceptCampaign } from '../accept-campaign.ts'
import { type RecurringRequest, recurringRequest } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { makeCheckSheet } from '../make-check-sheet.ts'
import { changeCampaign } from '../prepare-campaign.ts'
import { approveCampaign, cancelCampaign, removeCampaign } from '../run-campaign.ts'
import { stopRestored } from '../stop-restored.ts'
import { findCampaign } from '../store.ts'
import { userOf } from '../user-of.ts'
import { viewCampaign } from '../view-campaign.ts'
import { makeDueDays } from './make-occurrence.ts'
import { createRecurring } from './prepare-recurring.ts'
import { askForDue } from './recurring-jobs.ts'
import { endRecurring, pauseRecurring, resumeRecurring, startRecurring } from './steps.ts'
import { viewDays, viewRecurring } from './view-recurring.ts'
import { readWaiting } from './waiting.ts'

const clock = jumpingTimers()
let fixture: SendingFixture
let deps: CampaignsDeps
let caller: Caller
let listId: string
// Two on 26 November, one on the 27th.
const births = ['1990-11-26', '1985-11-26', '1999-11-27']
/** How often a page of people was read to be judged. */
let judged = 0

beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere, timers: clock.timers })
  const real = campaignsDeps(fixture)
  deps = {
    ...real,
    contacts: {
      ...real.contacts,
      audience: (tx, page) => {
        judged += 1
        return real.contacts.audience(tx, page)
      },
      audienceOf: (tx, page) => {
        judged += 1
        return real.contacts.audienceOf(tx, page)
      },
    },
  }
  caller = fixture.caller
  const numbers = births.map((_, index) => fictionNumber(index))
  const fields = (index: number) => ({ firstName: 'Zoé', birthDate: births[index] ?? '' })
  listId = (await fixture.people(numbers, { agreed: true, fields })).listId
}, 120_000)
afterAll(() => fixture.close())

const goTo = (iso: string) => {
  const ms = Date.parse(iso) - clock.timers.now()
  expect(ms).toBeGreaterThanOrEqual(0)
  clock.jump(ms)
}
async function setRoute(enabled: boolean): Promise<void> {
  const { database, vault, timers, makeId, nodes } = fixture
  const routing = { database, vault, clock: timers, makeId, record: async () => undefined }
  await changeRoute(routing, caller, fixture.routeId, { enabled })
  for (const node of nodes) await node.pool.refresh()
}
const written = (more: Partial<RecurringRequest>): RecurringRequest => ({
  ...recurringRequest.parse({
    name: 'Anniversaire',
    every: 'persons_date',
    field: 'birth_date',
    time: '10:00',
    listId,
    class: 'marketing',
    purpose: 'offers',
    sender: 'LUMEN',
    text: 'Bon anniversaire {first_name|à vous}.',
  }),
  ...more,
})
async function started(more: Partial<RecurringRequest> = {}): Promise<string> {
  const id = await createRecurring(deps, caller, written(more))
  await startRecurring(deps, caller, { id, version: 1 })
  return id
}
const weekly = (weekday: number, more: Partial<RecurringRequest> = {}) =>
  started({ every: 'week', weekday, field: null, name: 'Semaine', ...more })
const run = (id: string, over: CampaignsDeps = deps) => makeDueDays(over, fixture.account.id, id)
const days = async (id: string) =>
  (await viewDays(deps, caller, { id, before: null, limit: 50 })).items
const told = async (id: string) =>
  (await days(id)).map(({ day, state, failure }) => `${day} ${state} ${failure?.code ?? '-'}`)
const draftOf = async (id: string) => (await days(id))[0]?.campaignId as CampaignId
const campaign = (id: CampaignId) =>
  fixture.database.inAccount(caller.accountId, (tx) =>
    findCampaign(tx, deps.vault, caller.accountId, id),
  )
async function accepted(id: string | null | undefined): Promise<number | undefined> {
  await acceptCampaign(deps, fixture.account.id, id as CampaignId)
  const counters = await deps.messages.counters(fixture.account.id, [id as CampaignId])
  return counters.get(id as CampaignId)?.accepted
}
async function launchByHand(id: CampaignId): Promise<void> {
  const { hash } = await makeCheckSheet(deps, caller, id)
  await approveCampaign(deps, caller, { id, hash, launch: true })
}
/** How many jobs the look of each minute asks for. */
const found = (id: string) => {
  let asked = 0
  const jobs: CampaignsDeps['jobs'] = {
    enqueue: async (_tx, { key }) => {
      if (key === id) asked += 1
    },
  }
  return askForDue({ ...deps, clock: clock.timers, jobs }).then(() => asked)
}

test('closed, then opened: it leaves once, late, to the same people', async () => {
  const id = await started()
  await setRoute(false)
  goTo('2026-11-26T08:31:00Z')
  await run(id)
  const [day] = await days(id)
  expect(day).toMatchObject({
    day: '2026-11-26',
    state: 'waiting',
    people: 2,
    failure: { code: 'route_closed' },
    waitsUntil: '2026-11-29T09:00:00.000Z',
  })
  const { waiting, notSent } = await readWaiting(deps, caller)
  expect(waiting).toMatchObject([{ id, day: '2026-11-26', until: '2026-11-29T09:00:00.000Z' }])
  expect(waiting[0]?.reason).toContain('route')
  expect(notSent).toEqual([])
  expect((await viewCampaign(deps, caller, await draftOf(id))).next).toMatchObject({
    what: 'waits_for_way',
    sentence: expect.stringMatching(/^La route est fermée.* d’elle-même/),
  })

  // It is looked at again by the minute, and nobody is judged as long as the way is closed.
  const before = judged
  expect(await found(id)).toBe(0)
  for (const minute of [33, 35, 37, 39]) {
    goTo(`2026-11-26T08:${minute}:00Z`)
    expect(await found(id)).toBe(1)
    await run(id)
    expect(await found(id)).toBe(0)
  }
  expect(judged).toBe(before)
  // The day after comes as always, and waits beside it.
  goTo('2026-11-27T08:31:00Z')
  await run(id)
  expect(await told(id)).toEqual([
    '2026-11-27 waiting route_closed',
    '2026-11-26 waiting route_closed',
  ])

  await setRoute(true)
  goTo('2026-11-27T09:10:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-11-27 launched -', '2026-11-26 launched -'])
  const [second, first] = await days(id)
  expect([first?.campaignId, first?.waitsUntil]).toEqual([day?.campaignId, null])
  expect(await accepted(first?.campaignId)).toBe(2)
  expect(await accepted(second?.campaignId)).toBe(1)
  expect((await readWaiting(deps, caller)).waiting).toEqual([])
  goTo('2026-11-27T12:00:00Z')
  expect(await found(id)).toBe(0)
  await run(id)
  expect(await accepted(first?.campaignId)).toBe(2)
  await endRecurring(deps, caller, id)
})

test('opened before its hour, it leaves at its hour', async () => {
  const id = await weekly(1)
  await setRoute(false)
  goTo('2026-11-30T08:31:00Z')
  await run(id)
  await setRoute(true)
  goTo('2026-11-30T08:40:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-11-30 launched -'])
  expect((await campaign(await draftOf(id)))?.sendAt).toBe(Date.parse('2026-11-30T09:00:00Z'))
  await endRecurring(deps, caller, id)
})

test('closed through: told as not sent after three days, and the next day comes', async () => {
  const id = await weekly(2)
  await setRoute(false)
  goTo('2026-12-01T08:31:00Z')
  await run(id)
  goTo('2026-12-04T08:59:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-01 waiting route_closed'])
  goTo('2026-12-04T09:06:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-01 stopped route_closed'])
  const { waiting, notSent } = await readWaiting(deps, caller)
  expect([waiting, notSent.map(({ day, state }) => [day, state])]).toEqual([
    [],
    [['2026-12-01', 'stopped']],
  ])
  await setRoute(true)
  goTo('2026-12-08T08:31:00Z')
  await run(id)
  expect((await told(id))[0]).toBe('2026-12-08 launched -')
  await endRecurring(deps, caller, id)
})

test('its last day may wait, and it ends behind it', async () => {
  const id = await weekly(3, { lastDay: '2026-12-09' })
  await setRoute(false)
  goTo('2026-12-09T08:31:00Z')
  await run(id)
  expect(await viewRecurring(deps, caller, id)).toMatchObject({ state: 'active', next: null })
  await setRoute(true)
  goTo('2026-12-09T09:31:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-09 launched -'])
  expect(await viewRecurring(deps, caller, id)).toMatchObject({ state: 'ended', next: null })
})

test('a draft that is changed meanwhile does not leave under the name of who started it', async () => {
  const ids = [await weekly(4), await weekly(4), await weekly(4), await weekly(4), await weekly(4)]
  await setRoute(false)
  goTo('2026-12-10T08:31:00Z')
  for (const id of ids) await run(id)
  const drafts = await Promise.all(ids.map(draftOf))
  const [changed, renamed, byHand, calledOff, deleted] = drafts as [
    CampaignId,
    CampaignId,
    CampaignId,
    CampaignId,
    CampaignId,
  ]
  await setRoute(true)
  await changeCampaign(deps, caller, changed, { text: 'Tout autre chose.' })
  // Its sheet was looked at as well: there is one, of another text.
  await makeCheckSheet(deps, caller, changed)
  await changeCampaign(deps, caller, renamed, { name: 'Rendez-vous' })
  await launchByHand(byHand)
  const { hash } = await makeCheckSheet(deps, caller, calledOff)
  await approveCampaign(deps, caller, { id: calledOff, hash, launch: false })
  await cancelCampaign(deps, caller, calledOff)
  await removeCampaign(deps, caller, deleted)
  goTo('2026-12-10T08:41:00Z')
  for (const id of ids) await run(id)
  const outcomes = await Promise.all(ids.map(told))
  expect(outcomes.flat()).toEqual([
    '2026-12-10 stopped campaigns.recurring_draft_changed',
    '2026-12-10 launched -',
    '2026-12-10 launched -',
    '2026-12-10 stopped campaigns.recurring_draft_cancelled',
    '2026-12-10 stopped campaigns.recurring_draft_deleted',
  ])
  expect((await campaign(changed))?.state).toBe('draft')
  expect((await campaign(renamed))?.approvedBy).toBe(userOf(caller))
  expect((await days(ids[2] as string))[0]?.people).toBe(births.length)
  for (const id of ids) await endRecurring(deps, caller, id)
})

test('changed between its making and its launch, it does not leave either', async () => {
  const id = await weekly(5)
  const gone = await weekly(5)
  goTo('2026-12-11T08:31:00Z')
  const crashing = {
    ...deps,
    contacts: {
      ...deps.contacts,
      audience: async () => {
        throw new Error('stopped')
      },
    },
  }
  await expect(run(id, crashing)).rejects.toThrow('stopped')
  await expect(run(gone, crashing)).rejects.toThrow('stopped')
  await changeCampaign(deps, caller, await draftOf(id), { text: 'Tout autre chose.' })
  await removeCampaign(deps, caller, await draftOf(gone))
  await run(id)
  await run(gone)
  expect(await told(id)).toEqual(['2026-12-11 stopped campaigns.recurring_draft_changed'])
  expect(await told(gone)).toEqual(['2026-12-11 stopped campaigns.recurring_draft_deleted'])
  for (const one of [id, gone]) await endRecurring(deps, caller, one)
})

test('paused, ended or restored while it waits: told so, and nothing leaves', async () => {
  const ids = [await weekly(1), await weekly(1), await weekly(1)]
  const [paused, ended, restored] = ids as [string, string, string]
  await setRoute(false)
  goTo('2026-12-14T08:31:00Z')
  for (const id of ids) await run(id)
  await pauseRecurring(deps, caller, paused)
  await endRecurring(deps, caller, ended)
  await stopRestored(deps, [fixture.account.id])
  await resumeRecurring(deps, caller, paused)
  await setRoute(true)
  goTo('2026-12-14T08:41:00Z')
  for (const id of ids) await run(id)
  expect((await Promise.all(ids.map(told))).flat()).toEqual([
    '2026-12-14 stopped campaigns.recurring_interrupted',
    '2026-12-14 stopped campaigns.recurring_interrupted',
    '2026-12-14 stopped campaigns.recurring_restored',
  ])
  expect((await viewRecurring(deps, caller, paused)).next?.day).toBe('2026-12-21')
  for (const id of [paused, restored]) await endRecurring(deps, caller, id)
})

test('a segment that is deleted while its day waits stands against the day', async () => {
  const segments = segmentsOf(fixture)
  const rule = { field: 'list' as const, op: 'is' as const, listId }
  const { id: segmentId } = await segments.make('Fidèles', { match: 'all', rules: [rule] })
  const chosen = await deps.segments.choose(caller, segmentId as SegmentId)
  const id = await weekly(2, { listId: chosen })
  await setRoute(false)
  goTo('2026-12-15T08:31:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-15 waiting route_closed'])
  await segments.drop(segmentId as SegmentId)
  await setRoute(true)
  goTo('2026-12-15T08:41:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-15 stopped contacts.segment_not_found'])
  await endRecurring(deps, caller, id)
})

test('two at once, and one that dies while it judges: it leaves once', async () => {
  const id = await weekly(3)
  await setRoute(false)
  goTo('2026-12-16T08:31:00Z')
  await Promise.all([run(id), run(id)])
  expect(await told(id)).toEqual(['2026-12-16 waiting route_closed'])
  await setRoute(true)
  goTo('2026-12-16T09:01:00Z')
  const dying = {
    ...deps,
    contacts: {
      ...deps.contacts,
      audience: async () => {
        throw new Error('stopped')
      },
    },
  }
  await expect(run(id, dying)).rejects.toThrow('stopped')
  expect(await told(id)).toEqual(['2026-12-16 waiting route_closed'])
  goTo('2026-12-16T09:07:00Z')
  const before = judged
  await Promise.all([run(id), run(id)])
  expect(await told(id)).toEqual(['2026-12-16 launched -'])
  // The second one left the people to the first.
  expect(judged - before).toBe(2)
  expect(await accepted(await draftOf(id))).toBe(births.length)
  await endRecurring(deps, caller, id)
})

test('a sender that is registered meanwhile, and a suspension that ends', async () => {
  const unknown = await weekly(4, { sender: 'TILLEULS' })
  const suspended = await weekly(4)
  const suspend = (at: string) =>
    fixture.test.asSuperuser((client) =>
      client.query(`update accounts.account set suspended_at = ${at} where account_id = $1`, [
        fixture.account.id,
      ]),
    )
  goTo('2026-12-17T08:31:00Z')
  await run(unknown)
  await suspend('now()')
  await run(suspended)
  expect([await told(unknown), await told(suspended)]).toEqual([
    ['2026-12-17 waiting sender_not_registered'],
    ['2026-12-17 waiting campaigns.account_suspended'],
  ])
  goTo('2026-12-17T08:36:00Z')
  await run(suspended)
  expect(await told(suspended)).toEqual(['2026-12-17 waiting campaigns.account_suspended'])
  await suspend('null')
  const { database, vault, timers, makeId } = fixture
  const routing = { database, vault, clock: timers, makeId, record: async () => undefined }
  const sender = { name: 'TILLEULS', country: 'FR', evidence: 'RCS Lyon', expiresAt: null }
  await registerSender(routing, caller, sender)
  goTo('2026-12-17T08:46:00Z')
  for (const id of [unknown, suspended]) await run(id)
  expect([await told(unknown), await told(suspended)]).toEqual([
    ['2026-12-17 launched -'],
    ['2026-12-17 launched -'],
  ])
  for (const id of [unknown, suspended]) await endRecurring(deps, caller, id)
})

test('what waiting does not mend is told at once, whatever is closed beside it', async () => {
  const id = await weekly(5, { text: 'Utilisez votre compte CPF avant samedi.' })
  await setRoute(false)
  goTo('2026-12-18T08:31:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-18 stopped sector_banned'])
  await setRoute(true)
  await endRecurring(deps, caller, id)
})

test('begun, and then the server was away for too long: told as missed', async () => {
  const id = await weekly(1)
  goTo('2026-12-21T08:31:00Z')
  const dying = {
    ...deps,
    contacts: {
      ...deps.contacts,
      audience: async () => {
        throw new Error('stopped')
      },
    },
  }
  await expect(run(id, dying)).rejects.toThrow('stopped')
  goTo('2026-12-25T08:31:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-21 missed -'])
  expect((await viewRecurring(deps, caller, id)).next?.day).toBe('2026-12-28')
  await endRecurring(deps, caller, id)
})
