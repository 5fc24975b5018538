// What the screen of grounds for sensitive data asks of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WordingView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import type {
  GroundRequestBody,
  SensitiveGroundList,
  SensitiveGroundView,
} from '../../../sensitive/contract.ts'
import { get, post } from '../../data/client.ts'

const key = ['sensitive-grounds']

export const useGrounds = () =>
  useQuery({
    queryKey: key,
    queryFn: async () => ({
      ...(await get<SensitiveGroundList>('/v1/sensitive-grounds')),
      controllers: (await get<{ items: ControllerView[] }>('/v1/controllers')).items,
      wordings: (await get<{ items: WordingView[] }>('/v1/wordings')).items.filter(
        ({ state }) => state === 'published',
      ),
    }),
  })

export function useGroundMoves() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: key })
  const record = useMutation({
    mutationFn: (body: GroundRequestBody) =>
      post<SensitiveGroundView>('/v1/sensitive-grounds', body),
    onSettled,
  })
  const approve = useMutation({
    mutationFn: (id: string) => post<SensitiveGroundView>(`/v1/sensitive-grounds/${id}/approve`),
    onSettled,
  })
  const end = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      post<SensitiveGroundView>(`/v1/sensitive-grounds/${id}/end`, { reason }),
    onSettled,
  })
  return { record, approve, end }
}
