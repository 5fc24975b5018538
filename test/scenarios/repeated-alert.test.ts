// An alert's author may choose twice rather than never: until an instant, and never for marketing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCampaign } from '../../src/campaigns/prepare-campaign.ts'
import type { ListId } from '../../src/kernel/index.ts'
import { seeLeaseInAnyAccount, takeLeaseInAnyAccount } from '../../src/sending/store/lease-store.ts'
import { claimInAnyAccount } from '../../src/sending/store/queue-store.ts'
import { acceptAll, campaignsDeps } from '../support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

const day = 24 * 3_600_000
let fixture: SendingFixture
let listId: ListId
beforeAll(async () => {
  fixture = await sendingFixture({ sandbox: { isMagic: false, receiptDelayMs: 10 } })
  const made = await fixture.people([fictionNumber(0), fictionNumber(1)], { agreed: true })
  listId = made.listId as ListId
}, 120_000)
afterAll(() => fixture.close())

const alert = {
  name: 'Évacuation',
  class: 'alert',
  basis: 'vital_interests',
  purpose: null,
  sender: 'LUMEN',
  text: 'Quittez le bâtiment par la porte nord.',
  sendAt: null,
  sendAtLocal: false,
  perHour: null,
  overrideReason: null,
  template: null,
} as const

type Wish = {
  ifUnsure: 'never_twice' | 'twice_rather_than_never'
  usefulUntil: number | null
  class?: 'marketing'
}
const written = (wish: Wish) => {
  const basis = wish.class === 'marketing' ? { basis: null, purpose: 'offers' } : {}
  const request = { ...alert, ...basis, listId, ...wish }
  const usefulUntil = wish.usefulUntil === null ? null : new Date(wish.usefulUntil).toISOString()
  return createCampaign(campaignsDeps(fixture), fixture.caller, { ...request, usefulUntil })
}

test('marketing may not be sent twice, and an alert only until an instant', async () => {
  const usefulUntil = fixture.timers.now() + day
  const twice = { ifUnsure: 'twice_rather_than_never' } as const
  await expect(written({ ...twice, usefulUntil, class: 'marketing' })).rejects.toMatchObject({
    code: 'campaigns.repeats_marketing',
  })
  await expect(written({ ...twice, usefulUntil: null })).rejects.toMatchObject({
    code: 'campaigns.repeats_for_ever',
  })
})

test('what a dead engine had in flight goes again where the author said so, and only there', async () => {
  const usefulUntil = fixture.timers.now() + day
  await fixture.stopNodes()
  const urgent = await written({ ifUnsure: 'twice_rather_than_never', usefulUntil })
  const careful = await written({ ifUnsure: 'never_twice', usefulUntil })
  for (const { id } of [urgent, careful]) await acceptAll(fixture, campaignsDeps(fixture), id)
  await fixture.database.inAnyAccount(async (tx) => {
    const at = fixture.timers.now()
    const place = { routeId: fixture.routeId, bind: 0 }
    const seen = await seeLeaseInAnyAccount(tx, place)
    const lease = await takeLeaseInAnyAccount(tx, { ...place, nodeId: fixture.makeId(), seen })
    if (lease === null) throw new Error('the lease was free')
    const claim = { lease, intentId: fixture.makeId(), at, segmentsMax: 10 }
    expect((await claimInAnyAccount(tx, claim)).messages).toHaveLength(4)
  })
  await fixture.startNode()
  const states = (id: string) =>
    fixture.test.asSuperuser(async (client) => {
      const { rows } = await client.query<{ state: string; n: number }>(
        `select coalesce(o.state, 'open') as state, count(*)::int as n from sending.message m
         left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
         where m.campaign_id = $1 group by 1`,
        [id],
      )
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
    })
  await until(async () => (await states(urgent.id))['delivered'] === 2)
  expect(await states(careful.id)).not.toHaveProperty('delivered')
  expect(fixture.sandbox?.stats().taken).toBe(2)
}, 60_000)
