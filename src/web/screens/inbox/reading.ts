// The reason for which somebody reads replies: given once, and forgotten when they leave.
import { useQuery, useQueryClient } from '@tanstack/react-query'

const key = ['reason-of-reading']

/**
 * In the memory of the page alone, and of this session: whoever logs out, or changes the account,
 * forgets it with everything else that was read.
 */
export function useReading() {
  const queries = useQueryClient()
  const { data } = useQuery<string | null>({
    queryKey: key,
    queryFn: () => null,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return {
    reason: data ?? null,
    read: (reason: string) => queries.setQueryData(key, reason),
    hide: () => queries.setQueryData(key, null),
  }
}
