// Scene: a campaign, its check sheet, and the approval of exactly that sheet.
import type { CampaignView, CheckSheet } from '../../campaigns/contract.ts'
import { type Held, heldByHours } from './held-by-hours.ts'
import { type Asking, type Play, shop } from './play.ts'

export type Prepared = { campaign: CampaignView; sheet: CheckSheet; held: Held }

export async function prepareCampaign(
  play: Play,
  listId: string,
  asking: Asking,
): Promise<Prepared> {
  const { stage, api } = play
  const { words } = stage
  await stage.scene(words.campaignTitle)
  const campaign = await api.post<CampaignView>('/v1/campaigns', {
    name: words.campaignName,
    listId,
    class: 'marketing',
    purpose: shop.purpose,
    controllerId: asking.controllerId,
    sender: shop.sender,
    text: words.campaignText,
  })
  const path = `/v1/campaigns/${campaign.id}`
  const sheet = await api.get<CheckSheet>(`${path}/check-sheet`)
  tell(play, sheet)
  const [other] = ['0'.repeat(sheet.hash.length)]
  const refused = await api.refusalOf(`${path}/approve`, { hash: other })
  stage.prove(refused?.code === 'campaigns.sheet_changed', words.approvalOfAnother)
  const approved = await api.post<CampaignView>(`${path}/approve`, { hash: sheet.hash })
  stage.prove(approved.approvedHash === sheet.hash, words.approved(sheet.hash.slice(0, 16)))
  return { campaign: approved, sheet, held: heldByHours(sheet) }
}

function tell({ stage }: Play, sheet: CheckSheet): void {
  const { words } = stage
  stage.say(`« ${sheet.sample} »`)
  stage.item(words.sheetPeople(stage.number(sheet.people), stage.number(sheet.receive)))
  for (const one of sheet.leftOut) stage.say(`         ${one.people} × ${one.sentence}`)
  stage.item(words.sheetCost(stage.number(sheet.segments), stage.euros(sheet.costMicroEur)))
  if (sheet.stopMention !== null) stage.item(words.sheetStop(sheet.stopMention))
  for (const one of sheet.ucs2Because) stage.item(words.sheetUcs2(one.character, one.messages))
  for (const one of sheet.hours) {
    stage.item(words.sheetHours(one.territory, one.messages, stage.moment(one.opensAt)))
  }
  const left = sheet.leftOut.reduce((total, one) => total + one.people, 0)
  stage.prove(sheet.receive > 0 && sheet.people === sheet.receive + left, words.sheetAdds)
  for (const one of sheet.problems) stage.prove(false, one.sentence)
}
