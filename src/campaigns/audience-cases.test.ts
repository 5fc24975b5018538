// Whom a page of a list may be written to, and from when on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
} from '../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../test/support/sending-fixture.ts'
import type { NumberReach } from '../countries/index.ts'
import { nextCases, orderOf } from './audience-cases.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

test('a number is usable as it was kept, and one from before that as it reads', async () => {
  // The numbers are all of one range: what differs is what was kept with them.
  const kept: readonly (NumberReach | undefined)[] = ['all', 'sandbox', 'none', undefined]
  const numbers = kept.map((_, index) => fictionNumber(index))
  const { database, account, contacts } = fixture
  const { listId } = await fixture.people(numbers, { agreed: true })
  await database.inAccount(account.id, (tx) =>
    contacts.bulkUpsert(tx, {
      accountId: account.id,
      importId: null,
      listId: null,
      at: fixture.timers.now(),
      rows: kept.flatMap((reach, index) => {
        const number = numbers[index]
        if (number === undefined || reach === undefined) return []
        const place = { country: 'FR', territory: 'FR', zone: 'Europe/Paris', postcodeArea: null }
        const state = { marketingState: 'open' as const, quarantineReason: null }
        return [{ number, fields: { lastName: reach }, ...place, ...state, reach }]
      }),
    }),
  )
  const deps = campaignsDeps(fixture)
  const campaign = await campaignTo(fixture, deps, listId)
  const usable = (sandbox: boolean) =>
    database.inAccount(account.id, async (tx) => {
      const order = await orderOf(deps, tx, campaign)
      const page = await nextCases(deps, tx, { campaign, order, after: null, limit: 10, sandbox })
      const people = new Map(page.cases.map(({ person }) => [person.number, person.numberUsable]))
      return numbers.map((number) => people.get(number))
    })
  expect(await usable(true)).toEqual([true, true, false, true])
  expect(await usable(false)).toEqual([true, false, false, false])
})

test('who lives in another zone is written to when the time comes there', async () => {
  const { listId } = await fixture.people(fictionNumbers(2, 500), { agreed: true })
  await fixture.test.asSuperuser((client) =>
    client.query(
      `update contacts.contact set zone = 'America/Guadeloupe', territory = 'GP'
       where id = (select contact_id from contacts.list_member where list_id = $1
         order by contact_id limit 1)`,
      [listId],
    ),
  )
  const deps = campaignsDeps(fixture)
  const sendAt = '2026-11-26T11:00:00+01:00'
  const made = await campaignTo(fixture, deps, listId, { sendAt, sendAtLocal: true })
  await acceptAll(fixture, deps, made.id)
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query<{ zone: string; at: number }>(
      `select zone, not_before as at from sending.message
       where campaign_id = $1 order by zone`,
      [made.id],
    ),
  )
  expect(rows.map(({ zone, at }) => [zone, new Date(at).toISOString()])).toEqual([
    ['America/Guadeloupe', '2026-11-26T15:00:00.000Z'],
    ['Europe/Paris', '2026-11-26T10:00:00.000Z'],
  ])
})
