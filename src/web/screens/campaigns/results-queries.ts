// What the results of a campaign ask of the API.
import { useMutation, useQuery } from '@tanstack/react-query'
import type { CampaignResults, ResultFileFormat } from '../../../campaigns/contract-api.ts'
import { call, download } from '../../data/client.ts'
import { keepFile } from '../../data/keep-file.ts'
import { looksOn } from '../../data/looks-on.ts'

const moves = ({ counts, breakdown }: CampaignResults) =>
  counts.waiting + counts.submitting + counts.submitted + counts.maybeSent > 0 ||
  breakdown?.isCurrent !== true

/** Asked again while something is under way or being counted. */
export const useResults = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id, 'results'],
    queryFn: (look) =>
      call('GET /v1/campaigns/{id}/results', { params: { id }, looksOn: looksOn(look) }),
    refetchInterval: ({ state }) =>
      state.data === undefined || moves(state.data) ? 3_000 : 30_000,
  })

/** The browser keeps the file under the name that the server gave it. */
export const useResultFile = (id: string) =>
  useMutation({
    mutationFn: async (format: ResultFileFormat | 'pdf') => {
      if (format === 'pdf') {
        keepFile(await download('GET /v1/campaigns/{id}/results/pdf', { params: { id } }))
        return
      }
      keepFile(
        await download('GET /v1/campaigns/{id}/results/file', {
          params: { id },
          query: { format },
        }),
      )
    },
  })
