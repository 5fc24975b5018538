// Who is logged in, in which account, with which rights.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { MeView } from '../../accounts/contract.ts'
import type { Right } from '../../kernel/index.ts'
import { ApiProblem, call } from './client.ts'
import { setZone } from './zone.ts'

export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: () => call('GET /v1/me'),
    retry: (failures, error) =>
      !(error instanceof ApiProblem && error.status === 401) && failures < 2,
  })
}

const Context = createContext<MeView | null>(null)

export function SessionProvider(props: { me: MeView; children: ReactNode }) {
  setZone(props.me.account.zone)
  return <Context.Provider value={props.me}>{props.children}</Context.Provider>
}

export function useSession() {
  const me = useContext(Context)
  if (!me) throw new Error('useSession stands outside SessionProvider')
  const rights = useMemo(() => new Set(me.rights), [me.rights])
  return { me, may: (right: Right) => rights.has(right) }
}

/** What was half typed stays in the tab while its author is logged in, and no longer. */
function forgetTyped(): void {
  try {
    window.sessionStorage.clear()
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

/** Ends, or moves, the session; everything that was read before is forgotten. */
export function useSessionActions() {
  const queries = useQueryClient()
  return {
    logIn: async (email: string, password: string) => {
      await call('POST /v1/sessions', { body: { email, password } })
      queries.clear()
    },
    logOut: async () => {
      await call('DELETE /v1/sessions/current')
      queries.clear()
      forgetTyped()
      window.location.assign('/login')
    },
    switchTo: async (accountId: string) => {
      await call('PUT /v1/sessions/current', { body: { accountId } })
      queries.clear()
      window.location.assign('/')
    },
  }
}
