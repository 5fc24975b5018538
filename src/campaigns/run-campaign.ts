// The steps of a campaign's life: approve, launch, pause, resume, cancel; each locked and recorded.
import type { Caller, CampaignId, UserId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { readAnotherAbove, settleRequest } from './approvals/approval-store.ts'
import { demandAnother, demandFit } from './approvals/approval-terms.ts'
import { demandListAsRead, joinedSince } from './approvals/list-growth.ts'
import { type Campaign, mayStep, type Step, stateAfterResume, steps } from './campaign.ts'
import type { CampaignsDeps } from './deps.ts'
import { campaignsError } from './errors.ts'
import { approve, deleteCampaign, lockCampaign, moveState } from './store.ts'
import { tellStopped } from './told/tell-users.ts'
import { userOf } from './user-of.ts'

export const acceptJob = 'campaigns.accept'
export const cancelJob = 'campaigns.cancel'
export const holdJob = 'campaigns.hold'
export const releaseJob = 'campaigns.release'

/** Locked, possible, done and recorded, all in one transaction. */
export async function inStep(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
  step: Step | 'resume',
  act: (tx: Tx, campaign: Campaign) => Promise<void>,
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const campaign = await lockCampaign(tx, deps.vault, accountId, id)
    if (campaign === null) throw campaignsError('campaigns.campaign_not_found')
    const possible = step === 'resume' ? campaign.state === 'paused' : mayStep(step, campaign.state)
    if (!possible) throw campaignsError('campaigns.step_not_possible', { state: campaign.state })
    await act(tx, campaign)
    await deps.record(tx, caller, { action: `campaigns.${step}`, details: { campaign: id } })
  })
}

/** Also settles the request of whoever asked for it; with `launch` it leaves in the same step. */
export async function approveCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  { id, hash, launch }: { id: CampaignId; hash: string; launch: boolean },
): Promise<void> {
  const { accountId } = caller
  await inStep(deps, caller, id, 'approve', async (tx, campaign) => {
    const { receive } = demandFit(campaign, hash)
    const by = userOf(caller)
    const anotherAbove = await readAnotherAbove(tx, accountId)
    const joined = await demandListAsRead(deps, tx, campaign)
    demandAnother(campaign, { by, receive: receive + joined, anotherAbove })
    const at = deps.clock.now()
    await approve(tx, accountId, { id, hash, by, at })
    const settled = { campaignId: id, outcome: 'approved' as const, at, by, remark: null }
    await settleRequest(tx, deps.vault, accountId, settled)
    if (!launch) return
    await letGo(deps, tx, caller, campaign)
    await deps.record(tx, caller, { action: 'campaigns.launch', details: { campaign: id } })
  })
}

export async function launchCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<void> {
  await inStep(deps, caller, id, 'launch', async (tx, campaign) => {
    // A sheet that was made since, with other people or another price, nobody has approved.
    if (campaign.sheetHash !== campaign.approvedHash) {
      throw campaignsError('campaigns.sheet_changed')
    }
    const joined = await demandListAsRead(deps, tx, campaign)
    await demandAnotherFor(tx, campaign, { by: campaign.approvedBy, joined })
    await letGo(deps, tx, caller, campaign)
  })
}

/** With those who joined the list since, it may be too large for its author alone. */
async function demandAnotherFor(
  tx: Tx,
  { accountId, preparedBy, sheet }: Campaign,
  { by, joined }: { by: UserId | null; joined: number },
): Promise<void> {
  if (joined === 0) return
  const anotherAbove = await readAnotherAbove(tx, accountId)
  const receive = (sheet?.receive ?? 0) + joined
  demandAnother({ preparedBy, overrideReason: null }, { by, receive, anotherAbove })
}

/** What a program made by a rule that somebody started: approved by them, launched by it. */
export async function launchMade(
  deps: CampaignsDeps,
  tx: Tx,
  caller: Caller,
  campaign: Campaign,
  { hash, by }: { hash: string; by: Campaign['approvedBy'] },
): Promise<void> {
  const { id } = campaign
  const at = deps.clock.now()
  await approve(tx, caller.accountId, { id, hash, by, at })
  const settled = { campaignId: id, outcome: 'approved' as const, at, by, remark: null }
  await settleRequest(tx, deps.vault, caller.accountId, settled)
  await letGo(deps, tx, caller, campaign)
  await deps.record(tx, caller, { action: 'campaigns.launch', details: { campaign: id } })
}

/** Approved, and by nobody changed since: it becomes messages from this commit on. */
export async function letGo(
  deps: CampaignsDeps,
  tx: Tx,
  caller: Caller,
  { id, perHour }: Campaign,
): Promise<void> {
  await demandNotSuspended(deps, tx, caller)
  const at = deps.clock.now()
  await moveState(tx, caller.accountId, { id, to: steps.launch.to, at })
  if (perHour !== null) await deps.messages.pace(tx, caller.accountId, { id, perHour, at })
  await askFor(deps, tx, caller, { name: acceptJob, id })
}

/** What was launched before waits, and leaves once the suspension ends. */
async function demandNotSuspended(deps: CampaignsDeps, tx: Tx, caller: Caller): Promise<void> {
  const { isSuspended, isLeaving } = await deps.accounts.facts(tx, caller.accountId)
  if (isLeaving) throw campaignsError('campaigns.account_leaving')
  if (isSuspended) throw campaignsError('campaigns.account_suspended')
}

async function askFor(
  deps: CampaignsDeps,
  tx: Tx,
  { accountId }: Caller,
  { name, id }: { name: string; id: CampaignId },
): Promise<void> {
  await deps.jobs.enqueue(tx, { name, key: id, accountId, input: { campaignId: id } })
}

export async function pauseCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<void> {
  await inStep(deps, caller, id, 'pause', async (tx) => {
    const at = deps.clock.now()
    await moveState(tx, caller.accountId, { id, to: 'paused', at })
    const goOn = await deps.messages.hold(tx, caller.accountId, id, at)
    if (goOn !== null) await askFor(deps, tx, caller, { name: holdJob, id })
  })
}

export async function resumeCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<void> {
  await inStep(deps, caller, id, 'resume', async (tx, campaign) => {
    const at = deps.clock.now()
    const to = stateAfterResume(campaign.isAccepted)
    if (to === 'accepting') {
      await demandMessages(deps, tx, campaign)
      // The rest of its list is read now, with whoever joined it during the pause.
      const joined = await joinedSince(deps, tx, campaign)
      await demandAnotherFor(tx, campaign, { by: userOf(caller), joined })
    }
    await moveState(tx, caller.accountId, { id, to, at })
    await deps.messages.release(tx, caller.accountId, id, at)
    // Also where the first batch was all: something else may have had rows of it in flight.
    await askFor(deps, tx, caller, { name: releaseJob, id })
    if (to === 'accepting') await askFor(deps, tx, caller, { name: acceptJob, id })
  })
}

/**
 * More messages beside those that were deleted would be in no figure: what was counted before the
 * deletion stands. Where all were accepted nothing is added, and it may come to its end.
 */
export async function demandMessages(
  { messages, clock }: Pick<CampaignsDeps, 'messages' | 'clock'>,
  tx: Tx,
  { accountId, id }: Pick<Campaign, 'accountId' | 'id'>,
): Promise<void> {
  const deletedAt = await messages.goOn(tx, accountId, { id, at: clock.now() })
  if (deletedAt !== null) throw campaignsError('campaigns.first_messages_deleted')
}

/** Whatever was never launched goes without a trace but in the journal. */
export async function removeCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<void> {
  await inStep(deps, caller, id, 'delete', (tx) => deleteCampaign(tx, caller.accountId, id))
}

/** Ends what waits. What an operator has, it has: receipts go on coming in. */
export async function cancelCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<void> {
  await inStep(deps, caller, id, 'cancel', async (tx, { name }) => {
    const at = deps.clock.now()
    const by = userOf(caller)
    await tellStopped(tx, caller.accountId, { id, name, why: 'cancelled', by, at })
    await moveState(tx, caller.accountId, { id, to: 'cancelled', at })
    // Nothing more leaves from this commit on; taking the rows out can then take its time.
    await deps.messages.hold(tx, caller.accountId, id, at)
    await askFor(deps, tx, caller, { name: cancelJob, id })
  })
}
