// A campaign as the API shows it: its content, its counts, its end.
import type { z } from 'zod'
import { actorNames } from '../accounts/index.ts'
import {
  type AccountId,
  type Caller,
  type CampaignId,
  type Instant,
  isoTimeOrNull,
  type Language,
  type UserId,
} from '../kernel/index.ts'
import { refusals } from '../sending/contract.ts'
import type { CampaignCounters, Refusal } from '../sending/index.ts'
import { sentence } from '../words/index.ts'
import { type ApprovalRequest, latestRequests } from './approvals/approval-store.ts'
import { askedView, usersOfRequest } from './approvals/approval-view.ts'
import { type Campaign, mayStep, restoredFailure } from './campaign.ts'
import type { CampaignCounts, CampaignState, campaignView, ProgressEvent } from './contract.ts'
import type { CampaignsDeps } from './deps.ts'
import { campaignsError } from './errors.ts'
import { nextOf } from './next-step.ts'
import { statusesOf } from './sheet-sums.ts'
import { findCampaign, listCampaigns, listUpcoming, lockCampaign, moveState } from './store.ts'
import { tellEnded } from './told/tell-users.ts'

type View = z.input<typeof campaignView>

export function countsOf(counters: CampaignCounters): CampaignCounts {
  const { finals } = counters
  return {
    accepted: counters.accepted,
    waiting: counters.waiting,
    submitting: counters.submitting,
    submitted: counters.submitted,
    maybeSent: counters.maybeSent,
    delivered: finals.delivered,
    undelivered: finals.undelivered,
    expired: finals.expired,
    rejected: finals.rejected,
    refused: finals.refused,
    cancelled: finals.cancelled,
    unconfirmed: finals.unconfirmed,
  }
}

/** People who came to the list after the sheet was made are prepared, too. */
function preparingOf({ state, isAccepted, sheet }: Campaign, { accepted }: CampaignCounters) {
  const isUnderWay = state === 'accepting' || (state === 'paused' && !isAccepted)
  return isUnderWay ? { people: accepted, of: Math.max(accepted, sheet?.people ?? 0) } : null
}

/** As far as counters tell; whoever moves it asks every place. What was put back, nobody knows. */
function hasBegun(
  { failure }: Campaign,
  { submitting, submitted, maybeSent, finals }: CampaignCounters,
) {
  const { delivered, undelivered, rejected, unconfirmed } = finals
  const left = delivered + undelivered + rejected + unconfirmed
  return failure === restoredFailure || submitting + submitted + maybeSent + left > 0
}

/** What is shown beside the campaign itself. */
type Beside = {
  counters: CampaignCounters
  names: ReadonlyMap<string, string>
  asked: ApprovalRequest | null
  language: Language
}

async function viewOf(
  deps: CampaignsDeps,
  campaign: Campaign,
  { counters, names, asked, language }: Beside,
): Promise<View> {
  const nameOf = (userId: UserId | null) => (userId === null ? null : (names.get(userId) ?? null))
  const say = (code: string) =>
    sentence(language, code) ?? sentence(language, `sending.${code}`) ?? code
  const leftOut = refusals.flatMap((refusal: Refusal) => {
    const people = counters.leftOut.get(refusal)
    return people === undefined ? [] : [{ refusal, sentence: say(refusal), people }]
  })
  const receive = counters.accepted - leftOut.reduce((sum, { people }) => sum + people, 0)
  return {
    id: campaign.id,
    number: campaign.number,
    name: campaign.name,
    state: campaign.state,
    listId: campaign.listId,
    class: campaign.class,
    basis: campaign.basis,
    purpose: campaign.purpose,
    controllerId: campaign.controllerId,
    sender: campaign.sender,
    text: campaign.text,
    sendAt: isoTimeOrNull(campaign.sendAt),
    sendAtLocal: campaign.sendAtLocal,
    usefulUntil: isoTimeOrNull(campaign.usefulUntil),
    ifUnsure: campaign.ifUnsure,
    perHour: campaign.perHour,
    overrideReason: campaign.overrideReason,
    template: campaign.template,
    recurringId: campaign.recurringId,
    createdAt: new Date(campaign.createdAt).toISOString(),
    preparedBy: nameOf(campaign.preparedBy),
    approvedAt: isoTimeOrNull(campaign.approvedAt),
    approvedBy: nameOf(campaign.approvedBy),
    approvedHash: campaign.approvedHash,
    approvalAsked: asked === null ? null : askedView(asked, names),
    startedAt: isoTimeOrNull(campaign.startedAt),
    endedAt: isoTimeOrNull(campaign.endedAt),
    counts: countsOf(counters),
    preparing: preparingOf(campaign, counters),
    leftOut,
    statuses: campaign.class === 'marketing' ? statusesOf({ receive, leftOut, gone: 0 }) : [],
    failure:
      campaign.failure === null
        ? null
        : { code: campaign.failure, sentence: say(campaign.failure) },
    mayMove: mayStep('move', campaign.state) && !hasBegun(campaign, counters),
    next: await nextOf(deps, { campaign, asked }, counters, language),
  }
}

const nothingYet = (counters: CampaignCounters) =>
  counters.waiting + counters.submitting + counters.submitted + counters.maybeSent

/**
 * Done when all is accepted and each message has its final state. Seen and kept at a reading, of
 * which the watch is one.
 */
export async function settleEnd(
  deps: CampaignsDeps,
  campaign: Campaign,
  counters: CampaignCounters,
): Promise<Campaign> {
  if (campaign.state !== 'running' || nothingYet(counters) > 0) return campaign
  const { accountId, id } = campaign
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const now = await lockCampaign(tx, deps.vault, accountId, id)
    if (now === null || now.state !== 'running') return now ?? campaign
    await moveState(tx, accountId, { id, to: 'done', at })
    await tellEnded(tx, accountId, { id, name: now.name, delivered: counters.finals.delivered, at })
    return { ...now, state: 'done', endedAt: at }
  })
}

/** Who wrote, asked and approved, by their ids; and the last request for approval of each. */
async function peopleOf(
  { database, vault }: CampaignsDeps,
  accountId: AccountId,
  campaigns: readonly Campaign[],
) {
  return database.inAccount(accountId, async (tx) => {
    const asked = await latestRequests(
      tx,
      vault,
      accountId,
      campaigns.map(({ id }) => id),
    )
    const ids = [
      ...campaigns.flatMap(({ preparedBy, approvedBy }) => [preparedBy, approvedBy]),
      ...[...asked.values()].flatMap(usersOfRequest),
    ]
    const users = [...new Set(ids.filter((id) => id !== null))]
    return { asked, names: await actorNames(vault, tx, accountId, { users, tokens: [] }) }
  })
}

async function countersOfOne(deps: CampaignsDeps, accountId: AccountId, id: CampaignId) {
  const all = await deps.messages.counters(accountId, [id])
  const counters = all.get(id)
  if (counters === undefined) throw campaignsError('campaigns.campaign_not_found')
  return counters
}

export async function viewCampaign(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
): Promise<View> {
  const { accountId } = caller
  const found = await deps.database.inAccount(accountId, (tx) =>
    findCampaign(tx, deps.vault, accountId, id),
  )
  if (found === null) throw campaignsError('campaigns.campaign_not_found')
  const counters = await countersOfOne(deps, accountId, id)
  const campaign = await settleEnd(deps, found, counters)
  const { names, asked } = await peopleOf(deps, accountId, [campaign])
  const beside = { counters, names, asked: asked.get(id) ?? null, language: caller.language }
  return viewOf(deps, campaign, beside)
}

export async function viewCampaigns(
  deps: CampaignsDeps,
  caller: Caller,
  page: { state: CampaignState | null; before: number | null; limit: number },
): Promise<{ items: View[]; last: number | null }> {
  const { accountId } = caller
  const found = await deps.database.inAccount(accountId, (tx) =>
    listCampaigns(tx, deps.vault, accountId, { ...page, limit: page.limit + 1 }),
  )
  const shown = found.slice(0, page.limit)
  const ids = shown.map((campaign) => campaign.id)
  const counters = await deps.messages.counters(accountId, ids)
  const { names, asked: requests } = await peopleOf(deps, accountId, shown)
  const items: View[] = []
  for (const campaign of shown) {
    const own = counters.get(campaign.id)
    if (own === undefined) continue
    const settled = await settleEnd(deps, campaign, own)
    const asked = requests.get(campaign.id) ?? null
    const { language } = caller
    items.push(await viewOf(deps, settled, { counters: own, names, asked, language }))
  }
  return { items, last: found.length > page.limit ? (shown.at(-1)?.number ?? null) : null }
}

/** More than a screen shows; who plans further ahead sees the rest as these leave. */
const upcomingMax = 100

/** What leaves at an instant that is still ahead, the next first. */
export async function viewUpcoming(deps: CampaignsDeps, caller: Caller): Promise<View[]> {
  const { accountId, language } = caller
  const page = { after: deps.clock.now(), limit: upcomingMax }
  const found = await deps.database.inAccount(accountId, (tx) =>
    listUpcoming(tx, deps.vault, accountId, page),
  )
  const { names, asked: requests } = await peopleOf(deps, accountId, found)
  const ids = found.map((campaign) => campaign.id)
  const counters = await deps.messages.counters(accountId, ids)
  const items: View[] = []
  for (const campaign of found) {
    const own = counters.get(campaign.id)
    if (own !== undefined) {
      const asked = requests.get(campaign.id) ?? null
      items.push(await viewOf(deps, campaign, { counters: own, names, asked, language }))
    }
  }
  return items
}

const left = (counts: CampaignCounts) => counts.accepted - counts.waiting - counts.submitting
const resting = new Set(['draft', 'approved', 'cancelled', 'done'])

/** One event a second while the campaign moves, one when it rests; then the stream ends. */
export async function* progressOf(
  deps: CampaignsDeps,
  caller: Caller,
  id: CampaignId,
  gone: AbortSignal,
): AsyncIterable<ProgressEvent> {
  let before: { counts: CampaignCounts; at: Instant } | null = null
  while (!gone.aborted) {
    const view = await viewCampaign(deps, caller, id)
    const at = deps.clock.now()
    const seconds = before === null ? 1 : Math.max(0.001, (at - before.at) / 1_000)
    const moved = before === null ? 0 : left(view.counts) - left(before.counts)
    const perSecond = Math.round(Math.max(0, moved) / seconds)
    yield { state: view.state, counts: view.counts, perSecond, at: new Date(at).toISOString() }
    if (resting.has(view.state)) return
    before = { counts: view.counts, at }
    await deps.timers.sleep(1_000)
  }
}
