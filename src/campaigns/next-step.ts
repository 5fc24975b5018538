// What happens next to a campaign, or who has to do what: told with its instant where there is one.
import type { z } from 'zod'
import { type Caller, type Instant, isoTimeOrNull, type RouteId } from '../kernel/index.ts'
import { type CampaignCounters, type OutgoingRoute, windowOf } from '../sending/index.ts'
import { sentence } from '../words/index.ts'
import type { ApprovalRequest } from './approvals/approval-store.ts'
import type { Campaign } from './campaign.ts'
import type { CampaignNext, campaignView } from './contract.ts'
import type { CampaignsDeps } from './deps.ts'
import { waitsForOf } from './picked/waiting-day-store.ts'

type Next = z.input<typeof campaignView>['next']
/** `why`: the code of a sentence. */
type Told = {
  what: CampaignNext
  at: Instant | null
  allAt?: Instant | null
  zone: string | null
  why?: string
}
type Counted = Pick<CampaignCounters, 'waiting' | 'submitting'>

export async function nextOf(
  deps: CampaignsDeps,
  { campaign, asked }: { campaign: Campaign; asked: Pick<ApprovalRequest, 'outcome'> | null },
  counted: Counted,
  language: Caller['language'],
): Promise<Next> {
  const { what, at, allAt, zone, why } =
    (await waitsForWay(deps, campaign)) ??
    (campaign.state === 'draft' ? only(ofDraft(asked)) : await told(deps, campaign, counted))
  const code = `campaigns.next.${what}`
  const because = why === undefined ? '' : (sentence(language, why) ?? '')
  const words = sentence(language, code, { at: isoTimeOrNull(at) ?? '', why: because }) ?? what
  return {
    ...{ what, at: isoTimeOrNull(at), allAt: isoTimeOrNull(allAt === undefined ? at : allAt) },
    ...{ zone, sentence: words },
  }
}

function ofDraft(asked: Pick<ApprovalRequest, 'outcome'> | null): CampaignNext {
  if (asked === null) return 'to_approve'
  if (asked.outcome === null) return 'waits_for_approval'
  return asked.outcome === 'returned' ? 'returned' : 'to_approve'
}

/** The draft of a day of a recurring send, which goes on by itself. */
async function waitsForWay(
  { database }: Pick<CampaignsDeps, 'database'>,
  campaign: Campaign,
): Promise<Told | null> {
  const isDraft = campaign.state === 'draft' || campaign.state === 'approved'
  if (campaign.recurringId === null || !isDraft) return null
  const code = await database.inAccount(campaign.accountId, (tx) => waitsForOf(tx, campaign))
  if (code === null) return null
  return { ...only('waits_for_way'), why: code.includes('.') ? code : `sending.${code}` }
}

const only = (what: CampaignNext): Told => ({ what, at: null, zone: null })

async function told(deps: CampaignsDeps, campaign: Campaign, counted: Counted): Promise<Told> {
  switch (campaign.state) {
    case 'approved':
      return only('to_launch')
    case 'paused':
      if (await isPastResuming(deps, campaign)) return only('cannot_resume')
      return only(campaign.failure === null ? 'paused' : 'stopped')
    case 'cancelled':
    case 'done':
      return only('nothing')
    default:
      return moving(deps, campaign, counted)
  }
}

/** As resuming it refuses: more messages beside those that were deleted would be in no figure. */
const isPastResuming = async (
  { messages }: Pick<CampaignsDeps, 'messages'>,
  { accountId, id, isAccepted }: Campaign,
): Promise<boolean> => !isAccepted && (await messages.deletedAt(accountId, id)) !== null

async function moving(deps: CampaignsDeps, campaign: Campaign, counted: Counted): Promise<Told> {
  const now = deps.clock.now()
  const { sendAt } = campaign
  if (sendAt !== null && sendAt > now) return { what: 'waits_for_instant', at: sendAt, zone: null }
  if (counted.waiting === 0 && campaign.isAccepted) {
    return only(counted.submitting > 0 ? 'leaving' : 'receipts_come')
  }
  const opens = counted.submitting > 0 ? null : await opensNext(deps, campaign, now)
  // Before all are accepted nobody knows who can still leave before that.
  if (opens !== null && !campaign.isAccepted) return only('preparing')
  if (opens !== null) return { what: 'waits_for_hours', ...opens }
  const onRoute = await waitsForRoute(deps, campaign, now)
  if (onRoute !== null) return onRoute
  const isUnknown = counted.submitting === 0 && (await waitsForObjections(deps, campaign, now))
  return only(isUnknown ? 'waits_for_objections' : 'leaving')
}

/** Nothing of it is due, and some of it waits until somebody can say who has objected. */
async function waitsForObjections(
  { messages, routes }: Pick<CampaignsDeps, 'messages' | 'routes'>,
  { id: campaignId, accountId, class: messageClass, isAccepted }: Campaign,
  at: Instant,
): Promise<boolean> {
  if (!isAccepted || !(await messages.isSomeUnknown(accountId, campaignId))) return false
  const routeIds = routes.all(at).map(({ id }) => id)
  const due = { campaignId, class: messageClass ?? 'marketing', routeIds, at }
  return !(await messages.isSomeDue(accountId, due))
}

/** All that is due waits on closed routes; null where something can leave. */
async function waitsForRoute(
  deps: CampaignsDeps,
  { id: campaignId, accountId, class: messageClass }: Campaign,
  at: Instant,
): Promise<Told | null> {
  const routes = deps.routes.all(at)
  const isDue = (of: readonly OutgoingRoute[]) =>
    deps.messages.isSomeDue(accountId, {
      ...{ campaignId, class: messageClass ?? 'marketing', at },
      routeIds: of.map(({ id }) => id),
    })
  const closed = routes.filter(({ isOpen }) => !isOpen)
  if (closed.length === 0 || !(await isDue(closed))) return null
  if (await isDue(routes.filter(({ isOpen }) => isOpen))) return null
  for (const route of closed) {
    const { closedWhy } = route
    if (closedWhy === null || !(await isDue([route]))) continue
    return { ...only('waits_for_route'), why: closedWhy }
  }
  return null
}

/** Null while something is due: the hours of one of the places that the sheet tells are open. */
async function opensNext(
  deps: CampaignsDeps,
  { id: campaignId, accountId, class: messageClass, sender, sheet }: Campaign,
  now: Instant,
): Promise<Opening | null> {
  if (messageClass !== 'marketing' || sheet === null) return null
  return deps.database.inAccount(accountId, async (tx) => {
    const aheadMs = await deps.routes.hoursAheadMs(tx, accountId)
    const closed: Closed[] = []
    const routeIds = new Set<RouteId>()
    for (const { territory, zone } of sheet.hours) {
      const wish = { country: territory, class: messageClass, sender, at: now }
      const route = await deps.routes.choose(tx, accountId, wish)
      const windowAt = (at: Instant) =>
        windowOf({ territory, postcodeArea: null }, route, at + aheadMs)
      const { opensAt } = windowAt(now)
      if (opensAt !== null) closed.push({ zone, opensAt: opensAt - aheadMs, windowAt })
      else if (route !== null) routeIds.add(route.id)
    }
    if (routeIds.size === 0) return openingOf(closed)
    // The hours are open somewhere: whoever lives there may have been written to already.
    const of = { campaignId, class: messageClass, routeIds: [...routeIds], at: now }
    return (await deps.messages.isSomeDue(accountId, of)) ? null : openingOf(closed)
  })
}

/** `allAt`: when all places that are closed now are open together; null where that never is. */
type Opening = { at: Instant; allAt: Instant | null; zone: string }
type Closed = { zone: string; opensAt: Instant; windowAt(at: Instant): { opensAt: Instant | null } }

function openingOf(closed: readonly Closed[]): Opening | null {
  const inOrder = [...closed].sort((a, b) => a.opensAt - b.opensAt)
  const [first] = inOrder
  if (first === undefined) return null
  const all = inOrder.find(({ opensAt }) =>
    closed.every(({ windowAt }) => windowAt(opensAt).opensAt === null),
  )
  return { at: first.opensAt, allAt: all?.opensAt ?? null, zone: first.zone }
}
