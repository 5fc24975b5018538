// What the screen of moving in and out asks of the API.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export function useImportSuppressions() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, source, country }: { file: File; source: string; country: string }) =>
      call('POST /v1/objections/import', {
        fields: { source, country: country === '' ? undefined : country },
        file,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contacts'] }),
  })
}

export function useImportReceipts() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, ledgerKey }: { file: File; ledgerKey: string }) =>
      call('POST /v1/consents/import', {
        fields: { ledgerKey: ledgerKey === '' ? undefined : ledgerKey },
        file,
      }),
    onSettled: () => queries.invalidateQueries(),
  })
}
