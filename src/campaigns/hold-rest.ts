// Pauses and resumes a long queue batch by batch.
import type { AccountId, CampaignId, MessageId } from '../kernel/index.ts'
import type { GoOn } from '../sending/index.ts'
import type { Tx } from '../storage/index.ts'
import type { CampaignState } from './contract.ts'
import type { CampaignsDeps } from './deps.ts'
import { lockCampaign } from './store.ts'

const restMs = 20
const againMs = 500

/** Goes on as long as the campaign is paused or called off. */
export async function holdRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<void> {
  await allOf(deps, { accountId, campaignId, states: ['paused', 'cancelled'] }, (tx, after) =>
    deps.messages.holdSome(tx, accountId, { campaignId, at: deps.clock.now(), after }),
  )
}

/**
 * Until nothing is held. A batch steps over what another transaction has locked, such as messages
 * that are being handed to another route, and those are held still when that ends.
 */
export async function releaseRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<void> {
  const states: CampaignState[] = ['accepting', 'running']
  for (;;) {
    const goesOn = await allOf(deps, { accountId, campaignId, states }, (tx, after) =>
      deps.messages.releaseSome(tx, accountId, { campaignId, at: deps.clock.now(), after }),
    )
    if (!goesOn) return
    const isLeft = await deps.database.inAccount(accountId, (tx) =>
      deps.messages.isSomeHeld(tx, accountId, campaignId),
    )
    if (!isLeft) return
    await deps.timers.sleep(againMs)
  }
}

type While = { accountId: AccountId; campaignId: CampaignId; states: readonly CampaignState[] }

/** Each batch locks the campaign, so that no step happens in the middle of one; false: one did. */
async function allOf(
  deps: CampaignsDeps,
  { accountId, campaignId, states }: While,
  act: (tx: Tx, after: MessageId | null) => Promise<GoOn>,
): Promise<boolean> {
  let after: MessageId | null = null
  for (;;) {
    const from: MessageId | null = after
    const next: GoOn | 'stop' = await deps.database.inAccount(accountId, async (tx) => {
      const campaign = await lockCampaign(tx, deps.vault, accountId, campaignId)
      if (campaign === null || !states.includes(campaign.state)) return 'stop'
      return act(tx, from)
    })
    if (next === 'stop') return false
    if (next === null) return true
    after = next
    await deps.timers.sleep(restMs)
  }
}
