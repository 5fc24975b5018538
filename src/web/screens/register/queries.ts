// What the screens of the register and of the public notices ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'

const registerKey = ['register']
const noticeKey = ['public-notice']
const operatorKey = ['operator']

/** Whose notice: the account's, or that of the installation. */
export type Whose = 'account' | 'installation'

export function useRegister() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...registerKey, 'read', language],
    queryFn: () => call('GET /v1/register'),
  })
}

export function useDeclare() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (bodies: readonly BodyOf<'PUT /v1/register/declarations'>[]) => {
      for (const body of bodies) await call('PUT /v1/register/declarations', { body })
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: registerKey })
      await queries.invalidateQueries({ queryKey: noticeKey })
    },
  })
}

export function useNotice(whose: Whose) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...noticeKey, whose, 'read', language],
    queryFn: () =>
      whose === 'account' ? call('GET /v1/public-notice') : call('GET /v1/operator/public-notice'),
  })
}

export function useNoticeVersion(whose: Whose, version: number) {
  const { language } = useLanguage()
  const params = { version: String(version) }
  return useQuery({
    queryKey: [...noticeKey, whose, 'version', version, language],
    queryFn: () =>
      whose === 'account'
        ? call('GET /v1/public-notice/versions/{version}', { params })
        : call('GET /v1/operator/public-notice/versions/{version}', { params }),
  })
}

export const versionsKey = (whose: Whose) => [...noticeKey, whose, 'versions']
export const historyKey = [...registerKey, 'history']

export function useOperator() {
  return useQuery({ queryKey: operatorKey, queryFn: () => call('GET /v1/operator') })
}

export function useDeclareOperator() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'PUT /v1/operator'>) => call('PUT /v1/operator', { body }),
    onSuccess: async (operator) => {
      queries.setQueryData(operatorKey, operator)
      await queries.invalidateQueries({ queryKey: noticeKey })
      await queries.invalidateQueries({ queryKey: registerKey })
    },
  })
}

export function useProcessorRegister() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...registerKey, 'processor', language],
    queryFn: () => call('GET /v1/operator/register'),
  })
}
