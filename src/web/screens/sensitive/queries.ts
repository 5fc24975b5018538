// API calls of the legal bases for sensitive data.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LegalBasisRequestBody } from '../../../sensitive/contract.ts'
import { call } from '../../data/client.ts'

const key = ['sensitive-legal-bases']

export const useLegalBases = () =>
  useQuery({
    queryKey: key,
    queryFn: async () => ({
      ...(await call('GET /v1/sensitive-legal-bases')),
      controllers: (await call('GET /v1/controllers')).items,
      wordings: (await call('GET /v1/wordings')).items.filter(({ state }) => state === 'published'),
    }),
  })

export function useLegalBasisMoves() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  const record = useMutation({
    mutationFn: (body: LegalBasisRequestBody) => call('POST /v1/sensitive-legal-bases', { body }),
    onSettled,
  })
  const approve = useMutation({
    mutationFn: (id: string) =>
      call('POST /v1/sensitive-legal-bases/{id}/approve', { params: { id } }),
    onSettled,
  })
  const end = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call('POST /v1/sensitive-legal-bases/{id}/end', { params: { id }, body: { reason } }),
    onSettled,
  })
  return { record, approve, end }
}
