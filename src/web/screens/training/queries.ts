// What the screens of training ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Right } from '../../../kernel/index.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { trainingWords } from '../../words/compliance/training.ts'

export const useTrainingWords = () => trainingWords[useLanguage().language]

export type Whose = 'account' | 'installation'
export const rightFor: Record<Whose, Right> = {
  account: 'registers.manage',
  installation: 'installation.manage',
}
const trainingKey = ['training']

export function useTraining(whose: Whose) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...trainingKey, whose, language],
    queryFn: () =>
      whose === 'account' ? call('GET /v1/training') : call('GET /v1/operator/training'),
  })
}

export function useOwnTraining() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: [...trainingKey, 'own', language],
    queryFn: () => call('GET /v1/own-training'),
  })
}

/** Whatever is written, everything of training is read anew. */
function useAct<Asked, Told>(act: (asked: Asked) => Promise<Told>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: trainingKey }),
  })
}

export const useWriteTopic = (whose: Whose) =>
  useAct((body: BodyOf<'PUT /v1/training/topics'>) =>
    whose === 'account'
      ? call('PUT /v1/training/topics', { body })
      : call('PUT /v1/operator/training/topics', { body }),
  )
export const useWriteSession = (whose: Whose) =>
  useAct((body: BodyOf<'PUT /v1/training/sessions'>) =>
    whose === 'account'
      ? call('PUT /v1/training/sessions', { body })
      : call('PUT /v1/operator/training/sessions', { body }),
  )
export const useAttest = () =>
  useAct((body: BodyOf<'POST /v1/own-training/attestations'>) =>
    call('POST /v1/own-training/attestations', { body }),
  )
