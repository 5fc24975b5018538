// What the screens of requests ask of the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  HeldSearched,
  RequestKind,
  RequestLetterKind,
  RequestState,
} from '../../../preferences/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call, download } from '../../data/client.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useGrowingList } from '../../ui/growing-list.tsx'

/** How often an open request is asked for anew. */
const everyMs = 3_000

const listKey = ['person-requests'] as const
const oneKey = (id: string) => ['person-requests', id] as const

/** Asks for the list of requests anew. */
export function useFreshRequests(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: listKey })
}

type RequestsShown = { state: RequestState | undefined; kind: RequestKind | undefined }

/** What waits comes by what is due: what is late is on the first page, on top. */
export const useRequests = ({ state, kind }: RequestsShown) =>
  useGrowingList(
    [...listKey, 'list', state, kind],
    (page) => call('GET /v1/person-requests', { query: { ...page, state, kind } }),
    // An answer that was ordered is made in the background, and stands in its row a moment later.
    ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ answeredAt }) => answeredAt === null))
        ? 15_000
        : false,
  )

export const useRequest = (id: string) =>
  useQuery({
    queryKey: oneKey(id),
    queryFn: () => call('GET /v1/person-requests/{id}', { params: { id } }),
    // An answer is made and its person told in the background; they may confirm at any moment.
    refetchInterval: ({ state: { data } }) => {
      const isTelling = data?.steps.some(({ told }) => told?.state === 'waiting') ?? false
      return data?.answeredAt === null || isTelling ? everyMs : false
    },
  })

/** Whatever was done, the list and the request are asked for anew. */
function useDeed<Body, Told>(deed: (body: Body) => Promise<Told>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSettled: () => queries.invalidateQueries({ queryKey: listKey }),
  })
}

export const useTakeRequest = () =>
  useDeed((body: BodyOf<'POST /v1/person-requests'>) => call('POST /v1/person-requests', { body }))

export const useTakeNoContact = () =>
  useDeed((body: BodyOf<'POST /v1/person-requests/no-contact'>) =>
    call('POST /v1/person-requests/no-contact', { body }),
  )

/** Asked again until every name is compared; `seen`: how far it is meanwhile. */
export function useSearchHeld(id: string) {
  const [seen, setSeen] = useState<HeldSearched['search'] | null>(null)
  const search = useDeed(async (_body: null) => {
    for (;;) {
      const step = await call('POST /v1/person-requests/{id}/search', { params: { id } })
      setSeen(step.search)
      if (step.search.endedAt !== null) return step
    }
  })
  return { ...search, seen }
}

export const useTie = (id: string) =>
  useDeed((body: BodyOf<'POST /v1/person-requests/{id}/tie'>) =>
    call('POST /v1/person-requests/{id}/tie', { params: { id }, body }),
  )

export const useAct = {
  askDetails: (id: string) =>
    useDeed((_body: null) => call('POST /v1/person-requests/{id}/ask-details', { params: { id } })),
  addDetails: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/asker'>) =>
      call('POST /v1/person-requests/{id}/asker', { params: { id }, body }),
    ),
  prepare: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/prepare'>) =>
      call('POST /v1/person-requests/{id}/prepare', { params: { id }, body }),
    ),
  correct: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/correct'>) =>
      call('POST /v1/person-requests/{id}/correct', { params: { id }, body }),
    ),
  erase: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/erase'>) =>
      call('POST /v1/person-requests/{id}/erase', { params: { id }, body }),
    ),
  restrict: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/restrict'>) =>
      call('POST /v1/person-requests/{id}/restrict', { params: { id }, body }),
    ),
  lift: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/lift'>) =>
      call('POST /v1/person-requests/{id}/lift', { params: { id }, body }),
    ),
  acknowledge: (id: string) =>
    useDeed((_body: null) => call('POST /v1/person-requests/{id}/acknowledge', { params: { id } })),
  identity: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/identity'>) =>
      call('POST /v1/person-requests/{id}/identity', { params: { id }, body }),
    ),
  identified: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/identified'>) =>
      call('POST /v1/person-requests/{id}/identified', { params: { id }, body }),
    ),
  extend: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/extend'>) =>
      call('POST /v1/person-requests/{id}/extend', { params: { id }, body }),
    ),
  answer: (id: string) =>
    useDeed((body: BodyOf<'POST /v1/person-requests/{id}/answer'>) =>
      call('POST /v1/person-requests/{id}/answer', { params: { id }, body }),
    ),
} as const

export function useAddLetter(id: string) {
  return useDeed(({ what, file }: { what: LetterKind; file: File }) =>
    call('POST /v1/person-requests/{id}/letters', { params: { id }, fields: { what }, file }),
  )
}
export type LetterKind = 'letter' | 'email' | 'recording' | 'mandate' | 'identity_paper'

export const openLetter = (id: string, letterId: string, reason: string) =>
  download('POST /v1/person-requests/{id}/letters/{letterId}/open', {
    params: { id, letterId },
    body: { reason },
  })

type Lang = 'fr' | 'en'

export async function saveLetter(id: string, what: RequestLetterKind, language: Lang) {
  const asked = { params: { id }, query: { what, language } }
  keepFile(await download('GET /v1/person-requests/{id}/reply.pdf', asked))
}

export async function saveLiftingLetter(
  id: string,
  body: BodyOf<'POST /v1/person-requests/{id}/lifting.pdf'>,
) {
  keepFile(await download('POST /v1/person-requests/{id}/lifting.pdf', { params: { id }, body }))
}

export const useAnswerTexts = () =>
  useQuery({ queryKey: ['answer-texts'], queryFn: () => call('GET /v1/answer-texts') })

export function useChooseText() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'PUT /v1/answer-texts'>) => call('PUT /v1/answer-texts', { body }),
    onSuccess: (texts) => queries.setQueryData(['answer-texts'], texts),
  })
}
