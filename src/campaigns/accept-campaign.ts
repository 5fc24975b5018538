// Turns a launched campaign's list into messages, page by page; a crash repeats nothing.
import type { AccountId, CampaignId, ContactId, Instant } from '../kernel/index.ts'
import { acceptMessages, assessPeople, Plans, type SendOrder } from '../sending/index.ts'
import { nextCases, orderOf } from './audience-cases.ts'
import type { CampaignsDeps } from './deps.ts'
import { advance, lockCampaign } from './store.ts'

/** People accepted in one transaction. */
const pagePeople = 2_000
/** Plans are asked afresh this often: routes close, prices change. */
const plansAgeMsMax = 5_000

type Running = { order: SendOrder; sandbox: boolean; plans: Plans; since: Instant }

/** Goes on until the list is through, or somebody pauses or cancels. */
export async function acceptCampaign(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<void> {
  let running: Running | null = null
  for (;;) {
    const at = deps.clock.now()
    const goesOn: Running | null = await deps.database.inAccount(accountId, async (tx) => {
      const campaign = await lockCampaign(tx, deps.vault, accountId, campaignId)
      if (campaign === null || campaign.state !== 'accepting') return null
      if (running === null || at - running.since > plansAgeMsMax) {
        running = {
          order: await orderOf(deps, tx, campaign),
          sandbox: (await deps.accounts.facts(tx, accountId)).kind === 'sandbox',
          plans: new Plans(),
          since: at,
        }
      }
      const { order, sandbox, plans } = running
      const after: ContactId | null = campaign.acceptedThrough
      const page = { campaign, order, after, limit: pagePeople, sandbox }
      const { cases, through } = await nextCases(deps, tx, page)
      const assessed = await assessPeople(deps, tx, { cases, at, plans })
      const messages = assessed.map((one) => ({ order, assessed: one, reference: null }))
      const accepted = await acceptMessages(deps, tx, { accountId, campaignId, at, messages })
      await advance(tx, accountId, { id: campaignId, through, isAccepted: through === null })
      tx.afterCommit(() => {
        for (const routeId of accepted.routeIds) deps.wake(routeId)
      })
      return through === null ? null : running
    })
    if (goesOn === null) return
    running = goesOn
  }
}

export async function cancelRest(
  deps: CampaignsDeps,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<void> {
  for (;;) {
    const at = deps.clock.now()
    const more = await deps.database.inAccount(accountId, (tx) =>
      deps.messages.cancelSome(tx, accountId, campaignId, at),
    )
    if (!more) return
    // Between batches others have their turn; what an engine has in the hand comes to an end.
    await deps.timers.sleep(20)
  }
}
