// The people whom one reason leaves out of a list, judged at this moment by the gate of every
// message: some of them an answer, and a place from which to go on.
import { type Caller, type CampaignId, type ContactId, maskNumber } from '../../kernel/index.ts'
import { type Assessed, assessPeople, Plans, type Refusal } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { nextCases, orderOf, type WrittenCampaign } from '../audience-cases.ts'
import { type Campaign, mayStep } from '../campaign.ts'
import type { BillRequest, LeftOutPerson } from '../contract-compose.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { findCampaign } from '../store.ts'
import { writtenCampaign } from './make-bill.ts'

/** People judged in one transaction, and in one answer: a second's work at most. */
const pagePeople = 500
const judgedMax = 10_000

type Asked = { refusal: Refusal; after: ContactId | null; limit: number }
/** `last`: from where to go on; null: the list is at its end. */
type Found = { items: LeftOutPerson[]; last: ContactId | null }

/** Of what is about to be approved; once it is launched, they are its refused messages. */
export async function leftOutOfCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  { id, ...asked }: Asked & { id: CampaignId },
): Promise<Found> {
  const campaign = await deps.database.inAccount(caller.accountId, (tx) =>
    findCampaign(tx, deps.vault, caller.accountId, id),
  )
  if (campaign === null) throw campaignsError('campaigns.campaign_not_found')
  if (!mayStep('approve', campaign.state)) {
    throw campaignsError('campaigns.step_not_possible', { state: campaign.state })
  }
  // As on its sheet: the author's reason counts, and its approval is asked for later.
  const approvedBy = campaign.approvedBy ?? campaign.preparedBy
  return peopleLeftOut(deps, { ...campaign, approvedBy }, asked)
}

/** Of what is being written. */
export async function leftOutOfText(
  deps: CampaignsDeps,
  caller: Caller,
  { written, ...asked }: Asked & { written: Omit<BillRequest, 'again'> },
): Promise<Found> {
  return peopleLeftOut(deps, await writtenCampaign(deps, caller, written), asked)
}

async function peopleLeftOut(
  deps: CampaignsDeps,
  campaign: WrittenCampaign & Partial<Campaign>,
  { refusal, after, limit }: Asked,
): Promise<Found> {
  const { accountId } = campaign
  const at = deps.clock.now()
  const plans = new Plans()
  const { order, sandbox } = await deps.database.inAccount(accountId, async (tx) => ({
    order: await orderOf(deps, tx, campaign),
    sandbox: (await deps.accounts.facts(tx, accountId)).kind === 'sandbox',
  }))
  const items: LeftOutPerson[] = []
  let place = after
  for (let judged = 0; judged < judgedMax; judged += pagePeople) {
    const work = async (tx: Tx) => {
      const page = { campaign, order, after: place, limit: pagePeople, sandbox }
      const next = await nextCases(deps, tx, page)
      return { ...next, assessed: await assessPeople(deps, tx, { cases: next.cases, at, plans }) }
    }
    const { assessed, through } = await deps.database.inAccount(accountId, work, { byIndex: true })
    for (const one of assessed) {
      if (!isLeftOutBy(one, refusal)) continue
      const { contactId, number } = one.person
      if (contactId === null) continue
      items.push({ contactId, to: maskNumber(number) })
      if (items.length === limit) return { items, last: contactId }
    }
    if (through === null) return { items, last: null }
    place = through
  }
  return { items, last: place }
}

const isLeftOutBy = ({ gate: { verdict } }: Assessed, refusal: Refusal): boolean =>
  verdict.kind === 'refused' && verdict.refusal === refusal
