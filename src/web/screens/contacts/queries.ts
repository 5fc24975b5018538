// What the screen of one contact asks of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AuthorisationRequestBody,
  LegalBasisRequestBody,
  WordingView,
} from '../../../consent/contract.ts'
import { call, download } from '../../data/client.ts'
import { keepFile } from '../../data/keep-file.ts'
import { dayStart } from '../../data/zone-fields.ts'

export const useContact = (id: string) =>
  useQuery({
    queryKey: ['contact', id],
    queryFn: async () => ({
      contact: await call('GET /v1/contacts/{id}', { params: { id } }),
      consents: await call('GET /v1/consents', { query: { contactId: id } }),
    }),
  })

export const useListsOf = (id: string) =>
  useQuery({
    queryKey: ['contact', id, 'lists'],
    queryFn: () => call('GET /v1/contacts/{id}/lists', { params: { id } }),
  })

/** Those that a person can have read or heard without a screen. */
export const useSpokenOrPrinted = () =>
  useQuery({
    queryKey: ['wordings', 'spoken-or-printed'],
    queryFn: async () =>
      (await call('GET /v1/wordings')).items.filter(
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
      const fields = {
        contactId,
        wordingId: wording.id,
        controllerId: wording.controllerId,
        channels: channels.join(','),
        purpose: wording.purposes[0] ?? '',
        // A date on a paper has no hour: its first instant, by the clock of the account.
        givenAt: dayStart(givenOn),
        source,
      }
      return call('POST /v1/consents/documents', { fields, file })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['contact', contactId] }),
  })
}

/** The browser keeps the file where its user says: nothing foreign is drawn inside these pages. */
export const useOpenDocument = (id: string) =>
  useMutation({
    mutationFn: async (reason: string) => {
      keepFile(
        await download('POST /v1/consents/documents/{id}/open', {
          params: { id },
          body: { reason },
        }),
      )
    },
  })

const publishedForSms = async () =>
  (await call('GET /v1/wordings')).items.filter(
    ({ state, channels }) => state === 'published' && channels.includes('sms'),
  )

export const useSmsWordings = () =>
  useQuery({ queryKey: ['wordings', 'sms'], queryFn: publishedForSms })

/** Those that are switched on, with the words by which a refusal may have been offered. */
export const useOtherLegalBases = () =>
  useQuery({
    queryKey: ['policy', 'legalBases'],
    queryFn: async () => ({
      legalBases: (await call('GET /v1/consent-policy')).legalBases,
      wordings: await publishedForSms(),
    }),
  })

export function useRecordOtherLegalBasis(contactId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Omit<LegalBasisRequestBody, 'contactId'>) =>
      call('POST /v1/consents/legal-bases', { body: { ...body, contactId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contact', contactId] }),
  })
}

export function useParentMoves(contactId: string) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['contact', contactId] })
  const record = useMutation({
    mutationFn: (body: Omit<AuthorisationRequestBody, 'contactId'>) =>
      call('POST /v1/consents/authorisations', { body: { ...body, contactId } }),
    onSettled,
  })
  const withdraw = useMutation({
    mutationFn: (about: { controllerId: string; purpose: string }) =>
      call('POST /v1/consents/authorisations/withdraw', { body: { ...about, contactId } }),
    onSettled,
  })
  return { record, withdraw }
}
