// API calls of the legal bases for sensitive data.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WordingView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import type {
  LegalBasisRequestBody,
  SensitiveLegalBasisList,
  SensitiveLegalBasisView,
} from '../../../sensitive/contract.ts'
import { get, post } from '../../data/client.ts'

const key = ['sensitive-legal-bases']

export const useLegalBases = () =>
  useQuery({
    queryKey: key,
    queryFn: async () => ({
      ...(await get<SensitiveLegalBasisList>('/v1/sensitive-legal-bases')),
      controllers: (await get<{ items: ControllerView[] }>('/v1/controllers')).items,
      wordings: (await get<{ items: WordingView[] }>('/v1/wordings')).items.filter(
        ({ state }) => state === 'published',
      ),
    }),
  })

export function useLegalBasisMoves() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  const record = useMutation({
    mutationFn: (body: LegalBasisRequestBody) =>
      post<SensitiveLegalBasisView>('/v1/sensitive-legal-bases', body),
    onSettled,
  })
  const approve = useMutation({
    mutationFn: (id: string) =>
      post<SensitiveLegalBasisView>(`/v1/sensitive-legal-bases/${id}/approve`),
    onSettled,
  })
  const end = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      post<SensitiveLegalBasisView>(`/v1/sensitive-legal-bases/${id}/end`, { reason }),
    onSettled,
  })
  return { record, approve, end }
}
