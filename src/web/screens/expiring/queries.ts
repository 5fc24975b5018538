// What the screen of consents that expire asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export const useEnding = () =>
  useQuery({
    queryKey: ['ending'],
    queryFn: async () => ({
      items: (await call('GET /v1/consents/expiring', { query: { days: 60 } })).items,
      controllers: (await call('GET /v1/controllers')).items,
    }),
  })

export function useAskAgain() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { controllerId: string; purpose: string; listName: string }) =>
      call('POST /v1/consents/expiring/list', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['lists'] }),
  })
}
