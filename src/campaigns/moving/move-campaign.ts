// Moves a campaign of which nothing has left to another instant, or takes it back to a draft.
import type { Caller, CampaignId, Instant } from '../../kernel/index.ts'
import { scheduledTooFar } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { readAnotherAbove } from '../approvals/approval-store.ts'
import { demandAnother, demandFit } from '../approvals/approval-terms.ts'
import { demandListAsRead } from '../approvals/list-growth.ts'
import { type Campaign, hashOfSheet, mayStep, restoredFailure } from '../campaign.ts'
import type { CheckSheet } from '../contract.ts'
import type { MoveRequest, MoveWish } from '../contract-calendar.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { judgeSheet } from '../make-check-sheet.ts'
import { letGo } from '../run-campaign.ts'
import { approve, findCampaign, keepSheet, lockCampaign } from '../store.ts'
import { userOf } from '../user-of.ts'
import { backToDraft, keepNextSheet, readNextSheet, setDeparture } from './moving-store.ts'

/** Time enough to read it; who is on the list may change behind it. */
const sheetMinutesMax = 15

type Departure = { sendAt: Instant; sendAtLocal: boolean }

function movedTo(campaign: Campaign, wish: MoveWish): Campaign & Departure {
  const sendAtLocal = wish.sendAtLocal ?? campaign.sendAtLocal
  return { ...campaign, sendAt: Date.parse(wish.sendAt), sendAtLocal }
}

function demandAhead({ clock }: Pick<CampaignsDeps, 'clock'>, { sendAt }: MoveWish): void {
  const now = clock.now()
  if (Date.parse(sendAt) <= now) throw campaignsError('campaigns.moved_to_past')
  const tooFar = scheduledTooFar({ sendAt }, now)
  if (tooFar !== null) throw tooFar
}

function demandStep(found: Campaign | null, step: 'move' | 'take_back'): Campaign {
  if (found === null) throw campaignsError('campaigns.campaign_not_found')
  if (!mayStep(step, found.state)) {
    throw campaignsError('campaigns.step_not_possible', { state: found.state })
  }
  // What was put back may have left: nobody but the operator knows.
  if (found.failure === restoredFailure) throw campaignsError('campaigns.restored')
  return found
}

/** It is read again: without its people the campaign would silently end with nobody. */
async function demandList(
  { contacts }: Pick<CampaignsDeps, 'contacts'>,
  tx: Tx,
  { accountId, listId }: Campaign,
): Promise<void> {
  const list = await contacts.holdList(tx, accountId, listId)
  if (list === null || list.isEmptied) throw campaignsError('campaigns.list_gone')
}

/** The check sheet as it would be at that instant: whoever moves the campaign approves it. */
export async function makeMovedSheet(
  deps: CampaignsDeps,
  caller: Caller,
  { id, wish }: { id: CampaignId; wish: MoveWish },
): Promise<CheckSheet> {
  const { accountId, language } = caller
  demandAhead(deps, wish)
  const found = await deps.database.inAccount(accountId, async (tx) => {
    const it = demandStep(await findCampaign(tx, deps.vault, accountId, id), 'move')
    await demandList(deps, tx, it)
    return it
  })
  const campaign = movedTo(found, wish)
  const sheet = await judgeSheet(deps, campaign, { at: deps.clock.now(), language })
  await deps.database.inAccount(accountId, async (tx) => {
    // Changed or begun while the list was judged: this sheet is of what the campaign was.
    const now = await lockCampaign(tx, deps.vault, accountId, id)
    if (now === null || !mayStep('move', now.state)) return
    if (hashOfSheet(movedTo(now, wish), sheet) !== sheet.hash) return
    await keepNextSheet(tx, deps.vault, { accountId, id }, sheet)
  })
  return sheet
}

/**
 * One transaction: what was accepted for the old instant goes, the sheet for the new one is
 * approved, and the list is accepted anew. Where anything of it leaves at this very moment, nothing
 * of all that happens.
 */
export async function moveCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  { id, move }: { id: CampaignId; move: MoveRequest },
): Promise<void> {
  const { accountId } = caller
  demandAhead(deps, move)
  await deps.database.inAccount(accountId, async (tx) => {
    const key = { accountId, id }
    const campaign = demandStep(await lockCampaign(tx, deps.vault, accountId, id), 'move')
    await demandList(deps, tx, campaign)
    const sheet = await demandSheet(deps, tx, campaign, move)
    const by = userOf(caller)
    const anotherAbove = await readAnotherAbove(tx, accountId)
    const joined = await demandListAsRead(deps, tx, { ...campaign, sheet })
    demandAnother(campaign, { by, receive: sheet.receive + joined, anotherAbove })
    const moved = movedTo(campaign, move)
    const messages = await takeBackAll(deps, tx, campaign)
    await setDeparture(tx, key, moved)
    await keepSheet(tx, deps.vault, key, sheet)
    await approve(tx, accountId, { id, hash: sheet.hash, by, at: deps.clock.now() })
    if (campaign.state !== 'approved') await letGo(deps, tx, caller, moved)
    await deps.record(tx, caller, {
      action: 'campaigns.move',
      details: {
        campaign: id,
        from: campaign.sendAt === null ? 'none' : new Date(campaign.sendAt).toISOString(),
        to: new Date(moved.sendAt).toISOString(),
        messages,
      },
    })
  })
}

/** The sheet that was made for exactly this instant, and read by whoever approves it now. */
async function demandSheet(
  deps: CampaignsDeps,
  tx: Tx,
  campaign: Campaign,
  move: MoveRequest,
): Promise<CheckSheet> {
  const { accountId, id } = campaign
  const next = await readNextSheet(tx, deps.vault, { accountId, id })
  const sheet = demandFit({ ...campaign, sheet: next, sheetHash: next?.hash ?? null }, move.hash)
  if (hashOfSheet(movedTo(campaign, move), sheet) !== move.hash) {
    throw campaignsError('campaigns.sheet_changed')
  }
  if (deps.clock.now() - Date.parse(sheet.madeAt) > sheetMinutesMax * 60_000) {
    throw campaignsError('campaigns.moved_sheet_old', { minutes: sheetMinutesMax })
  }
  return sheet
}

async function takeBackAll(
  deps: CampaignsDeps,
  tx: Tx,
  { accountId, id, state }: Campaign,
): Promise<number> {
  if (state === 'approved') return 0
  const messages = await deps.messages.takeBack(tx, accountId, id)
  if (messages === null) throw campaignsError('campaigns.has_begun')
  return messages
}

/** What was approved is approved no more: its author changes it, and it is approved again. */
export async function takeBackCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const campaign = demandStep(await lockCampaign(tx, deps.vault, accountId, id), 'take_back')
    await demandList(deps, tx, campaign)
    const messages = await takeBackAll(deps, tx, campaign)
    await backToDraft(tx, { accountId, id })
    await deps.record(tx, caller, {
      action: 'campaigns.take_back',
      details: { campaign: id, messages },
    })
  })
}
