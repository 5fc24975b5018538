// Somebody else is asked to approve: asked, told to whom it waits for, returned with a remark.
import { actorNames, membersWho } from '../../accounts/index.ts'
import type { Caller, CampaignId } from '../../kernel/index.ts'
import * as store from '../approvals/approval-store.ts'
import { demandFit } from '../approvals/approval-terms.ts'
import { askedView, usersOfRequest } from '../approvals/approval-view.ts'
import type { CampaignPolicy, WaitingApprovals } from '../contract-approval.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { inStep } from '../run-campaign.ts'
import { tellReturned, tellToApprove } from '../told/tell-users.ts'
import { userOf } from '../user-of.ts'

/** More than a person decides on in a sitting; the next come up as these are settled. */
const listedMax = 50

/** What cannot be approved is not asked for either: its author mends it first. */
export async function askApproval(
  deps: CampaignsDeps,
  caller: Caller,
  { id, hash, note }: { id: CampaignId; hash: string; note: string | null },
): Promise<void> {
  await inStep(deps, caller, id, 'ask_approval', async (tx, campaign) => {
    demandFit(campaign, hash)
    const { accountId } = caller
    const [by, at] = [userOf(caller), deps.clock.now()]
    const asked = { id: deps.makeId(), campaignId: id, askedAt: at, askedBy: by, note }
    await store.insertRequest(tx, deps.vault, accountId, asked)
    await tellToApprove(tx, accountId, { id, name: campaign.name, by, at })
  })
}

export async function returnCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  { id, remark }: { id: CampaignId; remark: string },
): Promise<void> {
  await inStep(deps, caller, id, 'return', async (tx, { name }) => {
    const { accountId } = caller
    const [by, at] = [userOf(caller), deps.clock.now()]
    const settled = { campaignId: id, outcome: 'returned', at, by, remark } as const
    const request = await store.settleRequest(tx, deps.vault, accountId, settled)
    if (request === null) throw campaignsError('campaigns.approval_not_asked')
    await tellReturned(tx, accountId, { id, name, askedBy: request.askedBy, by, at })
  })
}

export async function readApprovals(
  deps: CampaignsDeps,
  caller: Caller,
): Promise<WaitingApprovals> {
  const { accountId, rights } = caller
  const user = userOf(caller)
  return deps.database.inAccount(accountId, async (tx) => {
    const list = (returned: Parameters<typeof store.listRequests>[3]['returned']) =>
      store.listRequests(tx, deps.vault, accountId, { returned, limit: listedMax })
    const toDecide = rights.has('campaigns.approve') ? await list(null) : []
    // What came back to somebody who has left is everybody’s: nobody else would see it.
    const there = user === null ? [] : await membersWho(tx, accountId, 'campaigns.prepare')
    const returned = user === null ? [] : await list({ to: user, there })
    const all = [...toDecide, ...returned].flatMap(usersOfRequest)
    const users = [...new Set(all.filter((id) => id !== null))]
    const names = await actorNames(deps.vault, tx, accountId, { users, tokens: [] })
    const shown = (request: store.NamedRequest) => ({
      campaignId: request.campaignId,
      name: request.name,
      ...askedView(request, names),
    })
    const back = (request: store.NamedRequest) => ({
      ...shown(request),
      isMine: request.askedBy === user,
    })
    return { toDecide: toDecide.map(shown), returned: returned.map(back) }
  })
}

export async function readPolicy(deps: CampaignsDeps, { accountId }: Caller) {
  const anotherAbove = await deps.database.inAccount(accountId, (tx) =>
    store.readAnotherAbove(tx, accountId),
  )
  return { anotherAbove }
}

export async function changePolicy(
  deps: CampaignsDeps,
  caller: Caller,
  { anotherAbove }: CampaignPolicy,
): Promise<CampaignPolicy> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    await store.putAnotherAbove(tx, accountId, { above: anotherAbove, at })
    await deps.record(tx, caller, {
      action: 'campaigns.policy_changed',
      details: { above: anotherAbove ?? 'none' },
    })
  })
  return { anotherAbove }
}
