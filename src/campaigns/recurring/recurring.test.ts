// The days of recurring sends on a real database and a moved clock: who is in them, never twice,
// whatever stops in between; a day that was slept through; a pause, an end, a restored database.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { campaignsDeps, nobodyThere, segmentsOf } from '../../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { Caller, CampaignId, ListId, SegmentId, SubjectId } from '../../kernel/index.ts'
import { acceptCampaign } from '../accept-campaign.ts'
import { type RecurringRequest, recurringRequest } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { stopRestored } from '../stop-restored.ts'
import { campaignsHolder } from '../trials/hold-subject.ts'
import { makeDueDays } from './make-occurrence.ts'
import { changeRecurring, createRecurring, removeRecurring } from './prepare-recurring.ts'
import { endRecurring, pauseRecurring, resumeRecurring, startRecurring } from './steps.ts'
import { listDueInAnyAccount } from './store.ts'
import { viewDays, viewRecurring, viewSheet } from './view-recurring.ts'
import { readWaiting } from './waiting.ts'

const clock = jumpingTimers()
let fixture: SendingFixture
let deps: CampaignsDeps
let caller: Caller
let listId: string
// Births by the index of the number: two on 26 November, one on the 27th, one nobody knows.
const births = ['1990-11-26', '1985-11-26', '1999-11-27', '1980-00-00', '2001-06-01']

beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere, timers: clock.timers })
  deps = campaignsDeps(fixture)
  caller = fixture.caller
  const numbers = births.map((_, index) => fictionNumber(index))
  const fields = (index: number) => ({ firstName: 'Zoé', birthDate: births[index] ?? '' })
  listId = (await fixture.people(numbers, { agreed: true, fields })).listId
}, 120_000)
afterAll(() => fixture.close())

let now: number
beforeEach(() => {
  // Each test begins on a Wednesday at 10:30 in Paris; ids go on, so time goes forward alone.
  now = clock.timers.now()
})
const goTo = (iso: string) => {
  const at = Date.parse(iso)
  expect(at).toBeGreaterThanOrEqual(now)
  clock.jump(at - clock.timers.now())
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
const run = (id: string, over: CampaignsDeps = deps) => makeDueDays(over, fixture.account.id, id)
const days = async (id: string) =>
  (await viewDays(deps, caller, { id, before: null, limit: 50 })).items
const told = async (id: string) => (await days(id)).map(({ day, state }) => `${day} ${state}`)
const next = async (id: string) => (await viewRecurring(deps, caller, id)).next

async function accepted(campaignId: string | null | undefined): Promise<string[]> {
  await acceptCampaign(deps, fixture.account.id, campaignId as CampaignId)
  const rows = await fixture.test.asSuperuser((client) =>
    client.query<{ number_tag: Buffer; send_at: Date | null }>(
      `select c.number_tag from sending.message m
         join contacts.contact c on c.account_id = m.account_id and c.subject_id = m.subject_id
       where m.campaign_id = $1`,
      [campaignId],
    ),
  )
  const tags = new Map(
    births.map((birth, index) => [
      fixture.vault.numberTag(fixture.account.id, fictionNumber(index)).toString('hex'),
      birth,
    ]),
  )
  return rows.rows.map(({ number_tag }) => tags.get(number_tag.toString('hex')) ?? '').sort()
}

async function bornOn(index: number, birthDate: string): Promise<void> {
  const place = { country: 'FR', territory: 'FR', zone: 'Europe/Paris', postcodeArea: null }
  const state = { marketingState: 'open' as const, quarantineReason: null }
  await fixture.database.inAccount(caller.accountId, (tx) =>
    deps.contacts.bulkUpsert(tx, {
      accountId: caller.accountId,
      importId: null,
      listId: null,
      at: clock.timers.now(),
      rows: [{ number: fictionNumber(index), fields: { birthDate }, ...place, ...state }],
    }),
  )
}

test('whose birthday it is gets it, once, and nobody else on the list', async () => {
  const id = await started()
  expect(await next(id)).toEqual({ day: '2026-11-26', at: '2026-11-26T09:00:00.000Z' })
  goTo('2026-11-26T08:29:00Z')
  await run(id)
  expect(await told(id)).toEqual([])
  goTo('2026-11-26T08:31:00Z')
  const due = await fixture.database.inAnyAccount((tx) =>
    listDueInAnyAccount(tx, clock.timers.now(), 10),
  )
  expect(due.map((one) => one.id)).toContain(id)
  await run(id)
  const [day] = await days(id)
  expect(day).toMatchObject({ day: '2026-11-26', state: 'launched', people: 2 })
  expect(await accepted(day?.campaignId)).toEqual(['1985-11-26', '1990-11-26'])
  // It is not looked at again, and the next day has its own people.
  await run(id)
  expect(await days(id)).toHaveLength(1)
  // Somebody who had their day yesterday, and whose date is put right to today: not twice a year.
  await bornOn(0, '1990-11-27')
  goTo('2026-11-27T08:31:00Z')
  await run(id)
  const [second] = await days(id)
  expect(second).toMatchObject({ day: '2026-11-27', state: 'launched', people: 1 })
  expect(await accepted(second?.campaignId)).toEqual(['1999-11-27'])
  goTo('2026-11-28T08:31:00Z')
  await run(id)
  expect((await told(id))[0]).toBe('2026-11-28 nobody')
  await endRecurring(deps, caller, id)
})

test('the days of a person are shown to them and go with them', async () => {
  const { accountId } = caller
  const { exportSubject, eraseSubjects } = campaignsHolder({
    vault: { destroyKeys: async () => undefined },
  })
  await fixture.database.inAccount(accountId, async (tx) => {
    const person = await deps.contacts.findByNumber(tx, accountId, fictionNumber(1))
    const subjectId = person?.subjectId as SubjectId
    expect(await exportSubject(tx, accountId, subjectId)).toEqual({
      daysOfOwnDates: ['2026-11-26'],
    })
    expect(await eraseSubjects(tx, accountId, [subjectId])).toBe(1)
    expect(await exportSubject(tx, accountId, subjectId)).toBeNull()
  })
})

test('whatever stops in between goes on where it was, and makes one campaign', async () => {
  const id = await started({ every: 'week', weekday: 1, field: null, name: 'Lundi' })
  goTo('2026-11-30T08:45:00Z')
  const fails = (where: string): CampaignsDeps => ({
    ...deps,
    contacts: {
      ...deps.contacts,
      audience: () => {
        throw new Error(where)
      },
    },
  })
  // The check sheet reads the list: the campaign is made by then, and not launched.
  await expect(run(id, fails('stopped'))).rejects.toThrow('stopped')
  expect(await told(id)).toEqual(['2026-11-30 made'])
  const before = (await days(id))[0]?.campaignId
  // Two at once, as two nodes would.
  await Promise.all([run(id), run(id)])
  const [day, ...others] = await days(id)
  expect([day?.state, day?.campaignId, others]).toEqual(['launched', before, []])
  expect(await accepted(before)).toHaveLength(births.length)
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ made: number }>(
      'select count(*)::int as made from campaigns.campaign where recurring_id = $1',
      [id],
    ),
  )
  expect(rows[0]?.made).toBe(1)
  await endRecurring(deps, caller, id)
})

test('a day that was slept through is made up for within three days, then told as missed', async () => {
  const id = await started({ every: 'month', dayOfMonth: 2, field: null, name: 'Le 2' })
  expect((await next(id))?.day).toBe('2026-12-02')
  goTo('2026-12-05T08:00:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2026-12-02 launched'])
  goTo('2027-02-05T12:00:00Z')
  await run(id)
  expect(await told(id)).toEqual(['2027-02-02 missed', '2027-01-02 missed', '2026-12-02 launched'])
  expect((await next(id))?.day).toBe('2027-03-02')
  await endRecurring(deps, caller, id)
})

test('a pause makes no day, and what was slept through in it is not made up for', async () => {
  const id = await started({ every: 'week', weekday: 6, field: null })
  goTo('2027-02-06T07:00:00Z')
  await pauseRecurring(deps, caller, id)
  goTo('2027-02-07T12:00:00Z')
  await run(id)
  await resumeRecurring(deps, caller, id)
  await run(id)
  expect([await told(id), (await next(id))?.day]).toEqual([[], '2027-02-13'])
  goTo('2027-02-13T08:45:00Z')
  await run(id)
  // Resumed before the hour of a day that is made already: that day is not made again.
  await pauseRecurring(deps, caller, id)
  await resumeRecurring(deps, caller, id)
  await run(id)
  expect([await told(id), (await next(id))?.day]).toEqual([['2027-02-13 launched'], '2027-02-20'])
  await endRecurring(deps, caller, id)
  await expect(resumeRecurring(deps, caller, id)).rejects.toMatchObject({
    code: 'campaigns.recurring_step_not_possible',
  })
})

test('what is paused while its day is made ready does not leave', async () => {
  const id = await started({ every: 'week', weekday: 7, field: null })
  goTo('2027-02-14T08:45:00Z')
  const pausing: CampaignsDeps = {
    ...deps,
    contacts: {
      ...deps.contacts,
      // The list is read for the check sheet: the campaign is there, and not launched.
      audience: async (tx, page) => {
        const { state } = await viewRecurring(deps, caller, id)
        if (state === 'active') await pauseRecurring(deps, caller, id)
        return deps.contacts.audience(tx, page)
      },
    },
  }
  await run(id, pausing)
  const [day] = await days(id)
  expect([day?.state, day?.failure?.code]).toEqual(['stopped', 'campaigns.recurring_interrupted'])
  expect((await viewRecurring(deps, caller, id)).state).toBe('paused')
  await endRecurring(deps, caller, id)
})

test('it ends by itself after its last day', async () => {
  const [firstDay, lastDay] = ['2027-02-20', '2027-02-22']
  const id = await started({ every: 'week', weekday: 1, field: null, firstDay, lastDay })
  goTo('2027-02-22T08:45:00Z')
  await run(id)
  const view = await viewRecurring(deps, caller, id)
  expect([await told(id), view.state, view.next]).toEqual([['2027-02-22 launched'], 'ended', null])
  const over = await createRecurring(deps, caller, written({ lastDay: '2027-02-01' }))
  await expect(startRecurring(deps, caller, { id: over, version: 1 })).rejects.toMatchObject({
    code: 'campaigns.recurring_never',
  })
  await removeRecurring(deps, caller, over)
  await expect(removeRecurring(deps, caller, id)).rejects.toMatchObject({
    code: 'campaigns.recurring_step_not_possible',
  })
})

test('what stands against a day is told with it, and the next day is tried again', async () => {
  // Of a sector that may not advertise so: the check sheet says no to the whole campaign.
  const text = 'Utilisez votre compte CPF avant samedi.'
  const id = await started({ every: 'week', weekday: 3, field: null, text })
  goTo('2027-02-24T08:45:00Z')
  await run(id)
  const [day] = await days(id)
  expect([day?.state, day?.failure?.code]).toEqual(['stopped', 'sector_banned'])
  const { notSent } = await readWaiting(deps, caller)
  expect(notSent).toMatchObject([{ id, day: '2027-02-24', state: 'stopped' }])
  expect((await next(id))?.day).toBe('2027-03-03')
  await endRecurring(deps, caller, id)
})

test('what was read is what is started, and a change waits to be started', async () => {
  const id = await createRecurring(deps, caller, written({}))
  await changeRecurring(deps, caller, id, { text: 'Joyeux anniversaire.' })
  await expect(startRecurring(deps, caller, { id, version: 1 })).rejects.toMatchObject({
    code: 'campaigns.recurring_changed',
  })
  await startRecurring(deps, caller, { id, version: 2 })
  await expect(changeRecurring(deps, caller, id, { name: 'Autre' })).rejects.toMatchObject({
    code: 'campaigns.recurring_step_not_possible',
  })
  await pauseRecurring(deps, caller, id)
  await changeRecurring(deps, caller, id, { time: '18:30' })
  expect(await viewRecurring(deps, caller, id)).toMatchObject({
    state: 'draft',
    version: 3,
    time: '18:30',
    next: null,
    approvedAt: null,
  })
  await endRecurring(deps, caller, id)
})

// biome-ignore format: a table reads as a table
const wrong: readonly (readonly [Partial<RecurringRequest>, string])[] = [
  [{ every: 'week' }, 'campaigns.recurring_rule_incomplete'],
  [{ every: 'year', month: 2, dayOfMonth: 30 }, 'campaigns.recurring_rule_incomplete'],
  [{ field: 'chaussure' }, 'campaigns.recurring_field_unknown'],
  [{ firstDay: '2027-06-02', lastDay: '2027-06-01' }, 'campaigns.recurring_days_crossed'],
  [{ text: 'Bonjour {nobody}.' }, 'campaigns.merge_field_unknown'],
]
test.each(wrong)('%j is refused: %s', async (more, code) => {
  await expect(createRecurring(deps, caller, written(more))).rejects.toMatchObject({ code })
})

test('after the database was put back nothing recurs until somebody says so', async () => {
  const id = await started()
  await stopRestored(deps, [fixture.account.id])
  goTo('2027-03-01T08:45:00Z')
  await run(id)
  const { state, failure } = await viewRecurring(deps, caller, id)
  expect([state, failure?.code, await told(id)]).toEqual([
    'paused',
    'campaigns.recurring_restored',
    [],
  ])
  await resumeRecurring(deps, caller, id)
  expect((await viewRecurring(deps, caller, id)).failure).toBeNull()
  await endRecurring(deps, caller, id)
})

test('a custom field that is a date decides as well, once a year', async () => {
  const { account, database } = fixture
  await fixture.test.asSuperuser((client) =>
    client.query(
      `insert into contacts.custom_field (account_id, id, key, name, type, created_at)
       values ($1, gen_random_uuid(), 'contrat', 'Contrat', 'date', now())`,
      [account.id],
    ),
  )
  const dates = ['2026-03-05', '2027-03-05', '2020-03-05', '']
  const numbers = dates.map((_, index) => fictionNumber(100 + index))
  const fields = (index: number) => ({ custom: { contrat: dates[index] ?? '' } })
  const people = await fixture.people(numbers, { agreed: true, fields, list: 'Contrats' })
  const id = await started({ field: 'contrat', listId: people.listId, name: 'Un an déjà' })
  goTo('2027-03-05T08:45:00Z')
  await run(id)
  const [day] = await days(id)
  // Signed that very day: no year has gone by.
  expect(day).toMatchObject({ state: 'launched', people: 2 })
  // Whoever leaves the list before it is read for the campaign gets nothing.
  await database.inAccount(account.id, (tx) =>
    tx.query('delete from contacts.list_member where account_id = $1 and contact_id = $2', [
      account.id,
      people.rows[0]?.contactId,
    ]),
  )
  await acceptCampaign(deps, account.id, day?.campaignId as CampaignId)
  const counters = await deps.messages.counters(account.id, [day?.campaignId as CampaignId])
  expect(counters.get(day?.campaignId as CampaignId)?.accepted).toBe(1)
  await endRecurring(deps, caller, id)
})

test('a segment is chosen anew on each day, and its sheet and its day count the same', async () => {
  const { account, database, timers } = fixture
  const segments = segmentsOf(fixture)
  const { listId: inList } = await fixture.people(
    [fictionNumber(210), fictionNumber(211), fictionNumber(212)],
    { agreed: true, list: 'Fidèles' },
  )
  const { id: segmentId } = await segments.make('Segment fidèle', {
    match: 'all',
    rules: [{ field: 'list', op: 'is', listId: inList }],
  })
  const chosen = await deps.segments.choose(caller, segmentId as SegmentId)
  const weekday = 1
  const id = await started({ every: 'week', weekday, listId: chosen, name: 'Chaque lundi' })
  expect((await viewSheet(deps, caller, id)).receive).toBe(3)
  // Another one fits before its day: a list would not have them, a segment has.
  const { rows } = await fixture.people([fictionNumber(213)], { agreed: true })
  const subjects = rows.map(({ subjectId }) => subjectId)
  await database.inAccount(account.id, (tx) =>
    deps.contacts.addToList(tx, account.id, inList as ListId, { subjects, at: timers.now() }),
  )
  goTo('2027-03-08T08:45:00Z')
  const sheet = await viewSheet(deps, caller, id)
  await run(id)
  const [day] = await days(id)
  expect(day).toMatchObject({ day: '2027-03-08', state: 'launched', people: sheet.receive })
  expect(sheet.receive).toBe(4)
  await acceptCampaign(deps, account.id, day?.campaignId as CampaignId)
  const counters = await deps.messages.counters(account.id, [day?.campaignId as CampaignId])
  expect(counters.get(day?.campaignId as CampaignId)?.accepted).toBe(4)
  // A segment that is gone stands against the day, and is told with it.
  await segments.drop(segmentId as SegmentId)
  goTo('2027-03-15T08:45:00Z')
  await run(id)
  const [next] = await days(id)
  expect([next?.day, next?.state, next?.failure?.code]).toEqual([
    '2027-03-15',
    'stopped',
    'contacts.segment_not_found',
  ])
  await endRecurring(deps, caller, id)
})
