// The first campaign of an installation: page by page, and from its first page on the database knows
// its messages.
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

/** How many messages each transaction has written. */
const writtenTogether = () =>
  fixture.test.asSuperuser(async (client) => {
    const { rows } = await client.query<{ messages: number }>(
      'select count(*)::int as messages from sending.message group by xmin::text order by 1 desc',
    )
    return rows.map(({ messages }) => messages)
  })

test('after its first page the server knows people and campaigns; no transaction is longer', async () => {
  const numbers = fictionNumbers(people)
  const { listId } = await fixture.people(numbers, { agreed: true })
  const deps = campaignsDeps(fixture)
  const campaign = await campaignTo(fixture, deps, listId)
  expect(await knownColumns()).toEqual([])
  await acceptAll(fixture, deps, campaign.id)
  expect(await knownColumns()).toEqual(['campaign_id', 'subject_id'])
  expect(await writtenTogether()).toEqual([1_000, people - 1_000])
})
