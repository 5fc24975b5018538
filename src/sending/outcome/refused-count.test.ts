// The refusals of a campaign add up: each is counted with its reason, whenever it was refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import { createCampaignMessages } from '../accept/campaign-messages.ts'
import { stopLeaving } from '../replies/stop-leaving.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture()
  await fixture.stopNodes()
})
afterAll(() => fixture.close())

test('who says stop while a message waits is counted with a reason, as who never agreed', async () => {
  const { account, controller, database, vault } = fixture
  const [stops, stays, never] = [4101, 4102, 4103].map(fictionNumber)
  if (!stops || !stays || !never) throw new Error('three numbers')
  await fixture.people([stops, stays], { agreed: true })
  await fixture.people([never], { agreed: false })
  const { campaignId } = await fixture.accept([stops, stays, never])
  const messages = createCampaignMessages({ database, wake: () => undefined })
  const counted = async () => {
    const found = (await messages.counters(account.id, [campaignId])).get(campaignId)
    return { refused: found?.finals.refused, leftOut: Object.fromEntries(found?.leftOut ?? []) }
  }
  expect(await counted()).toEqual({ refused: 1, leftOut: { no_consent: 1 } })
  await stopLeaving(
    { ...fixture, workers: new Map() },
    {
      accountId: account.id,
      numberTag: vault.numberTag(account.id, stops),
      of: { controllerId: controller.id, purpose: 'offers' },
    },
  )
  expect(await counted()).toEqual({
    refused: 2,
    leftOut: { no_consent: 1, consent_withdrawn: 1 },
  })
})
