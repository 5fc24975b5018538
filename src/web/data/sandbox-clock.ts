// The clock of a trial account: by it the hours of marketing are judged, so that one can try at
// any hour of the day.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import { useSession } from './session.tsx'

const key = ['sandbox-clock']

/** Only a trial account has one; `data` is undefined elsewhere. */
export function useSandboxClock() {
  const { me } = useSession()
  return useQuery({
    queryKey: key,
    queryFn: () => call('GET /v1/account/sandbox-clock'),
    enabled: me.account.kind === 'sandbox',
    // It runs on, and somebody else of the account may set it.
    refetchInterval: 60_000,
  })
}

/** Null: back to the real hour. */
export function useSetSandboxClock() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (readsAs: string | null) =>
      call('PUT /v1/account/sandbox-clock', { body: { readsAs } }),
    onSuccess: (clock) => {
      queries.setQueryData(key, clock)
      return queries.invalidateQueries({ queryKey: ['campaigns'] })
    },
  })
}
