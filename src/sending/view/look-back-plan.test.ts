// What a page of a long list reads: as many rows as it shows, wherever in the list it begins.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { CampaignId, Instant, MessageId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { waitingSince } from '../store/look-back-store.ts'
import { type ListWish, listMessages } from '../store/view-store.ts'
import { endedLookedAtMax, lookBack, lookedAtMax } from './look-back.ts'

let fixture: SendingFixture
let newest: Instant
const failed = 30_000
const campaignIds = ['1', '2'].map(
  (digit) => `00000000-0000-7000-8000-00000000000${digit}` as CampaignId,
)
const [campaignId] = campaignIds as [CampaignId]
const wait = 2_000

beforeAll(async () => {
  fixture = await sendingFixture()
  await fixture.stopNodes()
  await fixture.people(fictionNumbers(1), { agreed: true })
  const { ids } = await fixture.accept(fictionNumbers(1))
  newest = fixture.timers.now()
  await fail(ids[0] as MessageId)
  await putBundles()
  await fixture.test.asSuperuser((client) =>
    client.query('vacuum analyze sending.message, sending.outcome, sending.bundle'),
  )
}, 180_000)
afterAll(() => fixture.close())

const idOf = (n: string) => `(lpad(to_hex(${newest} - 5000 - ${n} * 1000::bigint), 12, '0')
  || '70008' || lpad(to_hex(${n}), 15, '0'))::uuid`

/** One a second before the first, in two campaigns by turns; every third was undelivered. */
async function fail(first: MessageId): Promise<void> {
  const { account, database } = fixture
  await database.inAccount(account.id, async (tx) => {
    await tx.query(
      `insert into sending.message (account_id, id, terms_id, subject_id, number_tag, is_marketing,
         campaign_id, reference, country, territory, zone, encoding, parts, price_micro_eur, checks,
         accepted_at)
       select $1, ${idOf('n')}, m.terms_id, gen_random_uuid(), m.number_tag, true,
         ($4::uuid[])[1 + n % 2], 'all', m.country, m.territory, m.zone, m.encoding, 1, 0, m.checks,
         to_timestamp((${newest} - 5000 - n * 1000::bigint) / 1000.0)
       from sending.message m, generate_series(1, $3::int) n
       where m.account_id = $1 and m.id = $2`,
      [account.id, first, failed, campaignIds],
    )
    await tx.query(
      `insert into sending.outcome (account_id, message_id, campaign_id, state, reason, at)
       select account_id, id, campaign_id,
         case when n % 3 = 0 then 'undelivered' else 'rejected' end,
         case when n % 3 <> 0 then 'operator_refused' end, accepted_at
       from (select *, row_number() over (order by id) as n
             from sending.message where account_id = $1 and campaign_id = any($2::uuid[])) m`,
      [account.id, campaignIds],
    )
  })
}

/** Of this account and, as many, of another. */
async function putBundles(): Promise<void> {
  const { account, database, routeId, makeId } = fixture
  for (const accountId of [account.id, makeId()]) {
    await database.inAnyAccount((tx) =>
      tx.query(
        `insert into sending.bundle (id, account_id, campaign_id, route_id, due_at, parts,
           may_repeat, message_ids)
         select gen_random_uuid(), $1, $2, $3, now(), 1, false,
           array(select gen_random_uuid() from generate_series(1, 100))
         from generate_series(1, $4::int)`,
        [accountId, campaignId, routeId, wait],
      ),
    )
  }
}

type Plan = Record<string, unknown> & { Plans?: Plan[] }

/** Rows that came up from the tables, and those that were read for nothing. */
function rowsOf(plan: Plan): number {
  const number = (key: string) => Number(plan[key] ?? 0)
  const removed = Object.keys(plan).filter((key) => key.startsWith('Rows Removed by'))
  const isScan = String(plan['Node Type']).includes('Scan')
  const own =
    removed.reduce((sum, key) => sum + number(key), 0) + (isScan ? number('Actual Rows') : 0)
  return (plan.Plans ?? []).reduce(
    (sum, one) => sum + rowsOf(one),
    own * Math.max(1, number('Actual Loops')),
  )
}

/** Does what is asked, and counts what each of its queries reads. */
async function rowsRead(tx: Tx, act: (tx: Tx) => Promise<unknown>): Promise<number> {
  let rows = 0
  const query = async (text: string, values: unknown[]) => {
    const told = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (analyze, format json) ${text}`,
      values,
    )
    const plan = told.rows[0]?.['QUERY PLAN'][0]?.Plan
    if (plan === undefined) throw new Error('no plan was told')
    rows += rowsOf(plan)
    return tx.query(text, values)
  }
  await act({ query } as unknown as Tx)
  return rows
}

const all: ListWish = {
  ...{ before: null, limit: 51, class: null, campaignId: null, contactId: null, state: null },
  ...{ reference: null, reason: null, sender: null, routeId: null, from: null, until: null },
}

async function pageReads(wish: Partial<ListWish>): Promise<number> {
  const { account, database, timers } = fixture
  return database.inAccount(account.id, async (tx) => {
    const { rows } = await tx.query<{ id: MessageId }>(`select ${idOf('$1::int')} as id`, [
      failed / 2,
    ])
    const asked = { ...all, before: rows[0]?.id ?? null, ...wish }
    const read = await rowsRead(tx, async (told) => {
      const reach = await lookBack(told, account.id, asked)
      if (reach === null) throw new Error('something fits')
      const found = await listMessages(told, account.id, timers.now(), asked, reach)
      expect(found.length).toBe(51)
    })
    return read
  })
}

const day = 86_400_000
test.each([
  ['those that ended in a state', { state: 'rejected' }],
  ['of a campaign', { campaignId }],
  ['of a campaign, in a state', { campaignId, state: 'undelivered' }],
  ['of a campaign, in one of several', { campaignId, group: 'not_arrived' }],
  ['of several campaigns', { campaignIds }],
  ['of several campaigns, in one of several', { campaignIds, group: 'failed' }],
  ['of a reference', { reference: 'all' }],
] satisfies [string, Partial<ListWish>][])(
  'a page in the middle reads no more than it shows: %s',
  async (_, wish) => {
    // Each with what belongs to it: message, outcome, queue, results.
    expect(await pageReads(wish)).toBeLessThan(1000)
  },
)

test('days end what is read of those that ended in a state', async () => {
  const before = newest - 20_000 * 1000
  const wish = { before: null, state: 'rejected', limit: 51 } as const
  // An hour of clocks that were set is looked through, and not the thirteen thousand behind it.
  expect(await pageReads({ ...wish, until: before as Instant })).toBeLessThan(12_000)
  expect(await pageReads({ ...wish, from: (newest - day) as Instant })).toBeLessThan(1000)
})

test('other filters beside are tried on so many in one answer', async () => {
  const { account, database } = fixture
  const reach = (wish: Partial<ListWish>) =>
    database.inAccount(account.id, (tx) => lookBack(tx, account.id, { ...all, ...wish }))
  // Within a campaign there are fewer than are looked at.
  expect(await reach({ campaignId, sender: 'LUMEN' })).toEqual({ atLeast: null, rest: null })
  expect(failed).toBeLessThan(lookedAtMax)
  const ended = await reach({ state: 'rejected', reason: 'operator_refused' })
  expect(ended?.rest?.id).toBe(ended?.atLeast)
  expect(ended?.rest?.at).toBeGreaterThan(newest - failed * 1000)
  expect(endedLookedAtMax).toBeLessThan(failed / 2)
  const none = await reach({ campaignIds: [] })
  expect(none).toBe(null)
})

test('the oldest that waits is found without reading what waits', async () => {
  const { account, database } = fixture
  await database.inAccount(account.id, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      'select id from sending.bundle where account_id = $1 order by id limit 1',
      [account.id],
    )
    expect(await waitingSince(tx, account.id)).toBe(rows[0]?.id)
    expect(await rowsRead(tx, (told) => waitingSince(told, account.id))).toBeLessThan(10)
  })
})
