// What the screens of webhooks ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DeliveryState } from '../../../webhooks/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useGrowingList } from '../../ui/growing-list.tsx'

const key = ['webhooks']

/** A test, or a try, is seen as it comes. */
const lookMs = 3_000
const idleMs = 10_000

export const useWebhooks = () =>
  useQuery({ queryKey: [...key, 'list'], queryFn: () => call('GET /v1/webhooks') })

export const useWebhook = (id: string) =>
  useQuery({
    queryKey: [...key, id],
    queryFn: () => call('GET /v1/webhooks/{id}', { params: { id } }),
    // A replay that goes on is counted on, and a rest has an end.
    refetchInterval: ({ state: { data } }) => {
      if (data?.replay?.state === 'running') return lookMs
      return typeof data?.restUntil === 'string' ? idleMs : false
    },
  })

export const useDeliveries = (id: string, state: DeliveryState | null) =>
  useGrowingList(
    [...key, id, 'deliveries', state],
    (page) =>
      call('GET /v1/webhooks/{id}/deliveries', {
        params: { id },
        query: { ...page, ...(state === null ? {} : { state }) },
      }),
    // What is far down does not change by itself; where nothing waits, something new may come.
    ({ state: { data } }) => {
      const [first, ...more] = data?.pages ?? []
      const waits = first?.items.some((one) => one.state === 'waiting') ?? false
      if (more.length > 0) return false
      return waits ? lookMs : idleMs
    },
  )

/** All that is shown of webhooks is read again after an act. */
function useAct<T, A>(act: (asked: A) => Promise<T>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export const useMakeWebhook = () =>
  useAct((body: BodyOf<'POST /v1/webhooks'>) => call('POST /v1/webhooks', { body }))

export const useChangeWebhook = (id: string) =>
  useAct((body: BodyOf<'PATCH /v1/webhooks/{id}'>) =>
    call('PATCH /v1/webhooks/{id}', { params: { id }, body }),
  )

export const useRenewSecret = (id: string) =>
  useAct(() => call('POST /v1/webhooks/{id}/secret', { params: { id } }))

export const useTestWebhook = (id: string) =>
  useAct(() => call('POST /v1/webhooks/{id}/test', { params: { id } }))

export const useReplay = (id: string) =>
  useAct((body: BodyOf<'POST /v1/webhooks/{id}/replay'>) =>
    call('POST /v1/webhooks/{id}/replay', { params: { id }, body }),
  )

export const useRetry = (id: string) =>
  useAct((deliveryId: string) =>
    call('POST /v1/webhooks/{id}/deliveries/{deliveryId}/retry', { params: { id, deliveryId } }),
  )

export function useDeleteWebhook(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('DELETE /v1/webhooks/{id}', { params: { id } }),
    // Nothing of it is asked again: it is gone.
    onSuccess: () => queries.removeQueries({ queryKey: key }),
  })
}
