// The first campaign of an installation: from its first page on the database knows its messages.
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

/** More than a page. */
const people = 1_200
let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

/** How the server looks for people is chosen by what it knows of them. */
const knownColumns = () =>
  fixture.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ attname: string }>(
      `select attname from pg_stats where schemaname = 'sending' and tablename = 'message'
       and attname in ('campaign_id', 'subject_id') order by 1`,
    )
    return rows.map(({ attname }) => attname)
  })

test('after its first page the server has statistics of people and campaigns', async () => {
  const numbers = fictionNumbers(people)
  const { listId } = await fixture.people(numbers, { agreed: true })
  const deps = campaignsDeps(fixture)
  const campaign = await campaignTo(fixture, deps, listId)
  expect(await knownColumns()).toEqual([])
  await acceptAll(fixture, deps, campaign.id)
  expect(await knownColumns()).toEqual(['campaign_id', 'subject_id'])
})
