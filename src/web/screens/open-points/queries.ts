// What is open: the same question for this screen and for the first page.
import { useQuery } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export const useOpenPoints = () =>
  useQuery({
    queryKey: ['overview', 'open-points'],
    queryFn: () => call('GET /v1/overview/open-points'),
  })
