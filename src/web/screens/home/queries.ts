// What the first page asks of the API.
import { useQuery } from '@tanstack/react-query'
import type { CheckpointView, ComparisonView, ExpiringView } from '../../../consent/contract.ts'
import type { AuditEntryView } from '../../../contacts/contract.ts'
import type { SupplierView } from '../../../governance/contract.ts'
import type { QuarantineView } from '../../../intake/contract.ts'
import type {
  DeparturesView,
  FiguresView,
  FirstStepsView,
  ReachableView,
} from '../../../overview/contract.ts'
import type { RequestView } from '../../../preferences/contract.ts'
import { get } from '../../data/client.ts'

type Items<T> = { items: T[] }

/** While somebody looks at the page its figures go on. */
const livesMs = 15_000

export const useFigures = () =>
  useQuery({
    queryKey: ['overview', 'figures'],
    queryFn: () => get<FiguresView>('/v1/overview/figures'),
    refetchInterval: livesMs,
  })

export const useReachable = () =>
  useQuery({
    queryKey: ['overview', 'reachable'],
    queryFn: () => get<ReachableView>('/v1/overview/reachable'),
    refetchInterval: 60_000,
  })

export const useDepartures = () =>
  useQuery({
    queryKey: ['overview', 'departures'],
    queryFn: () => get<DeparturesView>('/v1/overview/departures'),
    refetchInterval: livesMs,
  })

export const useFirstSteps = () =>
  useQuery({
    queryKey: ['overview', 'first-steps'],
    queryFn: () => get<FirstStepsView>('/v1/overview/first-steps'),
  })

export const useUnproven = (enabled: boolean) =>
  useQuery({
    queryKey: ['overview', 'unproven'],
    queryFn: () => get<QuarantineView>('/v1/quarantine'),
    enabled,
  })

export const useExpiring = (enabled: boolean) =>
  useQuery({
    queryKey: ['overview', 'expiring'],
    queryFn: () => get<ExpiringView>('/v1/consents/expiring?days=60'),
    enabled,
  })

export const useOpenRequests = () =>
  useQuery({
    queryKey: ['overview', 'requests'],
    queryFn: () => get<Items<RequestView>>('/v1/person-requests?open=true&limit=100'),
  })

export const useLedger = () =>
  useQuery({
    queryKey: ['overview', 'ledger'],
    queryFn: async () => ({
      checkpoint: await get<CheckpointView>('/v1/ledger/checkpoint'),
      comparison: await get<ComparisonView>('/v1/ledger/comparison'),
    }),
  })

const looks = ['contacts.revealed', 'sending.message_revealed', 'sending.reply_revealed']
export const looksMax = 200

/** Newest first, of each kind as many as a page holds. */
export const useLooks = () =>
  useQuery({
    queryKey: ['overview', 'looks'],
    queryFn: async () => {
      const pages = await Promise.all(
        looks.map((action) =>
          get<Items<AuditEntryView>>(`/v1/audit?action=${action}&limit=${looksMax}`),
        ),
      )
      return pages.map(({ items }) => items)
    },
  })

export const useSuppliers = () =>
  useQuery({
    queryKey: ['overview', 'suppliers'],
    queryFn: () => get<Items<SupplierView>>('/v1/suppliers'),
  })
