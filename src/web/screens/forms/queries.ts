// What the screens of forms, policy and requests ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Language } from '../../../kernel/index.ts'
import type { FormView, formChange, formRequest } from '../../../preferences/contract.ts'
import { call } from '../../data/client.ts'

export type FormBody = z.input<typeof formRequest>
export type FormChangeBody = z.input<typeof formChange>

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

export const useForm = (id: string) =>
  useQuery({
    queryKey: ['forms', id],
    queryFn: () => call('GET /v1/forms/{id}', { params: { id } }),
  })

export const useFormPreview = (form: Pick<FormView, 'id' | 'version'>, language: Language) =>
  useQuery({
    // What was saved a moment ago is another page.
    queryKey: ['forms', form.id, 'preview', form, language],
    queryFn: () =>
      call('GET /v1/forms/{id}/preview', { params: { id: form.id }, query: { language } }),
  })

export type FormMoves = ReturnType<typeof useFormMoves>

/** Whatever is done to forms: the list and the screen of one are read again. */
export function useFormMoves() {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['forms'] })
  const create = useMutation({
    mutationFn: (body: FormBody) => call('POST /v1/forms', { body }),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ id, body }: { id: string; body: FormChangeBody }) =>
      call('PATCH /v1/forms/{id}', { params: { id }, body }),
    onSuccess,
  })
  const copy = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      call('POST /v1/forms/{id}/copy', { params: { id }, body: { name } }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE /v1/forms/{id}', { params: { id } }),
    onSuccess: (_none, id) => {
      queries.removeQueries({ queryKey: ['forms', id] })
      return queries.invalidateQueries({ queryKey: ['forms'], exact: true })
    },
  })
  return { create, change, copy, remove }
}

export function useMoveForm(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (to: 'open' | 'close') => call(`POST /v1/forms/{id}/${to}`, { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['forms'] }),
  })
}
