// A page of people of whom the campaign has accepted some already: the others are, and once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptAll,
  campaignsDeps,
  campaignTo,
  nobodyThere,
} from '../../test/support/campaign-fixture.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  unbundleCampaign,
  waitingRows,
} from '../../test/support/sending-fixture.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

test('a page that was lost sight of is accepted again, and nobody is written to twice', async () => {
  const numbers = Array.from({ length: 12 }, (_, index) => fictionNumber(index))
  const { listId } = await fixture.people(numbers, { agreed: true })
  const deps = campaignsDeps(fixture)
  const { id } = await campaignTo(fixture, deps, listId)
  const asOwner = <R extends object>(text: string) =>
    fixture.test.asSuperuser(async (client) => (await client.query<R>(text, [id])).rows)
  const counts = () =>
    asOwner<{ messages: number; waiting: number; people: number; told: number }>(
      `select count(*)::int as messages, count(distinct m.subject_id)::int as people,
         count(q.message_id)::int as waiting,
         (select value::int from sending.tally t
          where t.campaign_id = $1 and t.counter = 'accepted') as told
       from sending.message m left join ${waitingRows} q on q.message_id = m.id
       where m.campaign_id = $1`,
    )
  await acceptAll(fixture, deps, id)
  expect(await counts()).toEqual([{ messages: 12, people: 12, waiting: 12, told: 12 }])

  // As if four of them had never been accepted, and the place in the list had not been kept.
  await fixture.database.inAccount(fixture.account.id, (tx) =>
    unbundleCampaign(tx, fixture.account.id, id),
  )
  await asOwner('update campaigns.campaign set accepted_through = null where id = $1')
  await asOwner(
    `with gone as (delete from sending.queue q using (
         select message_id from sending.queue where campaign_id = $1 limit 4) four
       where q.message_id = four.message_id returning q.message_id)
     delete from sending.message where id in (select message_id from gone)`,
  )
  await acceptAll(fixture, deps, id)
  expect(await counts()).toEqual([{ messages: 12, people: 12, waiting: 12, told: 16 }])
})
