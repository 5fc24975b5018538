// Looks every few minutes at the campaigns under way: which have ended, and which do not move.
import { type Caller, type CampaignId, type Instant, isoTime } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { CampaignCounters } from '../../sending/index.ts'
import type { Campaign } from '../campaign.ts'
import type { CampaignNext } from '../contract.ts'
import type { CampaignsDeps } from '../deps.ts'
import { nextOf } from '../next-step.ts'
import { listMoving } from '../store.ts'
import { settleEnd } from '../view-campaign.ts'

const minuteMs = 60_000
/** So long without a step is not the pace of a route. */
const stuckMs = 15 * minuteMs
const hourMs = 60 * minuteMs
/** Of one account; the next look sees the others once these have ended. */
const atOnceMax = 200

type Stand = { step: string; since: Instant }

/** What it saw of each campaign stays in memory: after a restart it waits anew. */
export function campaignWatch(deps: CampaignsDeps): (caller: Caller) => Promise<void> {
  const stands = new Map<string, Map<CampaignId, Stand>>()
  return async (caller) => {
    const { accountId } = caller
    const moving = await deps.database.inAccount(accountId, (tx) =>
      listMoving(tx, deps.vault, accountId, atOnceMax),
    )
    const before = stands.get(accountId) ?? new Map<CampaignId, Stand>()
    const now = new Map<CampaignId, Stand>()
    stands.delete(accountId)
    if (moving.length === 0) return
    const ids = moving.map(({ id }) => id)
    const counters = await deps.messages.counters(accountId, ids)
    for (const campaign of moving) {
      const own = counters.get(campaign.id)
      if (own === undefined) continue
      const { state } = await settleEnd(deps, campaign, own)
      if (state === 'done') continue
      const stand = standOf(own, before.get(campaign.id), deps.clock.now())
      now.set(campaign.id, stand)
      await tellIfStuck(deps, caller, campaign, { own, stand })
    }
    stands.set(accountId, now)
  }
}

function standOf(
  { accepted, waiting, submitting }: CampaignCounters,
  before: Stand | undefined,
  at: Instant,
): Stand {
  const step = `${accepted}:${waiting}:${submitting}`
  return before?.step === step ? before : { step, since: at }
}

/** Somebody has to do something, unless it moves. */
const standsStill: ReadonlySet<CampaignNext> = new Set([
  ...(['leaving', 'waits_for_route', 'waits_for_objections'] as const),
])

/** One that waits for an instant or for its hours moves as it should. */
async function tellIfStuck(
  deps: CampaignsDeps,
  { accountId, language }: Caller,
  campaign: Campaign,
  { own, stand }: { own: CampaignCounters; stand: Stand },
): Promise<void> {
  const at = deps.clock.now()
  const { id: about, name, perHour, isAccepted } = campaign
  const patience = Math.max(stuckMs, perHour === null ? 0 : (2 * hourMs) / perHour)
  if (at - stand.since < patience || (own.waiting === 0 && isAccepted)) return
  const next = await nextOf(deps, { campaign, asked: null }, own, language)
  if (!standsStill.has(next.what)) return
  const variant = next.what === 'waits_for_objections' ? { variant: 'objections' } : {}
  const details = { name, count: Math.floor((at - stand.since) / minuteMs), ...variant }
  const step = isoTime(at).slice(0, 10)
  await deps.database.inAccount(accountId, (tx) =>
    notify(tx, accountId, { kind: 'campaign_waits', about, step, details, at }),
  )
}
