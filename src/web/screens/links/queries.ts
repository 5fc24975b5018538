// What the screens with short links ask of the API.
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'
import { useSession } from '../../data/session.tsx'

const settingsKey = ['link-settings']
const linksKey = ['links']

export function useLinkSettings() {
  const { may } = useSession()
  return useQuery({
    queryKey: settingsKey,
    queryFn: () => call('GET /v1/link-settings'),
    enabled: may('account.read'),
  })
}

export function useSwitchLinks() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (isOn: boolean) => call('PUT /v1/link-settings', { body: { isOn } }),
    onSuccess: (settings) => queries.setQueryData(settingsKey, settings),
  })
}

export function useMakeLink() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (target: string) => call('POST /v1/links', { body: { target } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: linksKey }),
  })
}

export function useLinkOff(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('POST /v1/links/{id}/switch-off', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: linksKey }),
  })
}

/** A text has few links; beyond these nobody reads them in an SMS. */
const linksOfTextMax = 5
const short = /\/l\/([2-9a-hjkmnp-z]{8})(?![0-9A-Za-z])/g

/** The account's own short links that a text names. */
export function useLinksOf(text: string) {
  const codes = [...new Set([...text.matchAll(short)].map(([, code = '']) => code))]
  const asked = useQueries({
    queries: codes.slice(0, linksOfTextMax).map((code) => ({
      queryKey: [...linksKey, 'of', code],
      queryFn: () => call('GET /v1/links', { query: { code } }),
      refetchInterval: 10_000,
    })),
  })
  return asked.flatMap(({ data }) => data?.items ?? [])
}
