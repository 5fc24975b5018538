// Stores the sensitive values of a batch, each on its legal basis, and counts those left out.
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import type { IntakeDeps } from '../deps.ts'
import type { BatchContext, Tally } from './batch-context.ts'

export type SensitiveRow = { keys: SubjectKeys; values: readonly (string | null)[] }

export async function saveSensitive(
  deps: IntakeDeps,
  tx: Tx,
  rows: readonly SensitiveRow[],
  { context, tally }: { context: BatchContext; tally: Tally },
): Promise<void> {
  const { caller, sensitive: columns, row, at } = context
  if (columns.length === 0 || rows.length === 0) return
  const batch = { columns, importId: row.import_id, at, rows }
  const { kept, left } = await deps.sensitive.keep(tx, caller.accountId, batch)
  tally.add('sensitive_kept', kept)
  for (const [reason, cells] of Object.entries(left)) tally.add('sensitive_left', cells, reason)
}
