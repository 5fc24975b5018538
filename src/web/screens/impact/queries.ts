// What the screens of assessments ask of the API, of the account's or of the installation's.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { ImpactView } from '../../../accountability/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { addressOf, call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import type { Whose } from '../../data/whose.ts'

/** Names the processing in the address of the screen. */
export const assessedParam = 'processing'
/** The place in the register of the processing that is assessed; null: all of them. */
export const AssessedContext = createContext<string | null>(null)
const useAssessed = () => useContext(AssessedContext)
/** What an account is asked beside: nothing where all of its processing is meant. */
const queryOf = (processing: string | null) => (processing === null ? {} : { processing })

const keyOf = (whose: Whose, processing: string | null) => ['impact', whose, processing]
const listKey = ['impact', 'list']

export const useImpactList = (isAsked = true) =>
  useQuery({
    queryKey: listKey,
    queryFn: () => call('GET /v1/impact-assessments'),
    enabled: isAsked,
  })

/** The versions of what is assessed: their key, and a page of them. */
export function useVersionPages(whose: Whose) {
  const processing = useAssessed()
  return {
    key: [...keyOf(whose, processing), 'versions'],
    read: (page: { cursor?: string | undefined; limit?: number }) =>
      whose === 'account'
        ? call('GET /v1/impact-assessment/versions', { query: { ...page, ...queryOf(processing) } })
        : call('GET /v1/operator/impact-assessment/versions', { query: page }),
  }
}

export function useImpact(whose: Whose) {
  const { language } = useLanguage()
  const processing = useAssessed()
  return useQuery({
    queryKey: [...keyOf(whose, processing), 'read', language],
    queryFn: () =>
      whose === 'account'
        ? call('GET /v1/impact-assessment', { query: queryOf(processing) })
        : call('GET /v1/operator/impact-assessment'),
  })
}

/** What was answered last is shown at once; the rest is read anew. */
function useAct<Asked>(
  whose: Whose,
  act: (asked: Asked, query: ReturnType<typeof queryOf>) => Promise<ImpactView>,
) {
  const { language } = useLanguage()
  const processing = useAssessed()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: Asked) => act(asked, queryOf(processing)),
    onSuccess: async (view) => {
      const key = keyOf(whose, processing)
      queries.setQueryData([...key, 'read', language], view)
      await queries.invalidateQueries({ queryKey: [...key, 'versions'] })
      await queries.invalidateQueries({ queryKey: listKey })
    },
  })
}

export const useAnswer = (whose: Whose) =>
  useAct(whose, (body: BodyOf<'PUT /v1/impact-assessment/answers'>, query) =>
    whose === 'account'
      ? call('PUT /v1/impact-assessment/answers', { body, query })
      : call('PUT /v1/operator/impact-assessment/answers', { body }),
  )
export const usePlan = (whose: Whose) =>
  useAct(whose, (body: BodyOf<'PUT /v1/impact-assessment/plan'>, query) =>
    whose === 'account'
      ? call('PUT /v1/impact-assessment/plan', { body, query })
      : call('PUT /v1/operator/impact-assessment/plan', { body }),
  )
export const useValidate = (whose: Whose) =>
  useAct(whose, (body: BodyOf<'POST /v1/impact-assessment/versions'>, query) =>
    whose === 'account'
      ? call('POST /v1/impact-assessment/versions', { body, query })
      : call('POST /v1/operator/impact-assessment/versions', { body }),
  )

export function useVersion(whose: Whose, version: number) {
  const { language } = useLanguage()
  const processing = useAssessed()
  const params = { number: String(version) }
  return useQuery({
    queryKey: [...keyOf(whose, processing), 'versions', version, language],
    queryFn: () =>
      whose === 'account'
        ? call('GET /v1/impact-assessment/versions/{number}', {
            ...{ params, query: queryOf(processing) },
          })
        : call('GET /v1/operator/impact-assessment/versions/{number}', { params }),
  })
}

type Form = 'html' | 'ods' | 'csv' | 'pdf'
/** Where each form of the sheet is. */
export function useSheets(whose: Whose): (form: Form) => string {
  const { language } = useLanguage()
  const processing = useAssessed()
  return (form) => sheetAddress(whose, form, { language, ...queryOf(processing) })
}

type SheetQuery = { language: 'fr' | 'en'; processing?: string }
function sheetAddress(whose: Whose, form: Form, asked: SheetQuery): string {
  const { language } = asked
  const query = { language }
  const own = {
    html: () => addressOf('GET /v1/impact-assessment/sheet.html', { query: asked }),
    ods: () => addressOf('GET /v1/impact-assessment/sheet.ods', { query: asked }),
    csv: () => addressOf('GET /v1/impact-assessment/sheet.csv', { query: asked }),
    pdf: () => addressOf('GET /v1/impact-assessment/sheet.pdf', { query: asked }),
  }
  const staff = {
    html: () => addressOf('GET /v1/operator/impact-assessment/sheet.html', { query }),
    ods: () => addressOf('GET /v1/operator/impact-assessment/sheet.ods', { query }),
    csv: () => addressOf('GET /v1/operator/impact-assessment/sheet.csv', { query }),
    pdf: () => addressOf('GET /v1/operator/impact-assessment/sheet.pdf', { query }),
  }
  return (whose === 'account' ? own : staff)[form]()
}
