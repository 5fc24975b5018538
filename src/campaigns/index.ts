// The door of campaigns: many messages as one decision.
export { campaignsDataMap } from './data-map.ts'
export type { CampaignsDeps } from './deps.ts'
export { campaignsError, campaignsErrorKinds, campaignsErrors } from './errors.ts'
export { campaignsJobs } from './jobs.ts'
export { campaignsRoutes } from './routes.ts'
export { stopRestored } from './stop-restored.ts'
export { countCampaignsOf } from './store.ts'
