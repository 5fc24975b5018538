// A campaign at a time of each person's own clock.
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

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

test('who lives in another zone is written to when the time comes there', async () => {
  const { listId } = await fixture.people(fictionNumbers(2), { agreed: true })
  await fixture.test.asSuperuser((client) =>
    client.query(
      `update contacts.contact set zone = 'America/Guadeloupe', territory = 'GP'
       where id = (select id from contacts.contact order by id limit 1)`,
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
