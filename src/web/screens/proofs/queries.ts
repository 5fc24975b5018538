// What the screen of proofs asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export const useLedger = () =>
  useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => call('GET /v1/ledger/checkpoint'),
    refetchInterval: 5_000,
  })

export const useHolds = (isAllowed: boolean) =>
  useQuery({
    queryKey: ['proof-holds'],
    queryFn: () => call('GET /v1/proof-holds'),
    enabled: isAllowed,
  })

export function useEndHold(subjectId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/proof-holds/{id}/end', { params: { id: subjectId }, body: { reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['proof-holds'] }),
  })
}
