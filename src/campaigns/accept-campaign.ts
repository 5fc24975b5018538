// Turns a launched campaign's list into messages, page by page; a crash repeats nothing.

import type { AccountId, CampaignId, ContactId, Instant } from '../kernel/index.ts'
import {
  type Assessed,
  acceptMessages,
  assessPeople,
  Plans,
  releaseHours,
  type SendOrder,
  type Writing,
} from '../sending/index.ts'
import { type Asks, isUniqueViolation, type Tx } from '../storage/index.ts'
import { AcceptPace, type Progress } from './accept-pace.ts'
import { nextCases, orderOf } from './audience-cases.ts'
import type { Campaign } from './campaign.ts'
import type { CampaignsDeps } from './deps.ts'
import { demandMessages } from './run-campaign.ts'
import { advance, findCampaign, lockCampaign } from './store.ts'
import { tellFinished } from './told/tell-users.ts'

/** People accepted in one transaction; more would outlive the young objects of the collector. */
const pagePeople = 1_000
/** Plans are asked afresh this often: routes close, prices change. */
const plansAgeMsMax = 5_000

type Running = {
  campaign: Campaign
  order: SendOrder
  sandbox: boolean
  plans: Plans
  since: Instant
}

/** People judged and not yet written. `through` null: the list is at its end. */
type Page = {
  running: Running
  at: Instant
  after: ContactId | null
  through: ContactId | null
  /** How far the clock of a sandbox account was ahead when they were judged. */
  aheadMs: number
  assessed: readonly Assessed[]
}

/** For work in batches: whether it should end after the one that it is at. */
export type Ending = () => boolean
const neverEnding: Ending = () => false

/**
 * Goes on until the list is through, or somebody pauses or cancels; false: it was told to end
 * before. While one page is written the
 * next is read and judged: a STOP that comes in between is seen as the message leaves.
 */
export async function acceptCampaign(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
  isEnding: Ending = neverEnding,
): Promise<boolean> {
  const judge = (after: ContactId | null, running: Running | null) => {
    const page = judgePage(deps, { accountId, campaignId, after, running })
    // Its failure is told when its turn comes, or does not matter because nobody waits for it.
    page.catch(() => undefined)
    return page
  }
  const first = await deps.database.inAccount(accountId, async (tx) => {
    const campaign = await findCampaign(tx, deps.vault, accountId, campaignId)
    // Whatever kept it from its list: a server that stood still is no pause, and as long.
    const goesOn = campaign?.state === 'accepting' && campaign.acceptedThrough !== null
    if (goesOn) await demandMessages(deps, tx, campaign)
    return campaign
  })
  if (first === null) return true
  const pace = new AcceptPace(deps.timers)
  let accepted = 0
  let next = judge(first.acceptedThrough, null)
  for (;;) {
    const page = await next
    if (page === null) return true
    // Nobody is judged whom the next turn would judge again.
    const isLastOfTurn = isEnding()
    if (page.through !== null && !isLastOfTurn) next = judge(page.through, page.running)
    const written = await writePage(deps, page)
    if (written === null || page.through === null) return true
    if (page.after === null) await deps.messages.learn()
    accepted += written.accepted
    if (isLastOfTurn || isEnding()) {
      // What is being judged is not written; the database closes behind it.
      await next.catch(() => undefined)
      return false
    }
    await pace.after({ accepted, left: written.left })
  }
}

type Wanted = {
  accountId: AccountId
  campaignId: CampaignId
  after: ContactId | null
  running: Running | null
}

/** Null when the campaign does not accept any more. */
async function judgePage(deps: CampaignsDeps, wanted: Wanted): Promise<Page | null> {
  const { accountId, campaignId, after } = wanted
  const at = deps.clock.now()
  const work = async (tx: Tx): Promise<Page | null> => {
    let { running } = wanted
    if (running === null || at - running.since > plansAgeMsMax) {
      const campaign = await findCampaign(tx, deps.vault, accountId, campaignId)
      if (campaign === null || campaign.state !== 'accepting') return null
      running = {
        campaign,
        order: await orderOf(deps, tx, campaign),
        sandbox: (await deps.accounts.facts(tx, accountId)).kind === 'sandbox',
        plans: new Plans(),
        since: at,
      }
    }
    const { campaign, order, sandbox, plans } = running
    const page = { campaign, order, after, limit: pagePeople, sandbox }
    const { cases, through } = await nextCases(deps, tx, page)
    const aheadMs = await deps.routes.hoursAheadMs(tx, accountId)
    const assessed = await assessPeople(deps, tx, { cases, at, plans })
    return { running, at, after, through, aheadMs, assessed }
  }
  return deps.database.inAccount(accountId, work, { byIndex: true })
}

/** Whoever is on the list twice, or was written to by a page that was lost sight of, once. */
async function writePage(deps: CampaignsDeps, page: Page): Promise<Progress | null> {
  try {
    return await keepPage(deps, page, 'fresh')
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return keepPage(deps, page, 'careful')
  }
}

/** The page and its place in one transaction; null when somebody else has moved the campaign. */
async function keepPage(
  deps: CampaignsDeps,
  page: Page,
  writing: Writing,
): Promise<Progress | null> {
  const { at, through } = page
  const { campaign, order } = page.running
  const { accountId, id } = campaign
  const messages = page.assessed.map((assessed) => ({ order, assessed, reference: null }))
  return deps.database.inAccount(accountId, async (tx) => {
    const [now, left] = await Promise.all([
      lockCampaign(tx, deps.vault, accountId, id),
      deps.messages.left(tx, accountId, id),
    ])
    if (now === null || now.state !== 'accepting') return null
    // Moved meanwhile, it begins anew: this page was judged for another instant.
    if (now.launches !== campaign.launches || now.acceptedThrough !== page.after) return null
    const also = (to: Asks) => advance(to, accountId, { id, through, isAccepted: through === null })
    // The clock was set while they were judged: what they are held by is no hour of theirs.
    const isMoved = (await deps.routes.hoursAheadMs(tx, accountId)) !== page.aheadMs
    const input = { accountId, campaignId: id, at, messages, writing, also, isLast: !isMoved }
    const accepted = await acceptMessages(deps, tx, input)
    if (isMoved) await releaseHours(tx, accountId, at)
    tx.afterCommit(() => {
      for (const routeId of accepted.routeIds) deps.wake(routeId)
    })
    return { accepted: accepted.rows.filter(({ hold }) => hold === null).length, left }
  })
}

/** False: it was told to end before all was called off. */
export async function cancelRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
  isEnding: Ending = neverEnding,
): Promise<boolean> {
  for (;;) {
    const at = deps.clock.now()
    const more = await deps.database.inAccount(accountId, (tx) =>
      deps.messages.cancelSome(tx, accountId, campaignId, at),
    )
    if (!more) {
      await tellCancelled(deps, accountId, campaignId)
      return true
    }
    if (isEnding()) return false
    // Between batches others have their turn; what an engine has in flight comes to an end.
    await deps.timers.sleep(20)
  }
}

/** Once nothing of it can leave any more; whatever the operator has may still have its receipts. */
async function tellCancelled(deps: CampaignsDeps, accountId: AccountId, id: CampaignId) {
  const counters = await deps.messages.counters(accountId, [id])
  const delivered = counters.get(id)?.finals.delivered ?? 0
  const at = deps.clock.now()
  await deps.database.inAccount(accountId, (tx) =>
    tellFinished(tx, accountId, { id, state: 'cancelled', delivered, at }),
  )
}
