// Public interface of campaigns: many messages sent as one decision.
export { countToDecide } from './approvals/approval-store.ts'
export { approvalRoutes } from './asking/approval-routes.ts'
export { campaignsDataMap } from './data-map.ts'
export type { CampaignsDeps } from './deps.ts'
export { campaignsError, campaignsErrorKinds, campaignsErrors } from './errors.ts'
export { campaignsJobs } from './jobs.ts'
export { moderationRoutes } from './moderation/moderation-routes.ts'
export { countCampaignsOf } from './moving/list-use-store.ts'
export { movingRoutes } from './moving/moving-routes.ts'
export { recurringJobs, watchRecurring } from './recurring/recurring-jobs.ts'
export { recurringRoutes } from './recurring/recurring-routes.ts'
export { type ExportedCampaign, exportCampaigns } from './results/export-campaigns.ts'
export { resultsJobs } from './results/results-jobs.ts'
export { resultsRoutes } from './results/results-routes.ts'
export { campaignsRoutes } from './routes.ts'
export {
  type DepartingCampaign,
  findCampaignsByName,
  findSendsByName,
  hasLaunched,
  type NamedCampaign,
  namesOfCampaigns,
  nextDepartures,
} from './search-store.ts'
export { stopRestored } from './stop-restored.ts'
export { type CampaignUse, campaignUses } from './store.ts'
export { campaignsHolder } from './trials/hold-subject.ts'
export { sealTestNumbers } from './trials/test-number-keys.ts'
export { campaignWatch } from './watch/watch-campaigns.ts'
