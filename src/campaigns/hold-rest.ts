// Pauses and resumes a long queue batch by batch.
import type { AccountId, CampaignId, MessageId } from '../kernel/index.ts'
import type { GoOn } from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import type { Ending } from './accept-campaign.ts'
import type { CampaignState } from './contract.ts'
import type { CampaignsDeps } from './deps.ts'
import { lockCampaign } from './store.ts'

const restMs = 20
const againMs = 500

/** Goes on as long as the campaign is paused or called off; false: it was told to end before. */
export async function holdRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
  isEnding: Ending = () => false,
): Promise<boolean> {
  const states: CampaignState[] = ['paused', 'cancelled']
  const end = await allOf(deps, { accountId, campaignId, states, isEnding }, (tx, after) =>
    deps.messages.holdSome(tx, accountId, { campaignId, at: deps.clock.now(), after }),
  )
  return end !== 'told'
}

/**
 * Until nothing is held; false: it was told to end before. A batch steps over what another
 * transaction has locked, such as messages that are being handed to another route, and those are
 * held still when that ends.
 */
export async function releaseRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
  isEnding: Ending = () => false,
): Promise<boolean> {
  const states: CampaignState[] = ['accepting', 'running']
  for (;;) {
    const end = await allOf(deps, { accountId, campaignId, states, isEnding }, (tx, after) =>
      deps.messages.releaseSome(tx, accountId, { campaignId, at: deps.clock.now(), after }),
    )
    if (end !== 'through') return end !== 'told'
    const isLeft = await deps.database.inAccount(accountId, (tx) =>
      deps.messages.isSomeHeld(tx, accountId, campaignId),
    )
    if (!isLeft) return true
    if (isEnding()) return false
    await deps.timers.sleep(againMs)
  }
}

type While = {
  accountId: AccountId
  campaignId: CampaignId
  states: readonly CampaignState[]
  isEnding: Ending
}
/** `step`: the campaign has gone on to another state; `told`: it was told to end. */
type End = 'through' | 'step' | 'told'

/** Each batch locks the campaign, so that no step happens in the middle of one. */
async function allOf(
  deps: CampaignsDeps,
  { accountId, campaignId, states, isEnding }: While,
  act: (tx: Tx, after: MessageId | null) => Promise<GoOn>,
): Promise<End> {
  let after: MessageId | null = null
  for (;;) {
    const from: MessageId | null = after
    const next: GoOn | 'stop' = await deps.database.inAccount(accountId, async (tx) => {
      const campaign = await lockCampaign(tx, deps.vault, accountId, campaignId)
      if (campaign === null || !states.includes(campaign.state)) return 'stop'
      return act(tx, from)
    })
    if (next === 'stop') return 'step'
    if (next === null) return 'through'
    if (isEnding()) return 'told'
    after = next
    await deps.timers.sleep(restMs)
  }
}
