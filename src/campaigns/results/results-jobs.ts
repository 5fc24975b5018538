// Background work of results: the messages of a large campaign are counted while nobody waits.
import type { JobHandlers } from '../../jobs/index.ts'
import { assert, type CampaignId } from '../../kernel/index.ts'
import { countJob, type ResultsDeps } from './results-deps.ts'

export function resultsJobs(deps: ResultsDeps): JobHandlers {
  return {
    [countJob]: async ({ accountId, input }) => {
      assert(accountId !== null, 'a campaign belongs to an account')
      await deps.figures.count(accountId, String(input['campaignId']) as CampaignId)
    },
  }
}
