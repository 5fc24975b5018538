// What the screens of the installation ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountRequest, AccountView } from '../../../accounts/contract.ts'
import type { PriceLine } from '../../../billing/contract.ts'
import type { CampaignUnderWay } from '../../../campaigns/contract.ts'
import type { SupplierView } from '../../../governance/contract.ts'
import type {
  RouteTestView,
  RouteView,
  SenderView,
  WaitingSenderView,
} from '../../../routing/contract.ts'
import type { QueueView } from '../../../sending/contract.ts'
import { ask, get, post } from '../../data/client.ts'
import { useGrowingList } from '../../ui/growing-list.tsx'

type Items<T> = { items: T[] }
const seconds = 1_000

export const useAccounts = () => useGrowingList<AccountView>(['accounts'], '/v1/accounts')

export const useAccount = (id: string) =>
  useQuery({ queryKey: ['accounts', id], queryFn: () => get<AccountView>(`/v1/accounts/${id}`) })

/** Whatever is changed of accounts, their list and pages are read anew. */
function useAccountChange<Asked, Told>(act: (asked: Asked) => Promise<Told>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  })
}

export function useOpenAccount() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (account: AccountRequest) => post<AccountView>('/v1/accounts', account),
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['accounts'] })
      // Who opens an account belongs to it.
      queries.invalidateQueries({ queryKey: ['me'] })
    },
  })
}

export const useSuspend = (id: string) =>
  useAccountChange((reason: string) => post(`/v1/accounts/${id}/suspend`, { reason }))
export const useResume = (id: string) => useAccountChange(() => post(`/v1/accounts/${id}/resume`))
export const useKindChange = (id: string) =>
  useAccountChange((kind: AccountView['kind']) => ask('PUT', `/v1/accounts/${id}/kind`, { kind }))

export const useSendersOf = (accountId: string) =>
  useQuery({
    queryKey: ['senders', 'of', accountId],
    queryFn: () => get<Items<SenderView>>(`/v1/accounts/${accountId}/senders`),
  })

export const useWaitingSenders = () =>
  useGrowingList<WaitingSenderView>(['senders', 'waiting'], '/v1/senders/waiting', {}, 15 * seconds)

export function useDecideSender() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (sender: { accountId: string; id: string; state: 'approved' | 'refused' }) =>
      ask('PUT', `/v1/accounts/${sender.accountId}/senders/${sender.id}/decision`, {
        state: sender.state,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['senders'] }),
  })
}

/** Of an account; null: those of the installation. */
export const pricesPath = (accountId: string | null) =>
  accountId === null ? '/v1/default-prices' : `/v1/accounts/${accountId}/prices`

export const usePrices = (accountId: string | null) =>
  useQuery({
    queryKey: ['prices', accountId],
    queryFn: () => get<Items<PriceLine>>(pricesPath(accountId)),
  })

export function useSetPrice(accountId: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (price: { country: string; microEur: number | null }) =>
      ask('PUT', `${pricesPath(accountId)}/${encodeURIComponent(price.country)}`, {
        microEur: price.microEur,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['prices'] }),
  })
}

const suppliersKey = ['suppliers']
export const useSuppliers = () =>
  useQuery({ queryKey: suppliersKey, queryFn: () => get<Items<SupplierView>>('/v1/suppliers') })

/** A contract opens and closes routes, so that these are read anew too. */
function useSupplierChange<Asked>(act: (asked: Asked) => Promise<SupplierView>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      queries.invalidateQueries({ queryKey: suppliersKey })
      queries.invalidateQueries({ queryKey: ['routes'] })
    },
  })
}

export const useAddSupplier = () =>
  useSupplierChange((supplier: { name: string; country: string }) =>
    post<SupplierView>('/v1/suppliers', supplier),
  )
export const useAddContract = (supplierId: string) =>
  useSupplierChange((contract: Record<string, unknown>) =>
    post<SupplierView>(`/v1/suppliers/${supplierId}/contracts`, contract),
  )
export const useEndContract = (supplierId: string) =>
  useSupplierChange((contractId: string) =>
    post<SupplierView>(`/v1/suppliers/${supplierId}/contracts/${contractId}/end`),
  )

export const useRoutes = () =>
  useQuery({
    queryKey: ['routes'],
    queryFn: () => get<Items<RouteView>>('/v1/routes'),
    refetchInterval: 5 * seconds,
  })

export function useSaveRoute() {
  const queries = useQueryClient()
  return useMutation({
    /** `id` null: a new one. */
    mutationFn: ({ id, route }: { id: string | null; route: Record<string, unknown> }) =>
      id === null
        ? post<RouteView>('/v1/routes', route)
        : ask<RouteView>('PATCH', `/v1/routes/${id}`, route),
    onSettled: () => queries.invalidateQueries({ queryKey: ['routes'] }),
  })
}

export const useTestRoute = (id: string) =>
  useMutation({
    mutationFn: (test: { to: string; sender: string }) =>
      post<RouteTestView>(`/v1/routes/${id}/test`, test),
  })

export const useCampaignsUnderWay = () =>
  useGrowingList<CampaignUnderWay>(
    ['campaigns', 'under-way'],
    '/v1/campaigns/under-way',
    {},
    15 * seconds,
  )

export function usePauseCampaign(path: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => post(`${path}/pause`, { reason }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns', 'under-way'] }),
  })
}

export const useQueues = () =>
  useQuery({
    queryKey: ['queues'],
    queryFn: () => get<Items<QueueView>>('/v1/queues'),
    refetchInterval: 5 * seconds,
  })
