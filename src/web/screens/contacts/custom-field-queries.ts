// What screens ask of the API about custom fields.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CustomFieldView } from '../../../contacts/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'

const queryKey = ['custom-fields']

export const useCustomFields = () =>
  useQuery({
    queryKey,
    queryFn: () => call('GET /v1/custom-fields'),
    select: ({ items }) => items,
  })

export function useAddCustomField(onDone: (field: CustomFieldView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /v1/custom-fields'>) =>
      call('POST /v1/custom-fields', { body }),
    onSuccess: async (field) => {
      // The new field is in the list before anything chooses it there.
      await queries.invalidateQueries({ queryKey })
      onDone(field)
    },
  })
}

export function useChangeCustomField(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'PATCH /v1/custom-fields/{id}'>) =>
      call('PATCH /v1/custom-fields/{id}', { params: { id }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
