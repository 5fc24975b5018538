// What the screens of recurring sends ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export const recurringKey = ['recurring-sends']

export const useRecurring = (id: string) =>
  useQuery({
    queryKey: [...recurringKey, id],
    queryFn: () => call('GET /v1/recurring-sends/{id}', { params: { id } }),
    refetchInterval: 15_000,
  })

export type RecurringStep =
  | { verb: 'start'; version: number }
  | { verb: 'pause' | 'resume' | 'end' }

export function useRecurringStep(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: RecurringStep) => {
      const params = { id }
      if (step.verb === 'start') {
        const { version } = step
        return call('POST /v1/recurring-sends/{id}/start', { params, body: { version } })
      }
      return call(`POST /v1/recurring-sends/{id}/${step.verb}`, { params })
    },
    // Refused because somebody changed it: what stands here is not what is there.
    onSettled: () => queries.invalidateQueries({ queryKey: recurringKey }),
  })
}
