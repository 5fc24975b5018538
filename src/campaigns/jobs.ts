// Background work of campaigns: accepting a list, holding, letting go and cancelling what waits.

import type { Job, JobHandler, JobHandlers } from '../jobs/index.ts'
import type { AccountId, CampaignId, MessageId } from '../kernel/index.ts'
import { AppError, assert } from '../kernel/index.ts'
import { acceptCampaign, cancelRest } from './accept-campaign.ts'
import type { CampaignsDeps } from './deps.ts'
import { holdRest, type Left, type Part, releaseRest } from './hold-rest.ts'
import { acceptJob, cancelJob, holdJob, releaseJob } from './run-campaign.ts'
import { keepFailure, readLaunches } from './store.ts'
import { tellStopped } from './told/tell-users.ts'

function idsOf(job: Job) {
  const { accountId, input } = job
  assert(accountId !== null, 'a campaign belongs to an account')
  return { accountId, campaignId: String(input['campaignId']) as CampaignId }
}

/** Then whatever waits in the queue has its turn: another campaign, a form, a person's answer. */
const turnMs = 10_000

/**
 * What ends because its turn does goes behind what waits; what ends because the program does is
 * asked for again, for whoever starts next.
 */
const inBatches =
  (
    deps: CampaignsDeps,
    act: (accountId: AccountId, campaignId: CampaignId, part: Required<Part>) => Promise<Left>,
  ): JobHandler =>
  async (job) => {
    const { accountId, campaignId } = idsOf(job)
    const after = typeof job.input['after'] === 'string' ? (job.input['after'] as MessageId) : null
    const endsAt = deps.timers.monotonicMs() + turnMs
    const isEnding = () => job.isStopping() || deps.timers.monotonicMs() >= endsAt
    const left = await act(accountId, campaignId, { isEnding, after })
    if (left === 'nothing') return
    const input = left.after === null ? { campaignId } : { campaignId, after: left.after }
    const again = { name: job.name, key: campaignId, accountId, input }
    await deps.database.inAccount(accountId, (tx) => deps.jobs.enqueue(tx, again))
  }

/** Of work that finds by itself where it was. */
const leftOf = (isThrough: boolean): Left => (isThrough ? 'nothing' : { after: null })

export function campaignsJobs(deps: CampaignsDeps): JobHandlers {
  return {
    [acceptJob]: inBatches(deps, async (accountId, campaignId, { isEnding }) => {
      const launch = await deps.database.inAccount(accountId, (tx) =>
        readLaunches(tx, accountId, campaignId),
      )
      try {
        return leftOf(await acceptCampaign(deps, accountId, campaignId, isEnding))
      } catch (error) {
        // What cannot be mended by waiting is told on the screen instead of tried for a day.
        if (!(error instanceof AppError) || error.kind === 'unavailable') throw error
        await deps.database.inAccount(accountId, async (tx) => {
          const stopped = { id: campaignId, launch, code: error.code }
          const failed = await keepFailure(tx, accountId, stopped)
          if (failed === null) return
          const at = deps.clock.now()
          await tellStopped(tx, accountId, { ...failed, why: 'failed', at })
        })
        return 'nothing'
      }
    }),
    [cancelJob]: inBatches(deps, async (accountId, campaignId, { isEnding }) =>
      leftOf(await cancelRest(deps, accountId, campaignId, isEnding)),
    ),
    [holdJob]: inBatches(deps, (...of) => holdRest(deps, ...of)),
    [releaseJob]: inBatches(deps, (...of) => releaseRest(deps, ...of)),
  }
}
