// What the screens of the installation ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountView } from '../../../accounts/contract.ts'
import type { CampaignUnderWay } from '../../../campaigns/contract.ts'
import type { SupplierView } from '../../../governance/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useGrowingList } from '../../ui/growing-list.tsx'

const seconds = 1_000

type AccountWish = { name?: string; suspended?: 'true' | 'false' }

export const useAccounts = (wish: AccountWish = {}) =>
  useGrowingList(['accounts', 'list', wish], (page) =>
    call('GET /v1/accounts', { query: { ...page, ...wish } }),
  )

export const useOwner = (id: string) =>
  useQuery({
    queryKey: ['accounts', id, 'owner'],
    queryFn: () => call('GET /v1/accounts/{id}/owner', { params: { id } }),
  })

export const useInviteOwner = (id: string) =>
  useAccountChange((body: BodyOf<'POST /v1/accounts/{id}/owner'>) =>
    call('POST /v1/accounts/{id}/owner', { params: { id }, body }),
  )

export const useAccount = (id: string) =>
  useQuery({
    queryKey: ['accounts', id],
    queryFn: () => call('GET /v1/accounts/{id}', { params: { id } }),
  })

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
    mutationFn: (account: BodyOf<'POST /v1/accounts'>) =>
      call('POST /v1/accounts', { body: account }),
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['accounts'] })
      // Who opens an account belongs to it.
      queries.invalidateQueries({ queryKey: ['me'] })
    },
  })
}

export const useSuspend = (id: string) =>
  useAccountChange((reason: string) =>
    call('POST /v1/accounts/{id}/suspend', { params: { id }, body: { reason } }),
  )
export const useResume = (id: string) =>
  useAccountChange(() => call('POST /v1/accounts/{id}/resume', { params: { id } }))
export const useKindChange = (id: string) =>
  useAccountChange((kind: AccountView['kind']) =>
    call('PUT /v1/accounts/{id}/kind', { params: { id }, body: { kind } }),
  )

export const useSendersOf = (accountId: string) =>
  useQuery({
    queryKey: ['senders', 'of', accountId],
    queryFn: () => call('GET /v1/accounts/{id}/senders', { params: { id: accountId } }),
  })

export const useWaitingSenders = () =>
  useGrowingList(
    ['senders', 'waiting'],
    (page) => call('GET /v1/senders/waiting', { query: page }),
    15 * seconds,
  )

type Decided = {
  accountId: string
  id: string
} & BodyOf<'PUT /v1/accounts/{id}/senders/{senderId}/decision'>

export function useDecideSender() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ accountId, id, ...body }: Decided) =>
      call('PUT /v1/accounts/{id}/senders/{senderId}/decision', {
        params: { id: accountId, senderId: id },
        body,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['senders'] }),
  })
}

/** Of an account; null: those of the installation. */
export const usePrices = (accountId: string | null) =>
  useQuery({
    queryKey: ['prices', accountId],
    queryFn: () =>
      accountId === null
        ? call('GET /v1/default-prices')
        : call('GET /v1/accounts/{id}/prices', { params: { id: accountId } }),
  })

export function useSetPrice(accountId: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ country, microEur }: { country: string; microEur: number | null }) =>
      accountId === null
        ? call('PUT /v1/default-prices/{country}', { params: { country }, body: { microEur } })
        : call('PUT /v1/accounts/{id}/prices/{country}', {
            params: { id: accountId, country },
            body: { microEur },
          }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['prices'] }),
  })
}

const suppliersKey = ['suppliers']
export const useSuppliers = () =>
  useQuery({ queryKey: suppliersKey, queryFn: () => call('GET /v1/suppliers') })

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
    call('POST /v1/suppliers', { body: supplier }),
  )
export const useAddContract = (supplierId: string) =>
  useSupplierChange((contract: BodyOf<'POST /v1/suppliers/{id}/contracts'>) =>
    call('POST /v1/suppliers/{id}/contracts', { params: { id: supplierId }, body: contract }),
  )
export const useEndContract = (supplierId: string) =>
  useSupplierChange((contractId: string) =>
    call('POST /v1/suppliers/{id}/contracts/{contractId}/end', {
      params: { id: supplierId, contractId },
    }),
  )

export const useRoutes = () =>
  useQuery({
    queryKey: ['routes'],
    queryFn: () => call('GET /v1/routes'),
    refetchInterval: 5 * seconds,
  })

type NewRoute = BodyOf<'POST /v1/routes'>
type RouteChange = BodyOf<'PATCH /v1/routes/{id}'>

export function useSaveRoute() {
  const queries = useQueryClient()
  return useMutation({
    /** `id` null: a new one. */
    mutationFn: (asked: { id: null; route: NewRoute } | { id: string; route: RouteChange }) =>
      asked.id === null
        ? call('POST /v1/routes', { body: asked.route })
        : call('PATCH /v1/routes/{id}', { params: { id: asked.id }, body: asked.route }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['routes'] }),
  })
}

export const useTestRoute = (id: string) =>
  useMutation({
    mutationFn: (test: { to: string; sender: string }) =>
      call('POST /v1/routes/{id}/test', { params: { id }, body: test }),
  })

export const useCampaignsUnderWay = () =>
  useGrowingList(
    ['campaigns', 'under-way'],
    (page) => call('GET /v1/campaigns/under-way', { query: page }),
    15 * seconds,
  )

export function usePauseCampaign({ id, account }: CampaignUnderWay) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/accounts/{id}/campaigns/{campaignId}/pause', {
        params: { id: account.id, campaignId: id },
        body: { reason },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns', 'under-way'] }),
  })
}

export const useQueues = () =>
  useQuery({
    queryKey: ['queues'],
    queryFn: () => call('GET /v1/queues'),
    refetchInterval: 5 * seconds,
  })
