// What the campaign screens ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CampaignView, CheckSheet } from '../../../campaigns/contract.ts'
import type { ListView } from '../../../contacts/contract.ts'
import type { RouteView, SenderView } from '../../../routing/contract.ts'
import { get, post } from '../../data/client.ts'

type Items<T> = { items: T[]; nextCursor: string | null }

export const useCampaigns = () =>
  useQuery({
    queryKey: ['campaigns'],
    queryFn: () => get<Items<CampaignView>>('/v1/campaigns'),
    refetchInterval: 5_000,
  })

const moving = new Set(['accepting', 'running'])

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id],
    queryFn: () => get<CampaignView>(`/v1/campaigns/${id}`),
    refetchInterval: (query) => (moving.has(query.state.data?.state ?? '') ? 1_000 : 5_000),
  })

export const useCheckSheet = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id, 'check-sheet'],
    queryFn: () => get<CheckSheet>(`/v1/campaigns/${id}/check-sheet`),
    // The sheet is what is approved: it changes only when somebody asks for a new one.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useLists = () =>
  useQuery({ queryKey: ['lists'], queryFn: () => get<Items<ListView>>('/v1/lists?limit=200') })

/** By which texts are counted: the mention that a route adds, and how it cuts. */
export const useRoutes = () =>
  useQuery({ queryKey: ['routes'], queryFn: () => get<{ items: RouteView[] }>('/v1/routes') })

export const useSenders = () =>
  useQuery({
    queryKey: ['senders'],
    queryFn: () => get<{ items: SenderView[] }>('/v1/senders'),
  })

/** One step of a campaign's life: approve, launch, pause, resume, cancel. */
export function useCampaignStep(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: { verb: string; body?: unknown }) =>
      post<CampaignView>(`/v1/campaigns/${id}/${step.verb}`, step.body),
    onSuccess: (view) => queries.setQueryData(['campaigns', id], view),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns'], exact: true }),
  })
}
