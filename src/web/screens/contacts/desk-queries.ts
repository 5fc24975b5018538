// API calls of acting for a person; nothing is kept once the screen is left.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DeskAct, DeskView } from '../../../preferences/contract.ts'
import type { SenderView } from '../../../routing/contract.ts'
import { get, post } from '../../data/client.ts'

export const useOpenDesk = (contactId: string) =>
  useMutation({
    mutationFn: (reason: string) => post<DeskView>(`/v1/contacts/${contactId}/desk`, { reason }),
    gcTime: 0,
  })

export type Done = 'withdrawn' | 'objected' | 'access' | 'erasure' | 'rectification'

export function useActAtDesk(contactId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: DeskAct) => post<{ done: Done }>(`/v1/contacts/${contactId}/desk/acts`, act),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['contact', contactId] })
      void queries.invalidateQueries({ queryKey: ['contacts'] })
      void queries.invalidateQueries({ queryKey: ['person-requests'] })
    },
  })
}

export const useSenders = () =>
  useQuery({ queryKey: ['senders'], queryFn: () => get<{ items: SenderView[] }>('/v1/senders') })

export const useSendLink = (contactId: string) =>
  useMutation({
    mutationFn: (sendFrom: string) =>
      post<{ expiresAt: string }>('/v1/person-links', { contactId, sendFrom }),
  })
