// What the campaign screens ask of the API.
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CampaignView } from '../../../campaigns/contract.ts'
import { ApiProblem, call } from '../../data/client.ts'
import { looksOn } from '../../data/looks-on.ts'
import type { Written } from './draft.ts'

export const useCampaigns = () =>
  useQuery({
    queryKey: ['campaigns'],
    queryFn: () => call('GET /v1/campaigns'),
    refetchInterval: 5_000,
  })

const moving = new Set(['accepting', 'running'])
/** More than these leave for minutes, and their bar hardly moves in a second. */
const largeFrom = 10_000

/** How often a campaign's page looks again: nobody waits for a large one second by second. */
export function lookEveryMs(campaign: CampaignView | undefined): number {
  if (campaign === undefined || !moving.has(campaign.state)) return 5_000
  const { counts, preparing } = campaign
  return Math.max(counts.accepted, preparing?.of ?? 0) > largeFrom ? 2_500 : 1_000
}

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id],
    queryFn: (look) => call('GET /v1/campaigns/{id}', { params: { id }, looksOn: looksOn(look) }),
    refetchInterval: ({ state }) => lookEveryMs(state.data),
  })

export const useCheckSheet = (id: string) =>
  useQuery({
    queryKey: ['campaigns', id, 'check-sheet'],
    queryFn: () => call('GET /v1/campaigns/{id}/check-sheet', { params: { id } }),
    // The sheet is what is approved: it changes only when somebody asks for a new one.
    staleTime: Number.POSITIVE_INFINITY,
  })

/** By which texts are counted: the mention that a route adds, and how it cuts. */
export const useRoutes = () =>
  useQuery({ queryKey: ['routes'], queryFn: () => call('GET /v1/routes') })

export const useSenders = () =>
  useQuery({
    queryKey: ['senders'],
    queryFn: () => call('GET /v1/senders'),
  })

export const usePrices = () =>
  useQuery({ queryKey: ['prices'], queryFn: () => call('GET /v1/prices') })

export const useTemplates = () =>
  useQuery({
    queryKey: ['templates', 'offered'],
    queryFn: () => call('GET /v1/templates', { query: { limit: 200 } }),
  })

export const useTemplate = (id: string | null) =>
  useQuery({
    queryKey: ['templates', id],
    queryFn: id === null ? skipToken : () => call('GET /v1/templates/{id}', { params: { id } }),
  })

const isAway = (error: unknown) => error instanceof ApiProblem && error.status === 503

/** The exact figure: asked again while the list is being judged; null: too little is written. */
export function useBill(written: Written | null) {
  const isAnew = useRef(false)
  const bill = useQuery({
    queryKey: ['campaign-bill', written],
    queryFn:
      written === null
        ? skipToken
        : () => {
            const again = isAnew.current
            isAnew.current = false
            return call('POST /v1/campaign-bill', { body: { ...written, again } })
          },
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

/** One step of a campaign's life; who approves names the check sheet that was read. */
export type CampaignStep =
  | { verb: 'approve'; hash: string; launch: boolean }
  | { verb: 'ask'; hash: string; note: string | null }
  | { verb: 'return'; remark: string }
  | { verb: 'move'; sendAt: string; sendAtLocal: boolean; hash: string }
  /** Of a draft. */
  | { verb: 'date'; sendAt: string; sendAtLocal: boolean }
  | { verb: 'launch' | 'pause' | 'resume' | 'cancel' | 'take-back' }

export function useCampaignStep(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: CampaignStep) => takeStep(id, step),
    onSuccess: (view) => queries.setQueryData(['campaigns', id], view),
    onSettled: (_view, _error, { verb }) => {
      // The sheet that was read was of another instant, or of what is a draft again.
      if (verb === 'move' || verb === 'date' || verb === 'take-back') {
        void queries.invalidateQueries({ queryKey: ['campaigns', id, 'check-sheet'] })
      }
      void queries.invalidateQueries({ queryKey: ['campaigns'], exact: true })
      void queries.invalidateQueries({ queryKey: ['campaigns', 'listed'] })
      void queries.invalidateQueries({ queryKey: approvalsKey })
      // Whatever counts or lists what leaves: a row of before the step would look like the present.
      for (const queryKey of [['waiting'], ['calendar'], ['overview'], ['messages']]) {
        void queries.invalidateQueries({ queryKey })
      }
    },
  })
}

export const approvalsKey = ['campaign-approvals']

function takeStep(id: string, step: CampaignStep) {
  const params = { id }
  switch (step.verb) {
    case 'approve': {
      const { hash, launch } = step
      return call('POST /v1/campaigns/{id}/approve', { params, body: { hash, launch } })
    }
    case 'ask': {
      const { hash, note } = step
      return call('POST /v1/campaigns/{id}/ask-approval', { params, body: { hash, note } })
    }
    case 'return': {
      const { remark } = step
      return call('POST /v1/campaigns/{id}/return', { params, body: { remark } })
    }
    case 'move': {
      const { sendAt, sendAtLocal, hash } = step
      return call('POST /v1/campaigns/{id}/move', { params, body: { sendAt, sendAtLocal, hash } })
    }
    case 'date': {
      const { sendAt, sendAtLocal } = step
      return call('PATCH /v1/campaigns/{id}', { params, body: { sendAt, sendAtLocal } })
    }
    default:
      return call(`POST /v1/campaigns/{id}/${step.verb}`, { params })
  }
}
