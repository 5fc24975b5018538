// The HTTP of results; thin.
import {
  cursorPart,
  defineCursor,
  defineDownload,
  defineRoute,
  type Route,
} from '../../http/index.ts'
import { type CampaignId, isoTimeOrNull } from '../../kernel/index.ts'
import { pdfMediaType } from '../../paper/index.ts'
import { withCampaignNames } from '../../sending/index.ts'
import { campaignsApi } from '../contract-api.ts'
import { namesOfCampaigns } from '../search-store.ts'
import { periodMessages, periodReplies } from './list-counted.ts'
import { periodFile } from './period-file.ts'
import { periodPdf } from './period-paper.ts'
import type { ResultsDeps } from './results-deps.ts'
import { resultsFile } from './results-file.ts'
import { resultsPdf } from './results-paper.ts'
import { viewPeriod } from './view-period.ts'
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
      isSameForAll: true,
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
    defineDownload({
      ...campaignsApi['GET /v1/campaigns/{id}/results/pdf'],
      needs: 'campaigns.read',
      summary: 'Download the results of a campaign as a PDF, in the language of whoever asks',
      description: 'Counts and reasons, and no person. The file is tagged: it can be read aloud.',
      mediaType: pdfMediaType,
      errors: [notFound],
      handle: (caller, { params }) => resultsPdf(deps, caller, params.id as CampaignId),
    }),
    defineRoute({
      ...campaignsApi['GET /v1/campaign-results'],
      needs: 'campaigns.read',
      summary: 'Read the results of a period: by list or segment, by operator, by campaign',
      description:
        'Of the campaigns that were launched in it, 300 at most. What is told by operator is ' +
        'counted in the background: `uncounted` tells how many campaigns wait for it.',
      handle: (caller, { query }) => viewPeriod(deps, caller, query),
    }),
    defineDownload({
      ...campaignsApi['GET /v1/campaign-results/file'],
      needs: 'campaigns.read',
      summary: 'Download the results of a period as CSV or XLSX',
      mediaType: 'text/csv',
      handle: (caller, { query }) => periodFile(deps, caller, query),
    }),
    ...countedRoutes(deps),
    defineDownload({
      ...campaignsApi['GET /v1/campaign-results/pdf'],
      needs: 'campaigns.read',
      summary: 'Download the results of a period as a PDF, in the language of whoever asks',
      description: 'The same tables as on the screen. The file is tagged: it can be read aloud.',
      mediaType: pdfMediaType,
      handle: (caller, { query }) => periodPdf(deps, caller, query),
    }),
  ]
}

const messageCursor = defineCursor('period-messages', { id: cursorPart.uuid() })
const replyCursor = defineCursor('period-replies', { id: cursorPart.uuid() })

/** What the figures of a period count, one by one. */
function countedRoutes(deps: ResultsDeps): Route[] {
  return [
    defineRoute({
      ...campaignsApi['GET /v1/campaign-results/messages'],
      needs: 'messages.read',
      summary: 'List the messages that the results of a period count, numbers masked',
      description: 'Of the same campaigns as the results, the newest message first.',
      handle: async (caller, { query }) => {
        const before = messageCursor.read(query.cursor)?.id ?? null
        const page = await periodMessages(deps, caller, { ...query, before })
        const { last, lookedBackTo } = page
        const naming = { ...deps, campaignNames: namesOfCampaigns }
        const items = await withCampaignNames(naming, caller, page.items)
        const nextCursor = last === null ? null : messageCursor.write({ id: last })
        return { items, nextCursor, lookedBackTo: isoTimeOrNull(lookedBackTo) }
      },
    }),
    defineRoute({
      ...campaignsApi['GET /v1/campaign-results/replies'],
      needs: 'messages.read',
      summary: 'List the replies that the results of a period count, numbers masked',
      description: 'With `show` the people who said STOP, each once a campaign.',
      handle: async (caller, { query }) => {
        const before = replyCursor.read(query.cursor)?.id ?? null
        const { items, last } = await periodReplies(deps, caller, { ...query, before })
        return { items, nextCursor: last === null ? null : replyCursor.write({ id: last }) }
      },
    }),
  ]
}
