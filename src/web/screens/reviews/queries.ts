// What the screens of reviews ask of the API, of the account's or of the installation's.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReviewRecord } from '../../../accountability/contract.ts'
import type { Right } from '../../../kernel/index.ts'
import { addressOf, call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { reviewsWords } from '../../words/compliance/reviews.ts'

export const useReviewWords = () => reviewsWords[useLanguage().language]

export type Whose = 'account' | 'installation'
export const rightFor: Record<Whose, Right> = {
  account: 'registers.manage',
  installation: 'installation.manage',
}
export const reviewsKey = ['reviews']
export const placesOf = (whose: Whose) =>
  whose === 'account'
    ? { all: paths.reviews, add: paths.newReview, one: paths.review }
    : { all: paths.operatorReviews, add: paths.newOperatorReview, one: paths.operatorReview }

export function useReview(whose: Whose, id: string) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...reviewsKey, whose, id, language],
    queryFn: () =>
      whose === 'account'
        ? call('GET /v1/reviews/{id}', { params: { id } })
        : call('GET /v1/operator/reviews/{id}', { params: { id } }),
  })
}

function useAct<Asked, Told>(act: (asked: Asked) => Promise<Told>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: reviewsKey }),
  })
}

/** `id` null: a new one. */
export const useWriteReview = (whose: Whose, id: string | null) =>
  useAct((body: ReviewRecord) => {
    if (id === null) {
      return whose === 'account'
        ? call('POST /v1/reviews', { body })
        : call('POST /v1/operator/reviews', { body })
    }
    return whose === 'account'
      ? call('PUT /v1/reviews/{id}', { params: { id }, body })
      : call('PUT /v1/operator/reviews/{id}', { params: { id }, body })
  })

export const useAddPaper = (whose: Whose, id: string) =>
  useAct((file: File) => {
    const asked = { params: { id }, fields: {}, file }
    return whose === 'account'
      ? call('POST /v1/reviews/{id}/documents', asked)
      : call('POST /v1/operator/reviews/{id}/documents', asked)
  })

export function paperAddress(whose: Whose, id: string, documentId: string): string {
  const asked = { params: { id, documentId } }
  return whose === 'account'
    ? addressOf('GET /v1/reviews/{id}/documents/{documentId}', asked)
    : addressOf('GET /v1/operator/reviews/{id}/documents/{documentId}', asked)
}
