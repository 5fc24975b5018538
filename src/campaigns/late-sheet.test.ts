// A sheet that was being made while somebody changed the campaign is nobody's:
// it cannot be approved.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignsDeps, campaignTo, nobodyThere } from '../../test/support/campaign-fixture.ts'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
} from '../../test/support/sending-fixture.ts'
import type { CampaignsDeps } from './deps.ts'
import { makeCheckSheet } from './make-check-sheet.ts'
import { changeCampaign } from './prepare-campaign.ts'
import { approveCampaign, launchCampaign } from './run-campaign.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => fixture.close())

test('the text that was approved is the text that leaves', async () => {
  const { listId } = await fixture.people(fictionNumbers(5), { agreed: true })
  const deps = campaignsDeps(fixture)
  const { caller } = fixture
  const { id } = await campaignTo(fixture, deps, listId, { text: 'Nouvelle collection.' })
  let isChanged = false
  const meanwhile: CampaignsDeps = {
    ...deps,
    contacts: {
      ...deps.contacts,
      audience: async (tx, page) => {
        if (!isChanged) await changeCampaign(deps, caller, id, { text: 'Tout autre chose.' })
        isChanged = true
        return deps.contacts.audience(tx, page)
      },
    },
  }
  const late = await makeCheckSheet(meanwhile, caller, id)
  await expect(
    approveCampaign(deps, caller, { id, hash: late.hash, launch: false }),
  ).rejects.toMatchObject({
    code: 'campaigns.sheet_missing',
  })
  const sheet = await makeCheckSheet(deps, caller, id)
  expect(sheet.sample).toContain('Tout autre chose.')
  await approveCampaign(deps, caller, { id, hash: sheet.hash, launch: false })
  await launchCampaign(deps, caller, id)
  expect(await makeCheckSheet(deps, caller, id)).toEqual(sheet)
  const inEnglish = await makeCheckSheet(deps, { ...caller, language: 'en' }, id)
  expect(inEnglish.hash).toBe(sheet.hash)
})
