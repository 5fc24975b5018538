// The refusals of a campaign add up: each is counted with its reason, whenever it was refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingGround,
  sendingGround,
} from '../../../test/support/sending-ground.ts'
import { createCampaignMessages } from '../accept/campaign-messages.ts'
import { stopLeaving } from '../replies/stop-leaving.ts'

let ground: SendingGround
beforeAll(async () => {
  ground = await sendingGround()
  await ground.stopNodes()
})
afterAll(() => ground.close())

test('who says stop while a message waits is counted with a reason, as who never agreed', async () => {
  const { account, controller, database, vault } = ground
  const [stops, stays, never] = [4101, 4102, 4103].map(fictionNumber)
  if (!stops || !stays || !never) throw new Error('three numbers')
  await ground.people([stops, stays], { agreed: true })
  await ground.people([never], { agreed: false })
  const { campaignId } = await ground.accept([stops, stays, never])
  const messages = createCampaignMessages({ database, wake: () => undefined })
  const counted = async () => {
    const found = (await messages.counters(account.id, [campaignId])).get(campaignId)
    return { refused: found?.finals.refused, leftOut: Object.fromEntries(found?.leftOut ?? []) }
  }
  expect(await counted()).toEqual({ refused: 1, leftOut: { no_consent: 1 } })
  await stopLeaving(
    { ...ground, workers: new Map() },
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
