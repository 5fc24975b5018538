// What the screens of assessments ask of the API, of the account's or of the installation's.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImpactView } from '../../../accountability/contract.ts'
import type { Right } from '../../../kernel/index.ts'
import type { BodyOf } from '../../data/api.ts'
import { addressOf, call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'

export type Whose = 'account' | 'installation'
export const rightFor: Record<Whose, Right> = {
  account: 'registers.manage',
  installation: 'installation.manage',
}

const keyOf = (whose: Whose) => ['impact', whose]
export const versionsKey = (whose: Whose) => [...keyOf(whose), 'versions']

export function useImpact(whose: Whose) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...keyOf(whose), 'read', language],
    queryFn: () =>
      whose === 'account'
        ? call('GET /v1/impact-assessment')
        : call('GET /v1/operator/impact-assessment'),
  })
}

/** What was answered last is shown at once; the rest is read anew. */
function useAct<Asked>(whose: Whose, act: (asked: Asked) => Promise<ImpactView>) {
  const { language } = useLanguage()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData([...keyOf(whose), 'read', language], view)
      return queries.invalidateQueries({ queryKey: versionsKey(whose) })
    },
  })
}

export const useAnswer = (whose: Whose) =>
  useAct(whose, (body: BodyOf<'PUT /v1/impact-assessment/answers'>) =>
    whose === 'account'
      ? call('PUT /v1/impact-assessment/answers', { body })
      : call('PUT /v1/operator/impact-assessment/answers', { body }),
  )
export const usePlan = (whose: Whose) =>
  useAct(whose, (body: BodyOf<'PUT /v1/impact-assessment/plan'>) =>
    whose === 'account'
      ? call('PUT /v1/impact-assessment/plan', { body })
      : call('PUT /v1/operator/impact-assessment/plan', { body }),
  )
export const useValidate = (whose: Whose) =>
  useAct(whose, (body: BodyOf<'POST /v1/impact-assessment/versions'>) =>
    whose === 'account'
      ? call('POST /v1/impact-assessment/versions', { body })
      : call('POST /v1/operator/impact-assessment/versions', { body }),
  )

export function useVersion(whose: Whose, version: number) {
  const { language } = useLanguage()
  const params = { number: String(version) }
  return useQuery({
    queryKey: [...versionsKey(whose), version, language],
    queryFn: () =>
      whose === 'account'
        ? call('GET /v1/impact-assessment/versions/{number}', { params })
        : call('GET /v1/operator/impact-assessment/versions/{number}', { params }),
  })
}

type Form = 'html' | 'ods' | 'csv'
export function sheetAddress(whose: Whose, form: Form, language: 'fr' | 'en'): string {
  const query = { language }
  const own = {
    html: () => addressOf('GET /v1/impact-assessment/sheet.html', { query }),
    ods: () => addressOf('GET /v1/impact-assessment/sheet.ods', { query }),
    csv: () => addressOf('GET /v1/impact-assessment/sheet.csv', { query }),
  }
  const staff = {
    html: () => addressOf('GET /v1/operator/impact-assessment/sheet.html', { query }),
    ods: () => addressOf('GET /v1/operator/impact-assessment/sheet.ods', { query }),
    csv: () => addressOf('GET /v1/operator/impact-assessment/sheet.csv', { query }),
  }
  return (whose === 'account' ? own : staff)[form]()
}
