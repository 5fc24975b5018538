// API calls of acting for a person; nothing is kept once the screen is left.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DeskAct } from '../../../preferences/contract.ts'
import { call, download } from '../../data/client.ts'
import { keepFile } from '../../data/keep-file.ts'

export const useOpenDesk = (contactId: string) =>
  useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/contacts/{id}/desk', { params: { id: contactId }, body: { reason } }),
    gcTime: 0,
  })

export type Done = 'withdrawn' | 'objected' | 'access' | 'erasure' | 'rectification'

export function useActAtDesk(contactId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: DeskAct) =>
      call('POST /v1/contacts/{id}/desk/acts', { params: { id: contactId }, body: act }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['contact', contactId] })
      void queries.invalidateQueries({ queryKey: ['contacts'] })
      void queries.invalidateQueries({ queryKey: ['person-requests'] })
    },
  })
}

export const useSenders = () =>
  useQuery({ queryKey: ['senders'], queryFn: () => call('GET /v1/senders') })

export const useSendLink = (contactId: string) =>
  useMutation({
    mutationFn: (sendFrom: string) =>
      call('POST /v1/person-links', { body: { contactId, sendFrom } }),
  })

/** The file goes to the reader's own disk, and nothing of it stays here. */
export const useTakeCopy = (contactId: string) =>
  useMutation({
    mutationFn: async (body: { reason: string; language: 'fr' | 'en' }) => {
      keepFile(
        await download('POST /v1/contacts/{id}/desk/copy', {
          params: { id: contactId },
          body,
        }),
      )
    },
    gcTime: 0,
  })
