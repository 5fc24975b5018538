// What the results of campaigns need beside what campaigns need.
import type { CampaignFigures } from '../../sending/index.ts'
import type { CampaignsDeps } from '../deps.ts'

export type ResultsDeps = CampaignsDeps & { figures: CampaignFigures }

/** Counts the messages of one large campaign. */
export const countJob = 'campaigns.count_results'
