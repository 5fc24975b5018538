// The HTTP of results; thin.
import { defineDownload, defineRoute, type Route } from '../../http/index.ts'
import type { CampaignId } from '../../kernel/index.ts'
import { campaignsApi } from '../contract-api.ts'
import type { ResultsDeps } from './results-deps.ts'
import { resultsFile } from './results-file.ts'
import { viewResults } from './view-results.ts'

const notFound = 'campaigns.campaign_not_found'

export function resultsRoutes(deps: ResultsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['GET /v1/campaigns/{id}/results'],
      needs: 'campaigns.read',
      summary: 'Read what became of a campaign, beside one’s own last ones',
      description:
        'Counts by state and reason are those of the messages as they stand. What is counted ' +
        'over time, by route and country says when it was counted.',
      errors: [notFound],
      handle: (caller, { params }) => viewResults(deps, caller, params.id as CampaignId),
    }),
    defineDownload({
      ...campaignsApi['GET /v1/campaigns/{id}/results/file'],
      needs: 'messages.read',
      summary: 'Download the messages of a campaign as CSV or XLSX, numbers masked',
      description: 'A CSV file holds 1,000,000 messages, an XLSX file 20,000.',
      mediaType: 'text/csv',
      errors: [notFound, 'campaigns.too_many_rows', 'campaigns.details_deleted'],
      handle: (caller, { params, query }) =>
        resultsFile(deps, caller, {
          id: params.id as CampaignId,
          format: query.format,
          state: query.state ?? null,
        }),
    }),
  ]
}
