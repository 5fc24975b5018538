// What the campaign screens ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { PriceLine } from '../../../billing/contract.ts'
import type {
  BillView,
  CampaignView,
  CheckSheet,
  TemplateView,
} from '../../../campaigns/contract.ts'
import type { ListView } from '../../../contacts/contract.ts'
import type { RouteView, SenderView } from '../../../routing/contract.ts'
import { ApiProblem, get, post } from '../../data/client.ts'
import type { Written } from './draft.ts'

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

export const usePrices = () =>
  useQuery({ queryKey: ['prices'], queryFn: () => get<{ items: PriceLine[] }>('/v1/prices') })

export const useTemplates = () =>
  useQuery({
    queryKey: ['templates', 'offered'],
    queryFn: () => get<Items<TemplateView>>('/v1/templates?limit=200'),
  })

export const useTemplate = (id: string | null) =>
  useQuery({
    queryKey: ['templates', id],
    queryFn: () => get<TemplateView>(`/v1/templates/${id}`),
    enabled: id !== null,
  })

const isAway = (error: unknown) => error instanceof ApiProblem && error.status === 503

/** The exact figure: asked again while the list is being judged; null: too little is written. */
export function useBill(written: Written | null) {
  const isAnew = useRef(false)
  const bill = useQuery({
    queryKey: ['campaign-bill', written],
    queryFn: () => {
      const again = isAnew.current
      isAnew.current = false
      return post<BillView>('/v1/campaign-bill', { ...written, again })
    },
    enabled: written !== null,
    refetchInterval: ({ state: { data, error } }) =>
      data?.state === 'counting' ? 300 : isAway(error) ? 2_000 : false,
    staleTime: 60_000,
    gcTime: 0,
  })
  const again = () => {
    isAnew.current = true
    void bill.refetch()
  }
  return { bill, again }
}

/** One step of a campaign's life: approve, launch, pause, resume, cancel. */
export function useCampaignStep(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: { verb: string; body?: unknown }) =>
      post<CampaignView>(`/v1/campaigns/${id}/${step.verb}`, step.body),
    onSuccess: (view) => queries.setQueryData(['campaigns', id], view),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['campaigns'], exact: true })
      void queries.invalidateQueries({ queryKey: ['campaigns', 'listed'] })
    },
  })
}
