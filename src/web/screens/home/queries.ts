// What the first page asks of the API.
import { useQuery } from '@tanstack/react-query'
import { call } from '../../data/client.ts'
import { boundsOf } from '../../data/days.ts'
import { localOf } from '../../data/zone-fields.ts'

/** While somebody looks at the page its figures go on. */
const livesMs = 15_000

export const useFigures = () =>
  useQuery({
    queryKey: ['overview', 'figures'],
    queryFn: () => call('GET /v1/overview/figures'),
    refetchInterval: livesMs,
  })

export const useReachable = () =>
  useQuery({
    queryKey: ['overview', 'reachable'],
    queryFn: () => call('GET /v1/overview/reachable'),
    refetchInterval: 60_000,
  })

export const useDepartures = () =>
  useQuery({
    queryKey: ['overview', 'departures'],
    queryFn: () => call('GET /v1/overview/departures'),
    refetchInterval: livesMs,
  })

export const useFirstSteps = () =>
  useQuery({
    queryKey: ['overview', 'first-steps'],
    queryFn: () => call('GET /v1/overview/first-steps'),
  })

export const useUnproven = (enabled: boolean) =>
  useQuery({
    queryKey: ['overview', 'unproven'],
    queryFn: () => call('GET /v1/quarantine'),
    enabled,
  })

export const useExpiring = (enabled: boolean) =>
  useQuery({
    queryKey: ['overview', 'expiring'],
    queryFn: () => call('GET /v1/consents/expiring', { query: { days: 60 } }),
    enabled,
  })

export const useLedger = () =>
  useQuery({
    queryKey: ['overview', 'ledger'],
    queryFn: async () => ({
      checkpoint: await call('GET /v1/ledger/checkpoint'),
      comparison: await call('GET /v1/ledger/comparison'),
    }),
  })

export const looksMax = 200
const looksMs = 30 * 86_400_000

/** As the journal tells them from this day on, as many as a page holds. */
export const useLooks = () =>
  useQuery({
    queryKey: ['overview', 'looks'],
    queryFn: async () => {
      const since = localOf(new Date(Date.now() - looksMs).toISOString()).slice(0, 10)
      const { from } = boundsOf({ from: since, until: null })
      const query = { kind: 'looks', from, limit: looksMax } as const
      const { items } = await call('GET /v1/audit', { query })
      return { since, looks: items.length }
    },
  })

export const useApprovals = (enabled: boolean) =>
  useQuery({
    queryKey: ['campaign-approvals'],
    queryFn: () => call('GET /v1/campaign-approvals'),
    refetchInterval: livesMs,
    enabled,
  })

export const useRecurringWaiting = (enabled: boolean) =>
  useQuery({
    queryKey: ['recurring-sends', 'waiting'],
    queryFn: () => call('GET /v1/recurring-waiting'),
    refetchInterval: livesMs,
    enabled,
  })

export const useSuppliers = () =>
  useQuery({
    queryKey: ['overview', 'suppliers'],
    queryFn: () => call('GET /v1/suppliers'),
  })

export const useQueues = () =>
  useQuery({
    queryKey: ['overview', 'queues'],
    queryFn: () => call('GET /v1/queues'),
    refetchInterval: livesMs,
  })
