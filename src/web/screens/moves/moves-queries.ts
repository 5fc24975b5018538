// What the screen of moving in and out asks of the API.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SuppressionCounts } from '../../../intake/contract.ts'
import type { ImportCounts } from '../../../receipts/contract.ts'
import { ask } from '../../data/client.ts'

/** Fields before the file: a server reads them first. */
function formOf(fields: Readonly<Record<string, string>>, file: File): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value !== '') body.append(name, value)
  body.append('file', file, file.name)
  return body
}

export function useImportSuppressions() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, ...fields }: { file: File; source: string; country: string }) =>
      ask<SuppressionCounts>('POST', '/v1/objections/import', formOf(fields, file)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contacts'] }),
  })
}

export function useImportReceipts() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, ledgerKey }: { file: File; ledgerKey: string }) =>
      ask<ImportCounts>('POST', '/v1/consents/import', formOf({ ledgerKey }, file)),
    onSettled: () => queries.invalidateQueries(),
  })
}
