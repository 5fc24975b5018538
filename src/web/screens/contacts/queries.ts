// What the screen of one contact asks of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ContactConsents, DocumentRecorded, WordingView } from '../../../consent/contract.ts'
import type { ContactView } from '../../../contacts/contract.ts'
import { ask, fetchFile, get } from '../../data/client.ts'

export const useContact = (id: string) =>
  useQuery({
    queryKey: ['contact', id],
    queryFn: async () => ({
      contact: await get<ContactView>(`/v1/contacts/${id}`),
      consents: await get<ContactConsents>(`/v1/consents?contactId=${id}`),
    }),
  })

/** Those that a person can have read or heard without a screen. */
export const useSpokenOrPrinted = () =>
  useQuery({
    queryKey: ['wordings', 'spoken-or-printed'],
    queryFn: async () =>
      (await get<{ items: WordingView[] }>('/v1/wordings')).items.filter(
        ({ state, medium }) =>
          state === 'published' && (medium === 'paper' || medium === 'till' || medium === 'voice'),
      ),
  })

export type PaperBody = {
  wording: WordingView
  channels: readonly string[]
  givenOn: string
  source: string
  file: File
}

export function useRecordPaper(contactId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ wording, channels, givenOn, source, file }: PaperBody) => {
      const form = new FormData()
      const fields = {
        contactId,
        wordingId: wording.id,
        controllerId: wording.controllerId,
        channels: channels.join(','),
        purpose: wording.purposes[0] ?? '',
        // A date on a paper has no hour: its first instant, where the reader is.
        givenAt: new Date(`${givenOn}T00:00:00`).toISOString(),
        source,
      }
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', file)
      return ask<DocumentRecorded>('POST', '/v1/consents/documents', form)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['contact', contactId] }),
  })
}

/** The browser keeps the file where its user says: nothing foreign is drawn inside these pages. */
export const useOpenDocument = (id: string) =>
  useMutation({
    mutationFn: async (reason: string) => {
      const { name, blob } = await fetchFile(`/v1/consents/documents/${id}/open`, { reason })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = name
      link.click()
      URL.revokeObjectURL(link.href)
    },
  })
