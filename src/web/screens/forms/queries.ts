// What the screens of forms, policy and requests ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  AskAgainDone,
  ExpiringView,
  HoldList,
  OtherLegalBasis,
  PolicyView,
  WordingView,
} from '../../../consent/contract.ts'
import type { ControllerView, RetentionRequest, RetentionView } from '../../../contacts/contract.ts'
import type {
  FormView,
  formRequest,
  KeywordList,
  KeywordView,
  keywordRequest,
  RequestAnswer,
  RequestView,
} from '../../../preferences/contract.ts'
import type { TextRetentionRequest, TextRetentionView } from '../../../sending/contract.ts'
import { ask, get, post } from '../../data/client.ts'

export type FormBody = z.input<typeof formRequest>

export const useForms = () =>
  useQuery({ queryKey: ['forms'], queryFn: () => get<{ items: FormView[] }>('/v1/forms') })

export const useFormChoices = () =>
  useQuery({
    queryKey: ['forms', 'choices'],
    queryFn: async () => {
      const wordings = await get<{ items: WordingView[] }>('/v1/wordings')
      const controllers = await get<{ items: ControllerView[] }>('/v1/controllers')
      return { wordings: wordings.items, controllers: controllers.items }
    },
  })

export function useCreateForm(onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: FormBody) => post<FormView>('/v1/forms', body),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['forms'] })
      onDone()
    },
  })
}

export function useMoveForm(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (to: 'open' | 'close') => post<FormView>(`/v1/forms/${id}/${to}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['forms'] }),
  })
}

export type KeywordBody = z.input<typeof keywordRequest>

export const useKeywords = () =>
  useQuery({ queryKey: ['keywords'], queryFn: () => get<KeywordList>('/v1/keywords') })

export function useKeywordMoves() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['keywords'] })
  const open = useMutation({
    mutationFn: (body: KeywordBody) => post<KeywordView>('/v1/keywords', body),
    onSettled,
  })
  const close = useMutation({
    mutationFn: (id: string) => post<KeywordView>(`/v1/keywords/${id}/close`),
    onSettled,
  })
  return { open, close }
}

export const usePolicy = () =>
  useQuery({ queryKey: ['policy'], queryFn: () => get<PolicyView>('/v1/consent-policy') })

export function useChoosePolicy() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: Pick<PolicyView, 'minimumGrade' | 'validMonths' | 'proofMonths'>) =>
      ask<PolicyView>('PUT', '/v1/consent-policy', chosen),
    onSuccess: (policy) => queries.setQueryData(['policy'], policy),
  })
}

export function useSwitchLegalBases() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { legalBases: readonly OtherLegalBasis[]; reason: string }) =>
      ask<PolicyView>('PUT', '/v1/consent-policy/legal-bases', body),
    onSuccess: (policy) => queries.setQueryData(['policy'], policy),
  })
}

export const useEnding = () =>
  useQuery({
    queryKey: ['ending'],
    queryFn: async () => ({
      items: (await get<ExpiringView>('/v1/consents/expiring?days=60')).items,
      controllers: (await get<{ items: ControllerView[] }>('/v1/controllers')).items,
    }),
  })

export function useAskAgain() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { controllerId: string; purpose: string; listName: string }) =>
      post<AskAgainDone>('/v1/consents/expiring/list', body),
    onSettled: () => queries.invalidateQueries({ queryKey: ['lists'] }),
  })
}

export const usePersonRequests = () =>
  useQuery({
    queryKey: ['person-requests'],
    queryFn: () => get<{ items: RequestView[] }>('/v1/person-requests?limit=200'),
  })

export function useAnswerRequest(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (answer: RequestAnswer) =>
      post<RequestView>(`/v1/person-requests/${id}/answer`, answer),
    onSettled: () => queries.invalidateQueries({ queryKey: ['person-requests'] }),
  })
}

export const useHolds = (isAllowed: boolean) =>
  useQuery({
    queryKey: ['proof-holds'],
    queryFn: () => get<HoldList>('/v1/proof-holds'),
    enabled: isAllowed,
  })

export function useEndHold(subjectId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => post(`/v1/proof-holds/${subjectId}/end`, { reason }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['proof-holds'] }),
  })
}

export const useRetention = () =>
  useQuery({ queryKey: ['retention'], queryFn: () => get<RetentionView>('/v1/contacts/retention') })

export function useChooseRetention() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: RetentionRequest) =>
      ask<RetentionView>('PUT', '/v1/contacts/retention', chosen),
    onSuccess: (retention) => queries.setQueryData(['retention'], retention),
  })
}

export const useTextRetention = () =>
  useQuery({
    queryKey: ['text-retention'],
    queryFn: () => get<TextRetentionView>('/v1/messages/text-retention'),
  })

export function useChooseTextRetention() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: TextRetentionRequest) =>
      ask<TextRetentionView>('PUT', '/v1/messages/text-retention', chosen),
    onSuccess: (retention) => queries.setQueryData(['text-retention'], retention),
  })
}
