// Background work of campaigns: accepting a list, holding, letting go and cancelling what waits.

import type { Job, JobHandlers } from '../jobs/index.ts'
import type { CampaignId } from '../kernel/index.ts'
import { AppError, assert } from '../kernel/index.ts'
import { acceptCampaign, cancelRest } from './accept-campaign.ts'
import type { CampaignsDeps } from './deps.ts'
import { holdRest, releaseRest } from './hold-rest.ts'
import { acceptJob, cancelJob, holdJob, releaseJob } from './run-campaign.ts'
import { keepFailure } from './store.ts'
import { tellStopped } from './told/tell-users.ts'

function idsOf(job: Job) {
  const { accountId, input } = job
  assert(accountId !== null, 'a campaign belongs to an account')
  return { accountId, campaignId: String(input['campaignId']) as CampaignId }
}

export function campaignsJobs(deps: CampaignsDeps): JobHandlers {
  return {
    [acceptJob]: async (job) => {
      const { accountId, campaignId } = idsOf(job)
      try {
        await acceptCampaign(deps, accountId, campaignId)
      } catch (error) {
        // What cannot be mended by waiting is told on the screen instead of tried for a day.
        if (!(error instanceof AppError) || error.kind === 'unavailable') throw error
        await deps.database.inAccount(accountId, async (tx) => {
          const failed = await keepFailure(tx, accountId, { id: campaignId, code: error.code })
          if (failed === null) return
          const at = deps.clock.now()
          await tellStopped(tx, accountId, { ...failed, why: 'failed', at })
        })
      }
    },
    [cancelJob]: (job) => {
      const { accountId, campaignId } = idsOf(job)
      return cancelRest(deps, accountId, campaignId)
    },
    [holdJob]: (job) => {
      const { accountId, campaignId } = idsOf(job)
      return holdRest(deps, accountId, campaignId)
    },
    [releaseJob]: (job) => {
      const { accountId, campaignId } = idsOf(job)
      return releaseRest(deps, accountId, campaignId)
    },
  }
}
