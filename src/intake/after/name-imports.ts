// What imports are called: by their files.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { IntakeDeps } from '../deps.ts'
import { openColumn } from '../reading/import-record.ts'
import { findImports } from '../store.ts'

export async function nameImports(
  deps: Pick<IntakeDeps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const rows = await findImports(tx, accountId, ids)
  return rows.flatMap((row) => {
    const name = openColumn<string>(deps, row, 'file_name_sealed')
    return name === null ? [] : [{ id: row.import_id, name }]
  })
}
