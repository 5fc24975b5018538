// What the screens of suppliers ask of the API beside contracts.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'

const accountKey = ['account-suppliers']

export const useAccountSuppliers = () =>
  useQuery({ queryKey: accountKey, queryFn: () => call('GET /v1/account-suppliers') })

export function useObject(changeId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/account-suppliers/changes/{id}/objection', {
        params: { id: changeId },
        body: { reason },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: accountKey }),
  })
}

/** What is declared of a supplier opens and closes routes, and accounts read it. */
function useChange<Asked, Told>(act: (asked: Asked) => Promise<Told>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['suppliers'] })
      await queries.invalidateQueries({ queryKey: ['routes'] })
      await queries.invalidateQueries({ queryKey: accountKey })
    },
  })
}

export const useDescribe = (id: string) =>
  useChange((body: BodyOf<'PUT /v1/suppliers/{id}'>) =>
    call('PUT /v1/suppliers/{id}', { params: { id }, body }),
  )

export const useAddDocument = (id: string, contractId: string) =>
  useChange((file: File) =>
    call('POST /v1/suppliers/{id}/contracts/{contractId}/documents', {
      params: { id, contractId },
      fields: {},
      file,
    }),
  )

export const useAddSubprocessor = (id: string) =>
  useChange((body: BodyOf<'POST /v1/suppliers/{id}/subprocessors'>) =>
    call('POST /v1/suppliers/{id}/subprocessors', { params: { id }, body }),
  )

export const useEndSubprocessor = (id: string, subprocessorId: string) =>
  useChange((until: string) =>
    call('POST /v1/suppliers/{id}/subprocessors/{subprocessorId}/end', {
      params: { id, subprocessorId },
      body: { until },
    }),
  )

export const useObjections = (id: string) =>
  useQuery({
    queryKey: ['suppliers', id, 'objections'],
    queryFn: () => call('GET /v1/suppliers/{id}/objections', { params: { id } }),
  })

export function useWithdraw(changeId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      call('DELETE /v1/account-suppliers/changes/{id}/objection', { params: { id: changeId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: accountKey }),
  })
}

type Answer = 'POST /v1/suppliers/{id}/changes/{changeId}/objections/{accountId}/answers'

export const useAnswerObjection = (
  id: string,
  { changeId, account }: { changeId: string; account: { id: string } },
) =>
  useChange((body: BodyOf<Answer>) =>
    call('POST /v1/suppliers/{id}/changes/{changeId}/objections/{accountId}/answers', {
      params: { id, changeId, accountId: account.id },
      body,
    }),
  )
