// What the campaign screens ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export const useCampaigns = () =>
  useQuery({
    queryKey: ['campaigns'],
    queryFn: () => call('GET /v1/campaigns'),
    refetchInterval: 5_000,
  })

const moving = new Set(['accepting', 'running'])

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id],
    queryFn: () => call('GET /v1/campaigns/{id}', { params: { id } }),
    refetchInterval: (query) => (moving.has(query.state.data?.state ?? '') ? 1_000 : 5_000),
  })

export const useCheckSheet = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id, 'check-sheet'],
    queryFn: () => call('GET /v1/campaigns/{id}/check-sheet', { params: { id } }),
    // The sheet is what is approved: it changes only when somebody asks for a new one.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useLists = () =>
  useQuery({ queryKey: ['lists'], queryFn: () => call('GET /v1/lists', { query: { limit: 200 } }) })

/** By which texts are counted: the mention that a route adds, and how it cuts. */
export const useRoutes = () =>
  useQuery({ queryKey: ['routes'], queryFn: () => call('GET /v1/routes') })

export const useSenders = () =>
  useQuery({
    queryKey: ['senders'],
    queryFn: () => call('GET /v1/senders'),
  })

/** One step of a campaign's life; who approves names the check sheet that was read. */
export type CampaignStep =
  | { verb: 'approve'; hash: string }
  | { verb: 'launch' | 'pause' | 'resume' | 'cancel' }

export function useCampaignStep(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: CampaignStep) =>
      step.verb === 'approve'
        ? call('POST /v1/campaigns/{id}/approve', { params: { id }, body: { hash: step.hash } })
        : call(`POST /v1/campaigns/{id}/${step.verb}`, { params: { id } }),
    onSuccess: (view) => queries.setQueryData(['campaigns', id], view),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns'], exact: true }),
  })
}
