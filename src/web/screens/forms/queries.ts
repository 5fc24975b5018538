// What the screens of forms, policy and requests ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { OtherLegalBasis, PolicyView } from '../../../consent/contract.ts'
import type { formRequest, keywordRequest } from '../../../preferences/contract.ts'
import { call } from '../../data/client.ts'

export type FormBody = z.input<typeof formRequest>

export const useForms = () =>
  useQuery({ queryKey: ['forms'], queryFn: () => call('GET /v1/forms') })

export const useFormChoices = () =>
  useQuery({
    queryKey: ['forms', 'choices'],
    queryFn: async () => {
      const wordings = await call('GET /v1/wordings')
      const controllers = await call('GET /v1/controllers')
      return { wordings: wordings.items, controllers: controllers.items }
    },
  })

export function useCreateForm(onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: FormBody) => call('POST /v1/forms', { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['forms'] })
      onDone()
    },
  })
}

export function useMoveForm(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (to: 'open' | 'close') => call(`POST /v1/forms/{id}/${to}`, { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['forms'] }),
  })
}

export type KeywordBody = z.input<typeof keywordRequest>

export const useKeywords = () =>
  useQuery({ queryKey: ['keywords'], queryFn: () => call('GET /v1/keywords') })

export function useKeywordMoves() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['keywords'] })
  const open = useMutation({
    mutationFn: (body: KeywordBody) => call('POST /v1/keywords', { body }),
    onSettled,
  })
  const close = useMutation({
    mutationFn: (id: string) => call('POST /v1/keywords/{id}/close', { params: { id } }),
    onSettled,
  })
  return { open, close }
}

export const usePolicy = () =>
  useQuery({ queryKey: ['policy'], queryFn: () => call('GET /v1/consent-policy') })

export function useChoosePolicy() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: Pick<PolicyView, 'minimumGrade' | 'validMonths' | 'proofMonths'>) =>
      call('PUT /v1/consent-policy', { body: chosen }),
    onSuccess: (policy) => queries.setQueryData(['policy'], policy),
  })
}

export function useSwitchLegalBases() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { legalBases: readonly OtherLegalBasis[]; reason: string }) =>
      call('PUT /v1/consent-policy/legal-bases', { body }),
    onSuccess: (policy) => queries.setQueryData(['policy'], policy),
  })
}

export const useEnding = () =>
  useQuery({
    queryKey: ['ending'],
    queryFn: async () => ({
      items: (await call('GET /v1/consents/expiring', { query: { days: 60 } })).items,
      controllers: (await call('GET /v1/controllers')).items,
    }),
  })

export function useAskAgain() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { controllerId: string; purpose: string; listName: string }) =>
      call('POST /v1/consents/expiring/list', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['lists'] }),
  })
}

export const useHolds = (isAllowed: boolean) =>
  useQuery({
    queryKey: ['proof-holds'],
    queryFn: () => call('GET /v1/proof-holds'),
    enabled: isAllowed,
  })

export function useEndHold(subjectId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/proof-holds/{id}/end', { params: { id: subjectId }, body: { reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['proof-holds'] }),
  })
}
