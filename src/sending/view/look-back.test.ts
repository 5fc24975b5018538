// A list over more messages than one answer looks at: it goes on where the last page ended, finds
// what is far back, and counts no more than it lists.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { Instant, MessageId } from '../../kernel/index.ts'
import type { ListWish } from '../store/view-store.ts'
import { lookedAtMax } from './look-back.ts'
import { countedMax, countMessages, readMessages } from './read-messages.ts'

let fixture: SendingFixture
/** The one that was accepted through the gate: the newest. */
let first: MessageId
let newest: Instant
const older = lookedAtMax + 10_000
beforeAll(async () => {
  fixture = await sendingFixture()
  await fixture.stopNodes()
  await fixture.people(fictionNumbers(1), { agreed: true })
  const { ids } = await fixture.accept(fictionNumbers(1))
  first = ids[0] as MessageId
  newest = fixture.timers.now()
  await putOlder()
}, 180_000)
afterAll(() => fixture.close())

/** Alerts, one a second, before the first; the oldest is marketing, and of every tenth the end. */
async function putOlder(): Promise<void> {
  const { account, database } = fixture
  const id = `(lpad(to_hex(${newest} - 5000 - n * 1000::bigint), 12, '0')
      || '70008' || lpad(to_hex(n), 15, '0'))::uuid`
  await database.inAccount(account.id, (tx) =>
    tx.query(
      `insert into sending.message (account_id, id, terms_id, subject_id, number_tag, is_marketing,
         country, territory, zone, encoding, parts, price_micro_eur, checks,
         reference, accepted_at)
       select $1, ${id}, m.terms_id, m.subject_id, m.number_tag, n = $3, m.country, m.territory,
         m.zone, m.encoding, 1, 0, m.checks, 'all',
         to_timestamp((${newest} - 5000 - n * 1000::bigint) / 1000.0)
       from sending.message m, generate_series(1, $3::int) n
       where m.account_id = $1 and m.id = $2`,
      [account.id, first, older],
    ),
  )
  await database.inAccount(account.id, (tx) =>
    tx.query(
      `insert into sending.outcome (account_id, message_id, state, reason, at)
       select account_id, id, case when n % 1000 = 0 then 'rejected' else 'delivered' end,
         case when n % 1000 = 0 then 'operator_refused' end, accepted_at
       from (select account_id, id, accepted_at, row_number() over (order by id desc) as n
             from sending.message where account_id = $1 and campaign_id is null) m
       where n % 2 = 0`,
      [account.id],
    ),
  )
}

const readable = () => ({ ...fixture, clock: fixture.timers })
const all: Omit<ListWish, 'before' | 'limit'> = {
  ...{ class: null, campaignId: null, contactId: null, state: null, reference: null },
  ...{ reason: null, sender: null, routeId: null, from: null, until: null },
}
const count = (wish: Partial<ListWish>) =>
  countMessages(readable(), fixture.caller, { ...all, ...wish })

async function pages(wish: Partial<ListWish>) {
  const found: string[] = []
  const lookedBackTo: (Instant | null)[] = []
  let before: MessageId | null = null
  do {
    const asked: ListWish = { ...all, limit: 50, ...wish, before }
    const page: Awaited<ReturnType<typeof readMessages>> = await readMessages(
      readable(),
      fixture.caller,
      asked,
    )
    found.push(...page.items.map(({ id }) => id))
    lookedBackTo.push(page.lookedBackTo)
    before = page.last
  } while (before !== null)
  return { found, lookedBackTo }
}

test('what no index leads to is looked for in parts, and nothing is left out or told twice', async () => {
  const { found, lookedBackTo } = await pages({ class: 'marketing' })
  // The campaign's, and the oldest of all.
  expect(found.length).toBe(2)
  expect(found[0]).toBe(first)
  expect(lookedBackTo.length).toBe(2)
  expect(lookedBackTo[0]).toBe(newest - 5000 - (lookedAtMax - 1) * 1000)
  expect(lookedBackTo[1]).toBe(null)
  expect(await count({ class: 'marketing' })).toEqual({ messages: 1, isAtLeast: true })
  const sender = await pages({ sender: 'Nobody' })
  expect(sender).toEqual({ found: [], lookedBackTo: [expect.any(Number), null] })
})

test('a filter beside a reference or a state is tried in parts as well', async () => {
  const nobodys = await pages({ reference: 'all', sender: 'Nobody' })
  expect(nobodys).toEqual({ found: [], lookedBackTo: [expect.any(Number), null] })
  const rejected = await pages({ reference: 'all', state: 'rejected', limit: 100 })
  expect([rejected.found.length, rejected.lookedBackTo.length]).toEqual([60, 2])
  expect(await count({ reference: 'all' })).toEqual({ messages: countedMax, isAtLeast: true })
  expect(await count({ state: 'rejected', reason: 'operator_refused' })).toEqual({
    ...{ messages: 60, isAtLeast: false },
  })
  expect(await count({ state: 'rejected', reason: 'not_delivered' })).toEqual({
    ...{ messages: 0, isAtLeast: false },
  })
})

test('days end the search: behind them nothing is looked at', async () => {
  const from = newest - 5000 - 100 * 1000
  const { found, lookedBackTo } = await pages({ state: 'submitted', from })
  expect([found, lookedBackTo]).toEqual([[], [null]])
  expect(await count({ state: 'delivered', from })).toEqual({ messages: 50, isAtLeast: false })
  const until = newest - 5000 - 59_990 * 1000
  const far = await pages({ until, class: 'marketing' })
  expect([far.found.length, far.lookedBackTo]).toEqual([1, [null]])
})

test('what has an index is found at once, however far back', async () => {
  const rejected = await pages({ state: 'rejected', limit: 100 })
  expect(rejected.lookedBackTo).toEqual([null])
  expect(rejected.found.length).toBe(60)
  expect(await count({ state: 'rejected' })).toEqual({ messages: 60, isAtLeast: false })
  expect(await count({ class: 'alert' })).toEqual({ messages: countedMax, isAtLeast: true })
  expect(await count({})).toEqual({ messages: countedMax, isAtLeast: true })
})

test('where nothing waits, nothing is looked at; what waits ends the search at the oldest', async () => {
  expect((await pages({ state: 'held' })).lookedBackTo).toEqual([null])
  const { found, lookedBackTo } = await pages({ state: 'queued' })
  expect([found, lookedBackTo]).toEqual([[first], [null]])
  expect(await count({ state: 'queued' })).toEqual({ messages: 1, isAtLeast: false })
})
