// Pauses and resumes a long queue batch by batch.
import type { AccountId, CampaignId, MessageId } from '../kernel/index.ts'
import type { GoOn } from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Ending } from './accept-campaign.ts'
import type { CampaignState } from './contract.ts'
import type { CampaignsDeps } from './deps.ts'
import { lockCampaign } from './store.ts'

/**
 * What is left to do. Told to end, it says behind which message to go on: a queue that takes longer
 * than a turn would never come to its end from the first one.
 */
export type Left = 'nothing' | { after: MessageId | null }

const restMs = 20
const againMs = 500

/** A part of a long work; `after` null: from the first message. */
export type Part = { isEnding?: Ending; after?: MessageId | null }

/** Goes on as long as the campaign is paused or called off. */
export async function holdRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
  part: Part = {},
): Promise<Left> {
  const states: CampaignState[] = ['paused', 'cancelled']
  const end = await allOf(deps, { accountId, campaignId, states, part }, (tx, after) =>
    deps.messages.holdSome(tx, accountId, { campaignId, at: deps.clock.now(), after }),
  )
  return typeof end === 'string' ? 'nothing' : end
}

/**
 * Until nothing is held. A batch steps over what another transaction has locked, such as messages
 * that are being handed to another route, and those are held still when that ends.
 */
export async function releaseRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
  part: Part = {},
): Promise<Left> {
  const states: CampaignState[] = ['accepting', 'running']
  let from = part
  for (;;) {
    const end = await allOf(deps, { accountId, campaignId, states, part: from }, (tx, after) =>
      deps.messages.releaseSome(tx, accountId, { campaignId, at: deps.clock.now(), after }),
    )
    if (end === 'step') return 'nothing'
    if (end !== 'through') return end
    const isLeft = await deps.database.inAccount(accountId, (tx) =>
      deps.messages.isSomeHeld(tx, accountId, campaignId),
    )
    if (!isLeft) return 'nothing'
    if (part.isEnding?.() === true) return { after: null }
    from = { ...part, after: null }
    await deps.timers.sleep(againMs)
  }
}

type While = {
  accountId: AccountId
  campaignId: CampaignId
  states: readonly CampaignState[]
  part: Part
}
/** `step`: the campaign has gone on to another state. */
type End = 'through' | 'step' | Exclude<Left, 'nothing'>

/** Each batch locks the campaign, so that no step happens in the middle of one. */
async function allOf(
  deps: CampaignsDeps,
  { accountId, campaignId, states, part }: While,
  act: (tx: Tx, after: MessageId | null) => Promise<GoOn>,
): Promise<End> {
  let after: MessageId | null = part.after ?? null
  for (;;) {
    const from: MessageId | null = after
    const next: GoOn | 'stop' = await deps.database.inAccount(accountId, async (tx) => {
      const campaign = await lockCampaign(tx, deps.vault, accountId, campaignId)
      if (campaign === null || !states.includes(campaign.state)) return 'stop'
      return act(tx, from)
    })
    if (next === 'stop') return 'step'
    if (next === null) return 'through'
    after = next
    if (part.isEnding?.() === true) return { after }
    await deps.timers.sleep(restMs)
  }
}
