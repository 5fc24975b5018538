// Who received data of erased people is kept with the record of the erasure.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Recipient } from './deps.ts'
import { insertRecipient } from './recipient-store.ts'

export async function keepRecipients(
  tx: Tx,
  accountId: AccountId,
  { erasureId, told }: { erasureId: string; told: readonly Recipient[] },
): Promise<void> {
  for (const { id: recipient, ...who } of told) {
    await insertRecipient(tx, accountId, { erasure_id: erasureId, recipient_id: recipient, ...who })
  }
}
