// The files of a ledger whose account is deleted.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccountId } from '../../kernel/index.ts'

/** Its tiles and its checkpoint; what was exported goes on verifying. Harmless to repeat. */
export async function removeLedger(
  { dataFolder }: { dataFolder: string },
  accountId: AccountId,
): Promise<void> {
  await rm(join(dataFolder, 'ledger', accountId), { recursive: true, force: true })
}
