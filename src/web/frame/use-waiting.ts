// How much waits for whoever is logged in, counted beside the entries of the navigation.
import { useQuery } from '@tanstack/react-query'
import { call } from '../data/client.ts'

export const useWaiting = () =>
  useQuery({
    queryKey: ['waiting'],
    queryFn: () => call('GET /v1/overview/waiting'),
    refetchInterval: 30_000,
    // The badges are not worth a sentence of failure: the screens behind them have their own.
    retry: false,
  })
