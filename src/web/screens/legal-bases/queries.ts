// What the screen of legal bases asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OtherLegalBasis, PolicyView } from '../../../consent/contract.ts'
import { call } from '../../data/client.ts'

export const usePolicy = () =>
  useQuery({ queryKey: ['policy'], queryFn: () => call('GET /v1/consent-policy') })

export function useChoosePolicy() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: Pick<PolicyView, 'minimumGrade' | 'validMonths' | 'proofMonths'>) =>
      call('PUT /v1/consent-policy', { body: chosen }),
    onSuccess: (policy) => queries.setQueryData(['policy'], policy),
  })
}

export function useSwitchLegalBases() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { legalBases: readonly OtherLegalBasis[]; reason: string }) =>
      call('PUT /v1/consent-policy/legal-bases', { body }),
    onSuccess: (policy) => queries.setQueryData(['policy'], policy),
  })
}
