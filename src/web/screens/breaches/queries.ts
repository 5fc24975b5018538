// What the screens of breaches ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'

export const breachesKey = ['breaches']

export function useBreach(id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...breachesKey, id, language],
    queryFn: () => call('GET /v1/breaches/{id}', { params: { id } }),
  })
}

export function useOwnBreaches() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['account-breaches', language],
    queryFn: () => call('GET /v1/account-breaches'),
  })
}

export function useRecordBreach() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /v1/breaches'>) => call('POST /v1/breaches', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: breachesKey }),
  })
}

/** Whatever is done to a breach, its page and the list are read anew. */
function useAct<Asked, Told>(act: (asked: Asked) => Promise<Told>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: breachesKey }),
  })
}

export const useChangeBreach = (id: string) =>
  useAct((body: BodyOf<'PUT /v1/breaches/{id}'>) =>
    call('PUT /v1/breaches/{id}', { params: { id }, body }),
  )
export const useMeasure = (id: string) =>
  useAct((_: undefined) => call('POST /v1/breaches/{id}/measure', { params: { id } }))
export const useTellAccounts = (id: string) =>
  useAct((_: undefined) => call('POST /v1/breaches/{id}/notices', { params: { id } }))
export const useIssueLetter = (id: string) =>
  useAct((body: BodyOf<'POST /v1/breaches/{id}/letters'>) =>
    call('POST /v1/breaches/{id}/letters', { params: { id }, body }),
  )
export const useStep = (id: string) =>
  useAct((body: BodyOf<'POST /v1/breaches/{id}/steps'>) =>
    call('POST /v1/breaches/{id}/steps', { params: { id }, body }),
  )
