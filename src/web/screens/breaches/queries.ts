// What the screens of breaches ask of the API, of the installation's register or of the account's.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '../../data/api.ts'
import { addressOf, call } from '../../data/client.ts'
import { type Language, useLanguage } from '../../data/language.tsx'
import type { Whose } from '../../data/whose.ts'

export const breachesKey = ['breaches']

export function useBreach(id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...breachesKey, id, language],
    queryFn: () => call('GET /v1/breaches/{id}', { params: { id } }),
  })
}

export function useOwnBreach(id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...breachesKey, 'own', id, language],
    queryFn: () => call('GET /v1/account-breaches/{id}', { params: { id } }),
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

export const useRecordBreach = () =>
  useAct((body: BodyOf<'POST /v1/breaches'>) => call('POST /v1/breaches', { body }))
export const useChangeBreach = (id: string) =>
  useAct((body: BodyOf<'PUT /v1/breaches/{id}'>) =>
    call('PUT /v1/breaches/{id}', { params: { id }, body }),
  )
export const useTellAccounts = (id: string) =>
  useAct((_: undefined) => call('POST /v1/breaches/{id}/notices', { params: { id } }))

export const useRecordOwnBreach = () =>
  useAct((body: BodyOf<'POST /v1/account-breaches'>) => call('POST /v1/account-breaches', { body }))
export const useChangeOwnBreach = (id: string) =>
  useAct((body: BodyOf<'PUT /v1/account-breaches/{id}'>) =>
    call('PUT /v1/account-breaches/{id}', { params: { id }, body }),
  )
export const useJudge = (id: string) =>
  useAct((body: BodyOf<'PUT /v1/account-breaches/{id}/judgement'>) =>
    call('PUT /v1/account-breaches/{id}/judgement', { params: { id }, body }),
  )

export const useMeasure = (whose: Whose, id: string) =>
  useAct(async (_: undefined): Promise<unknown> => {
    const params = { id }
    return whose === 'account'
      ? call('POST /v1/account-breaches/{id}/measure', { params })
      : call('POST /v1/breaches/{id}/measure', { params })
  })
export const useIssueLetter = (whose: Whose, id: string) =>
  useAct(async (body: BodyOf<'POST /v1/breaches/{id}/letters'>): Promise<unknown> => {
    const asked = { params: { id }, body }
    return whose === 'account'
      ? call('POST /v1/account-breaches/{id}/letters', asked)
      : call('POST /v1/breaches/{id}/letters', asked)
  })
export const useStep = (whose: Whose, id: string) =>
  useAct(async (body: BodyOf<'POST /v1/breaches/{id}/steps'>): Promise<unknown> => {
    const asked = { params: { id }, body }
    return whose === 'account'
      ? call('POST /v1/account-breaches/{id}/steps', asked)
      : call('POST /v1/breaches/{id}/steps', asked)
  })

export const useTakeBack = (whose: Whose, id: string, stepId: string) =>
  useAct(
    async (body: BodyOf<'POST /v1/breaches/{id}/steps/{stepId}/take-back'>): Promise<unknown> => {
      const asked = { params: { id, stepId }, body }
      return whose === 'account'
        ? call('POST /v1/account-breaches/{id}/steps/{stepId}/take-back', asked)
        : call('POST /v1/breaches/{id}/steps/{stepId}/take-back', asked)
    },
  )

export const letterAddress =
  (whose: Whose, params: { id: string; letterId: string }) => (form: 'html' | 'pdf') => {
    const asked = { params, query: { form } }
    return whose === 'account'
      ? addressOf('GET /v1/account-breaches/{id}/letters/{letterId}', asked)
      : addressOf('GET /v1/breaches/{id}/letters/{letterId}', asked)
  }

type Form = 'ods' | 'csv' | 'pdf' | 'html'

export function sheetAddress(whose: Whose, form: Form, language: Language): string {
  const asked = { query: { language } }
  const own = {
    ods: () => addressOf('GET /v1/account-breaches/sheet.ods', asked),
    csv: () => addressOf('GET /v1/account-breaches/sheet.csv', asked),
    pdf: () => addressOf('GET /v1/account-breaches/sheet.pdf', asked),
    html: () => addressOf('GET /v1/account-breaches/sheet.html', asked),
  }
  const staff = {
    ods: () => addressOf('GET /v1/breaches/sheet.ods', asked),
    csv: () => addressOf('GET /v1/breaches/sheet.csv', asked),
    pdf: () => addressOf('GET /v1/breaches/sheet.pdf', asked),
    html: () => addressOf('GET /v1/breaches/sheet.html', asked),
  }
  return (whose === 'account' ? own : staff)[form]()
}
