// A campaign of many messages is counted in the background,
// and again only when something has moved.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignId, ListId } from '../../src/kernel/index.ts'
import { createCampaignFigures } from '../../src/sending/index.ts'
import { acceptAll, campaignsDeps, campaignTo, nobodyThere } from '../support/campaign-fixture.ts'
import {
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture
const { timers, jump } = jumpingTimers()
beforeAll(async () => {
  fixture = await sendingFixture({ timers, url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

test('the last counting is told at once, and a new one is asked for when it is due', async () => {
  const { account, database } = fixture
  const deps = campaignsDeps(fixture)
  const { listId } = await fixture.people([fictionNumber(0), fictionNumber(1)], { agreed: true })
  const { id } = await campaignTo(fixture, deps, listId as ListId)
  await acceptAll(fixture, deps, id)
  const figures = createCampaignFigures({ database, clock: timers })
  let asked = 0
  const read = () =>
    figures.breakdown(account.id, id, async () => {
      asked += 1
    })
  expect(await read()).toMatchObject({ isCurrent: true, figures: { messages: 2, parts: 2 } })
  expect(asked).toBe(0)

  await count(id, 'accepted', 10_000)
  expect([await read(), asked]).toEqual([null, 1])
  await figures.count(account.id, id)
  expect(await read()).toMatchObject({ isCurrent: true, figures: { messages: 2 } })
  expect(asked).toBe(1)

  await count(id, 'delivered', 1)
  expect(await read()).toMatchObject({ isCurrent: false, figures: { messages: 2 } })
  expect(asked).toBe(1)
  jump(60_000)
  expect(await read()).toMatchObject({ isCurrent: false })
  expect(asked).toBe(2)
}, 60_000)

/** As if so many more were there. */
const count = (id: CampaignId, counter: string, by: number) =>
  fixture.test.asSuperuser((client) =>
    client.query(
      `insert into sending.tally as held (account_id, campaign_id, counter, value)
       values ($1, $2, $3, $4)
       on conflict (account_id, campaign_id, counter) do update set value = held.value + $4`,
      [fixture.account.id, id, counter, by],
    ),
  )
