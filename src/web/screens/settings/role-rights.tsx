// What a role may do, in sentences: read before one is given, and beside each who has it.
import { useQuery } from '@tanstack/react-query'
import type { AccountRole } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { RightsList } from './rights-list.tsx'

export function RoleRights({ role }: { role: AccountRole }) {
  const roles = useQuery({
    queryKey: ['roles'],
    queryFn: () => call('GET /v1/roles'),
    // It changes with the program alone.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const found = roles.data?.items.find((one) => one.role === role)
  return found === undefined ? null : <RightsList held={found.rights} />
}
