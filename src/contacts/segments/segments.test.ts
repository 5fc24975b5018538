// The people of segments, over the real database and the sandbox operator.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  alertOrder,
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { statusesOver } from '../../../test/support/statuses.ts'
import { eventually } from '../../../test/support/wait.ts'
import { makeAccount } from '../../accounts/index.ts'
import type {
  Caller,
  ContactId,
  CustomFieldId,
  E164,
  ListId,
  SegmentId,
  UserId,
} from '../../kernel/index.ts'
import type { CampaignOp, SegmentRules } from '../contract.ts'
import { insertCustomField } from '../custom-fields/custom-fields-store.ts'
import { chooseAudience, snapshotOf } from './choose-audience.ts'
import { countPage } from './count-page.ts'
import { countPeople, type SegmentDeps } from './find-people.ts'
import { changeSegment, dropSegment, makeSegment } from './keep-segment.ts'
import { type NamesAsked, searchMark, searchNames, type Within } from './search-names.ts'
import { pagesOf, type Wish } from './show-people.ts'
import { countMark } from './values-read.ts'

let fixture: SendingFixture
let deps: SegmentDeps
let agreed: string
let others: string
const campaigns = { waiting: 0 }
const numbers = (from: number, count: number): E164[] =>
  Array.from({ length: count }, (_, index) => fictionNumber(from + index))

beforeAll(async () => {
  fixture = await sendingFixture()
  const { database, vault, audit, makeId, timers: clock } = fixture
  const statuses = statusesOver(fixture.consent)
  const campaignsOf = async () => campaigns.waiting
  deps = { database, vault, audit, makeId, clock, statuses, campaignsOf }
  await inTx(async (tx) => {
    for (const [key, type] of [
      ['city', 'text'],
      ['appointment', 'date_time'],
    ] as const) {
      const id = makeId() as CustomFieldId
      const field = { id, key, name: key, type, createdAt: clock.now() }
      await insertCustomField(tx, fixture.account.id, field)
    }
  })
  const custom = { city: 'Lyon', appointment: '2026-11-27T14:30' }
  const inLyon = { firstName: 'Camille', lastName: 'Exemple-Modèle', custom }
  const fields = (index: number) => (index < 3 ? inLyon : { custom: { city: 'Paris' } })
  agreed = (await fixture.people(numbers(0, 10), { agreed: true, fields, list: 'A' })).listId
  others = (await fixture.people(numbers(10, 5), { agreed: false, list: 'B' })).listId
})
afterAll(() => fixture.close())

const inTx = <T>(work: Parameters<typeof fixture.database.inAccount<T>>[1]) =>
  fixture.database.inAccount(fixture.account.id, work)

/** All spans added up. */
async function count(rules: SegmentRules): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  let after: Awaited<ReturnType<typeof countPeople>>['through'] = null
  do {
    const counted = await countPeople(deps, fixture.account.id, { rules, after })
    for (const { status, people } of counted.statuses) sums[status] = (sums[status] ?? 0) + people
    after = counted.through
  } while (after !== null)
  return sums
}
const all = (...rules: SegmentRules['rules']): SegmentRules => ({ match: 'all', rules })
const any = (...rules: SegmentRules['rules']): SegmentRules => ({ match: 'any', rules })
const inList = (listId: string) => ({ field: 'list', op: 'is', listId }) as const
const notIn = (listId: string) => ({ field: 'list', op: 'is_not', listId }) as const
const city = (value: string) => ({ field: 'custom', key: 'city', op: 'is', value }) as const
const sentWithin = (days: number) => ({ field: 'last_message', op: 'within', days }) as const
const notSentWithin = (days: number) => ({ field: 'last_message', op: 'not_within', days }) as const

test('lists, status, place and days are counted by the status of each', async () => {
  expect(await count(all(inList(agreed)))).toEqual({ can_receive: 10 })
  expect(await count(all(notIn(agreed)))).toEqual({ unproven: 5 })
  expect(await count(any(inList(agreed), inList(others)))).toEqual({ can_receive: 10, unproven: 5 })
  expect(await count(all(inList(agreed), inList(others)))).toEqual({})
  expect(await count(all({ field: 'status', op: 'is_not', status: 'can_receive' }))).toEqual({
    unproven: 5,
  })
  expect(await count(all({ field: 'country', op: 'is', country: 'DE' }))).toEqual({})
  expect(await count(all({ field: 'department', op: 'is_not', department: '69' }))).toEqual({
    can_receive: 10,
    unproven: 5,
  })
  expect(await count(all({ field: 'added', op: 'within', days: 1 }, inList(others)))).toEqual({
    unproven: 5,
  })
  expect(await count(all({ field: 'added', op: 'before', day: '2026-11-25' }))).toEqual({})
  expect(await count(all({ field: 'agreed', op: 'within', days: 2 }))).toEqual({ can_receive: 10 })
  expect(await count(all({ field: 'agreed', op: 'not_within', days: 2 }))).toEqual({ unproven: 5 })
})

test('a day of a rule begins by the clock of the account', async () => {
  const { zone } = fixture.account
  const zoneIs = (of: string) =>
    fixture.test.asSuperuser((client) =>
      client.query('update accounts.account set zone = $2 where account_id = $1', [
        ...[fixture.account.id, of],
      ]),
    )
  const added = (op: 'before' | 'since') => all({ field: 'added', op, day: '2026-11-25' })
  expect(await count(added('before'))).toEqual({})
  // Half past nine in UTC is the evening of the day before there.
  await zoneIs('Pacific/Pago_Pago')
  expect(await count(added('before'))).toEqual({ can_receive: 10, unproven: 5 })
  expect(await count(added('since'))).toEqual({})
  await zoneIs(zone)
})

test('sealed values are opened and compared, alone and beside other rules', async () => {
  expect(await count(all(city('LYON')))).toEqual({ can_receive: 3 })
  expect(await count(any(city('Lyon'), inList(others)))).toEqual({ can_receive: 3, unproven: 5 })
  expect(await count(all(city('Paris'), inList(others)))).toEqual({})
  const soon = (days: string) =>
    all({ field: 'custom', key: 'appointment', op: 'in_days', value: days })
  expect(await count(soon('2'))).toEqual({ can_receive: 3 })
  expect(await count(soon('1'))).toEqual({})
  expect(await count(all({ field: 'custom', key: 'city', op: 'empty', value: '' }))).toEqual({
    unproven: 5,
  })
  const unknown = count(all({ field: 'custom', key: 'age', op: 'is', value: '1' }))
  await expect(unknown).rejects.toMatchObject({ code: 'contacts.custom_field_unknown' })
  const unread = count(all({ field: 'custom', key: 'appointment', op: 'is', value: 'soon' }))
  await expect(unread).rejects.toMatchObject({ code: 'contacts.custom_value_unread' })
})

test('a message counts for those to whom it left, and not for those whom a rule left out', async () => {
  expect(await count(all(sentWithin(30)))).toEqual({})
  const { ids } = await fixture.accept([...numbers(0, 2), ...numbers(10, 1)])
  await eventually(async () => {
    const states = await fixture.states(ids)
    return states['delivered'] === 2 && states['refused'] === 1 ? states : null
  })
  expect(await count(all(sentWithin(30)))).toEqual({ can_receive: 2 })
  expect(await count(all(notSentWithin(30), inList(agreed)))).toEqual({ can_receive: 8 })
  await fixture.accept(numbers(12, 1), alertOrder)
  expect(await count(any(sentWithin(1)))).toEqual({ can_receive: 2, unproven: 1 })
  const replied = { field: 'last_reply', op: 'within', days: 30 } as const
  expect(await count(all(replied))).toEqual({})
})

test('what became of a campaign chooses people, while its messages are kept', async () => {
  const { campaignId, ids } = await fixture.accept([...numbers(0, 3), ...numbers(10, 1)])
  await eventually(async () => {
    const states = await fixture.states(ids)
    return states['delivered'] === 3 && states['refused'] === 1 ? states : null
  })
  const about = (op: CampaignOp) => ({ field: 'campaign', op, campaignId }) as const
  // Outcomes are only ever added: as if the network had answered so.
  await asOwner(
    `set session_replication_role = replica;
     update sending.outcome set state = 'undelivered' where message_id = '${ids[0]}'`,
  )
  for (const [number, kind] of [
    [1, 'contact'],
    [2, 'stop'],
  ] as const) {
    await asOwner(
      `insert into sending.inbound (account_id, id, route_id, campaign_id, subject_id, number_tag,
         kind, needs_review, received_at)
       select m.account_id, gen_random_uuid(), gen_random_uuid(), m.campaign_id, m.subject_id,
         m.number_tag, $2, false, now() from sending.message m where m.id = $1`,
      [ids[number], kind],
    )
  }
  expect(await count(all(about('sent')))).toEqual({ can_receive: 3 })
  expect(await count(all(about('not_sent')))).toEqual({ can_receive: 7, unproven: 5 })
  expect(await count(all(about('delivered')))).toEqual({ can_receive: 2 })
  expect(await count(all(about('not_delivered')))).toEqual({ can_receive: 1 })
  expect(await count(all(about('replied')))).toEqual({ can_receive: 1 })
  expect(await count(all(about('not_replied')))).toEqual({ can_receive: 2 })
  expect(await count(any(about('not_delivered'), city('Lyon')))).toEqual({ can_receive: 3 })
  expect(await count(all(about('delivered'), city('Lyon')))).toEqual({ can_receive: 2 })

  const gone = { ...about('not_sent'), campaignId: fixture.makeId() }
  await expect(count(all(gone))).rejects.toMatchObject({ code: 'contacts.campaign_not_kept' })
  const named = { name: 'Relance', ...all(gone) }
  await expect(inTx((tx) => makeSegment(deps, tx, fixture.caller, named))).rejects.toMatchObject({
    code: 'contacts.campaign_not_kept',
  })
})

const asOwner = (text: string, values?: unknown[]) =>
  fixture.test.asSuperuser((client) => client.query(text, values))

test('people are found by the beginnings of their names, inside a list or a segment alone', async () => {
  const look = (within: Within, text: string) =>
    searchNames(deps, fixture.caller, { within, text, after: null })
  const named = async (listId: string, text: string) =>
    (await look({ listId: listId as ListId }, text)).ids.length
  expect(await named(agreed, 'CAMILLE')).toBe(3)
  expect(await named(agreed, 'modele cam')).toBe(3)
  expect(await named(agreed, 'mille')).toBe(0)
  expect(await named(others, 'camille')).toBe(0)
  expect(await named(others, 'zoe')).toBe(5)
  const whole = await look({ listId: agreed as ListId }, 'nobody')
  expect(whole).toEqual({ ids: [], looked: 10, people: 10, after: null })
  const segment = { name: 'Lyon et autres', ...any(city('Lyon'), inList(others)) }
  const made = await inTx((tx) => makeSegment(deps, tx, fixture.caller, segment))
  const found = await look({ segmentId: made.id as SegmentId }, 'camille')
  expect(found.ids.length).toBe(3)
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ details: string }>(
      "select details::text as details from audit.entry where action = 'contacts.names_searched'",
    ),
  )
  expect(rows.length).toBe(7)
  expect(JSON.stringify(rows).toLowerCase()).not.toContain('camille')
})

test('people are found among all contacts, and the log says that all were looked through', async () => {
  const look = (text: string, after: NamesAsked['after'] = null) =>
    searchNames(deps, fixture.caller, { within: 'all', text, after })
  const found = await look('zoe')
  expect(found.ids.length).toBeGreaterThanOrEqual(5)
  expect(found).toMatchObject({ looked: found.people, after: null })
  expect((await look('exemple cam')).ids.length).toBe(3)
  // It goes on where an answer ended: who was looked at is not told again.
  const last = found.ids.at(-1) as ContactId
  const of = searchMark(deps, fixture.caller, { within: 'all', text: 'zoe' })
  const after = { id: last, looked: 15, of }
  const rest = await look('zoe', after)
  expect(rest.people).toBeNull()
  expect(rest.ids.some((id) => found.ids.includes(id))).toBe(false)
  // Its own search alone, for whoever began it: another one would be neither counted nor recorded.
  const goOn = (caller: Caller, within: Within = 'all', text = 'zoe') =>
    searchNames(deps, caller, { within, text, after })
  const by = { kind: 'token' as const, tokenId: fixture.makeId() as never }
  const elsewhere = await makeAccount(
    fixture.accounts,
    { name: 'Régie', kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
    async () => undefined,
  )
  const colleague = { kind: 'user' as const, userId: fixture.makeId() as UserId }
  for (const other of [
    () => goOn({ ...fixture.caller, by }),
    () => goOn({ ...fixture.caller, by: colleague }),
    () => goOn({ ...fixture.caller, accountId: elsewhere.id }),
    () => goOn(fixture.caller, 'all', 'camille'),
    () => goOn(fixture.caller, { listId: others as ListId }),
  ]) {
    await expect(other()).rejects.toMatchObject({ code: 'contacts.search_changed' })
  }
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ details: string }>(
      "select details::text as details from audit.entry where action = 'contacts.all_names_searched'",
    ),
  )
  // One for each search that begins, and none for its going on.
  expect(rows.length).toBe(2)
})

test('all contacts are looked through a few times an hour', async () => {
  const by = { kind: 'token' as const, tokenId: fixture.makeId() as never }
  const reader = { ...fixture.caller, by, rights: new Set(['contacts.read' as const]) }
  const again = () => searchNames(deps, reader, { within: 'all', text: 'zo', after: null })
  for (let time = 0; time < 20; time += 1) await again()
  await expect(again()).rejects.toMatchObject({ code: 'contacts.too_many_searches' })
})

test('whoever searches name after name comes to an end', async () => {
  const by = { kind: 'token' as const, tokenId: fixture.makeId() as never }
  const reader = { ...fixture.caller, by, rights: new Set(['contacts.read' as const]) }
  const within = { listId: others as ListId }
  const again = () => searchNames(deps, reader, { within, text: 'zo', after: null })
  for (let time = 0; time < 60; time += 1) await again()
  await expect(again()).rejects.toMatchObject({ code: 'contacts.too_many_searches' })
})

const everybody: Wish = {
  ...{ listId: null, segmentId: null, status: null, marketingState: null, importId: null },
  ...{ isImported: null, country: null, postcodeArea: null, from: null, until: null },
  ...{ isOldestFirst: false, isByChange: false, after: null, afterChange: null, limit: 2 },
}

/** All pages; each holds as many as were asked for, until the last. */
async function shown(wish: Wish): Promise<{ ids: ContactId[]; pages: number }> {
  const page = await pagesOf(deps, fixture.caller, wish)
  const ids: ContactId[] = []
  let [after, pages]: [ContactId | null, number] = [null, 0]
  do {
    const { found, through } = await page({ ...wish, after })
    ids.push(...found.map(({ id }) => id))
    pages += 1
    after = through
  } while (after !== null)
  return { ids, pages }
}

test('those of a segment are shown page by page, in both orders, beside the other filters', async () => {
  const rules = any(city('Lyon'), inList(others))
  const made = await inTx((tx) =>
    makeSegment(deps, tx, fixture.caller, { name: 'Montrés', ...rules }),
  )
  const segmentId = made.id as SegmentId
  const newest = await shown({ ...everybody, segmentId })
  expect(newest.ids.length).toBe(8)
  expect(newest.ids).toEqual([...newest.ids].sort().reverse())
  const oldest = await shown({ ...everybody, segmentId, isOldestFirst: true })
  expect(oldest.ids).toEqual([...newest.ids].reverse())
  expect(oldest.pages).toBeLessThanOrEqual(5)
  const narrowed = async (part: Partial<Wish>) =>
    (await shown({ ...everybody, segmentId, ...part })).ids.length
  expect(await narrowed({ status: 'can_receive' })).toBe(3)
  expect(await narrowed({ status: 'unproven' })).toBe(5)
  expect(await narrowed({ status: 'stopped' })).toBe(0)
  expect(await narrowed({ listId: others as ListId })).toBe(5)
  expect(await narrowed({ listId: agreed as ListId, status: 'unproven' })).toBe(0)
  expect(await narrowed({ marketingState: 'open' })).toBe(3)
  expect(await narrowed({ isImported: true })).toBe(0)
  expect(await narrowed({ isImported: false, from: 0 })).toBe(8)
  expect(await narrowed({ until: 0 })).toBe(0)
  const within = await countPeople(deps, fixture.account.id, {
    ...{ rules, after: null, within: agreed as ListId },
  })
  expect(within).toMatchObject({ looked: 10, statuses: [{ status: 'can_receive', people: 3 }] })
})

test('who chose people by values is recorded once, and a segment that is gone is told', async () => {
  const segment = { name: 'Par ville', ...all(city('Lyon')) }
  const made = await inTx((tx) => makeSegment(deps, tx, fixture.caller, segment))
  const recorded = async () => {
    const { rows } = await fixture.test.asSuperuser((client) =>
      client.query("select from audit.entry where action = 'contacts.values_counted'"),
    )
    return rows.length
  }
  const before = await recorded()
  const segmentId = made.id as SegmentId
  const { ids } = await shown({ ...everybody, segmentId })
  expect(ids.length).toBe(3)
  expect(await recorded()).toBe(before + 1)
  await pagesOf(deps, fixture.caller, { ...everybody, segmentId, after: ids[0] as ContactId })
  expect(await recorded()).toBe(before + 1)
  // A cursor is no secret: who goes on from one that they were not given is recorded too.
  const by = { kind: 'token' as const, tokenId: fixture.makeId() as never }
  const stranger = { ...fixture.caller, by }
  const last = 'ffffffff-ffff-7fff-bfff-ffffffffffff' as ContactId
  const goOn = (one = deps) => pagesOf(one, stranger, { ...everybody, segmentId, after: last })
  await goOn()
  await goOn()
  expect(await recorded()).toBe(before + 2)
  const later = fixture.timers.now() + 3_600_001
  await goOn({ ...deps, clock: { now: () => later } })
  expect(await recorded()).toBe(before + 3)
  await inTx((tx) => dropSegment(deps, tx, fixture.caller, segmentId))
  const gone = pagesOf(deps, fixture.caller, { ...everybody, segmentId })
  await expect(gone).rejects.toMatchObject({ code: 'contacts.segment_not_found' })
})

test('a count goes on with its own rules, for whoever began it, and demands what the first did', async () => {
  const rules = all(city('Lyon'))
  const first = await countPage(deps, fixture.caller, { rules, within: null, after: null })
  expect(first).toMatchObject({ statuses: [{ status: 'can_receive', people: 3 }], next: null })
  const of = countMark(deps, fixture.caller, { rules, within: null })
  const id = '00000000-0000-7000-8000-000000000000' as ContactId
  const goOn = (caller: Caller, asked: SegmentRules, within: ListId | null = null) =>
    countPage(deps, caller, { rules: asked, within, after: { id, of } })
  expect((await goOn(fixture.caller, rules)).looked).toBeGreaterThan(0)
  const by = { kind: 'token' as const, tokenId: fixture.makeId() as never }
  for (const other of [
    () => goOn(fixture.caller, all(city('Paris'))),
    () => goOn(fixture.caller, rules, others as ListId),
    () => goOn({ ...fixture.caller, by }, rules),
  ]) {
    await expect(other()).rejects.toMatchObject({ code: 'contacts.search_changed' })
  }
  const missing = all(inList(fixture.makeId()))
  const after = { id, of: countMark(deps, fixture.caller, { rules: missing, within: null }) }
  const gone = countPage(deps, fixture.caller, { rules: missing, within: null, after })
  await expect(gone).rejects.toMatchObject({ code: 'contacts.list_not_found' })
})

test('whoever counts by values again and again waits for a minute, and so does who goes on', async () => {
  const by = { kind: 'token' as const, tokenId: fixture.makeId() as never }
  const reader = { ...fixture.caller, by }
  const now = fixture.timers.now()
  const still = { ...deps, clock: { now: () => now } }
  const asked = { rules: all(city('Nulle part')), within: null }
  const again = () => countPage(still, reader, { ...asked, after: null })
  for (let time = 0; time < 12; time += 1) await again()
  await expect(again()).rejects.toMatchObject({ code: 'contacts.too_many_counts' })
  const after = {
    id: '00000000-0000-7000-8000-000000000000' as ContactId,
    of: countMark(deps, reader, asked),
  }
  const goOn = () => countPage(still, reader, { ...asked, after })
  for (let time = 0; time < 200; time += 1) await goOn()
  await expect(goOn()).rejects.toMatchObject({ code: 'contacts.too_many_counts' })
  const later = { ...deps, clock: { now: () => now + 60_001 } }
  const counted = await countPage(later, reader, { ...asked, after: null })
  expect(counted).toMatchObject({ statuses: [], next: null })
})

async function people(listId: ListId): Promise<number> {
  return inTx((tx) => fixture.contacts.audienceSize(tx, fixture.account.id, listId))
}

test('its people become a list with the rules as they were, whatever becomes of the segment', async () => {
  const made = await inTx((tx) =>
    makeSegment(deps, tx, fixture.caller, { name: 'Lyon', ...all(city('Lyon'), inList(agreed)) }),
  )
  const again = inTx((tx) =>
    makeSegment(deps, tx, fixture.caller, { name: 'LYON', ...all(city('Lyon')) }),
  )
  await expect(again).rejects.toMatchObject({ code: 'contacts.segment_exists' })
  const id = made.id as SegmentId
  const listId = await chooseAudience(deps, fixture.caller, id)
  expect(await people(listId)).toBe(3)
  await inTx((tx) => changeSegment(deps, tx, fixture.caller, { id, change: all(city('Paris')) }))
  expect(await people(await chooseAudience(deps, fixture.caller, id))).toBe(7)
  await inTx((tx) => dropSegment(deps, tx, fixture.caller, id))
  const kept = await inTx((tx) => snapshotOf(deps, tx, fixture.account.id, listId))
  expect(kept).toMatchObject({ name: 'Lyon', rules: made.rules, isEmptied: false })
  expect(await people(listId)).toBe(3)
})

test('a week later they are let go, unless a campaign still has to read them', async () => {
  const segment = { name: 'Tous', ...all({ field: 'country', op: 'is', country: 'FR' }) }
  const made = await inTx((tx) => makeSegment(deps, tx, fixture.caller, segment))
  const listId = await chooseAudience(deps, fixture.caller, made.id as SegmentId)
  expect(await people(listId)).toBe(15)
  const later = fixture.timers.now() + 8 * 86_400_000
  const then = { ...deps, clock: { now: () => later } }
  campaigns.waiting = 1
  await chooseAudience(then, fixture.caller, made.id as SegmentId)
  expect(await people(listId)).toBe(15)
  campaigns.waiting = 0
  await chooseAudience(then, fixture.caller, made.id as SegmentId)
  expect(await people(listId)).toBe(0)
  const kept = await inTx((tx) => snapshotOf(deps, tx, fixture.account.id, listId))
  expect(kept).toMatchObject({ name: 'Tous', isEmptied: true })
})

test('of a list of one entity its people are written to for that entity alone', async () => {
  const { controller, contacts, timers, account } = fixture
  const bound = await inTx((tx) =>
    contacts.createList(tx, account.id, 'Clinique', timers.now(), controller.id as never),
  )
  const segment = { name: 'Clinique', ...all(inList(bound.id)) }
  const made = await inTx((tx) => makeSegment(deps, tx, fixture.caller, segment))
  const listId = await chooseAudience(deps, fixture.caller, made.id as SegmentId)
  const list = await inTx((tx) => contacts.list(tx, account.id, listId))
  expect(list?.controllerId).toBe(controller.id)
})
