// What the screen of one contact asks of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AuthorisationRequestBody,
  ContactConsents,
  DocumentRecorded,
  LegalBasisRequestBody,
  PolicyView,
  WordingView,
} from '../../../consent/contract.ts'
import type { ContactView } from '../../../contacts/contract.ts'
import { ask, fetchFile, get, post } from '../../data/client.ts'

export const useContact = (id: string) =>
  useQuery({
    queryKey: ['contact', id],
    queryFn: async () => ({
      contact: await get<ContactView>(`/v1/contacts/${id}`),
      consents: await get<ContactConsents>(`/v1/consents?contactId=${id}`),
    }),
  })

export const useListsOf = (id: string) =>
  useQuery({
    queryKey: ['contact', id, 'lists'],
    queryFn: () => get<{ items: { id: string; name: string }[] }>(`/v1/contacts/${id}/lists`),
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

const publishedForSms = async () =>
  (await get<{ items: WordingView[] }>('/v1/wordings')).items.filter(
    ({ state, channels }) => state === 'published' && channels.includes('sms'),
  )

export const useSmsWordings = () =>
  useQuery({ queryKey: ['wordings', 'sms'], queryFn: publishedForSms })

/** Those that are switched on, with the words by which a refusal may have been offered. */
export const useOtherLegalBases = () =>
  useQuery({
    queryKey: ['policy', 'legalBases'],
    queryFn: async () => ({
      legalBases: (await get<PolicyView>('/v1/consent-policy')).legalBases,
      wordings: await publishedForSms(),
    }),
  })

type Recorded = { validUntil: string }

export function useRecordOtherLegalBasis(contactId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Omit<LegalBasisRequestBody, 'contactId'>) =>
      post<Recorded>('/v1/consents/legal-bases', { ...body, contactId }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contact', contactId] }),
  })
}

export function useParentMoves(contactId: string) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['contact', contactId] })
  const record = useMutation({
    mutationFn: (body: Omit<AuthorisationRequestBody, 'contactId'>) =>
      post<Recorded>('/v1/consents/authorisations', { ...body, contactId }),
    onSettled,
  })
  const withdraw = useMutation({
    mutationFn: (about: { controllerId: string; purpose: string }) =>
      post('/v1/consents/authorisations/withdraw', { ...about, contactId }),
    onSettled,
  })
  return { record, withdraw }
}
