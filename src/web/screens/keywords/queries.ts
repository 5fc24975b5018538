// What the screen of keywords asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { keywordRequest } from '../../../preferences/contract.ts'
import { call } from '../../data/client.ts'

export type KeywordBody = z.input<typeof keywordRequest>

export const useKeywords = () =>
  useQuery({ queryKey: ['keywords'], queryFn: () => call('GET /v1/keywords') })

export function useKeywordMoves() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['keywords'] })
  const open = useMutation({
    mutationFn: (body: KeywordBody) => call('POST /v1/keywords', { body }),
    onSettled,
  })
  const close = useMutation({
    mutationFn: (id: string) => call('POST /v1/keywords/{id}/close', { params: { id } }),
    onSettled,
  })
  return { open, close }
}
