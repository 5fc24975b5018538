// What the screen of proofs asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export const useLedger = () =>
  useQuery({
    queryKey: ['checkpoint'],
    queryFn: () => call('GET /v1/ledger/checkpoint'),
    refetchInterval: 5_000,
  })

const comparisonKey = ['ledger-comparison']

/** While one runs it is looked at often: it may take minutes. */
export const useComparison = () =>
  useQuery({
    queryKey: comparisonKey,
    queryFn: () => call('GET /v1/ledger/comparison'),
    refetchInterval: ({ state }) => (state.data?.isRunning === true ? 1_000 : 30_000),
  })

/** What it finds stands on the first page and among the open points as well. */
function useBegun() {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: comparisonKey })
    await queries.invalidateQueries({ queryKey: ['overview', 'ledger'] })
  }
}

export function useCompare() {
  const onSuccess = useBegun()
  return useMutation({ mutationFn: () => call('POST /v1/ledger/comparison'), onSuccess })
}

export function useMend() {
  const onSuccess = useBegun()
  const mutationFn = (reason: string) => call('POST /v1/ledger/mending', { body: { reason } })
  return useMutation({ mutationFn, onSuccess })
}

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
