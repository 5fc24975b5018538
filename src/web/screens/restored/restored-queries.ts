// API calls about a restored database.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReleaseRequest, RestorationView } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'
import { useSession } from '../../data/session.tsx'

const key = ['restoration']

/** Only whoever manages the installation is told. */
export function useRestoration() {
  const { may } = useSession()
  return useQuery({
    queryKey: key,
    queryFn: () => call('GET /v1/restoration'),
    enabled: may('installation.manage'),
    refetchInterval: 30_000,
  })
}

export function useRelease() {
  const queries = useQueryClient()
  const onSuccess = (view: RestorationView) => queries.setQueryData(key, view)
  return {
    sending: useMutation({
      mutationFn: (how: ReleaseRequest) => call('POST /v1/restoration/release', { body: how }),
      onSuccess,
    }),
    marketing: useMutation({
      mutationFn: () => call('POST /v1/restoration/marketing'),
      onSuccess,
    }),
  }
}
