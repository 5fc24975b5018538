// Deletes deliveries whose time is over.
import type { Caller } from '../kernel/index.ts'
import { keptDays, untoldErasureDays } from './contract.ts'
import { deleteOldDeliveries } from './delivery-store.ts'
import type { WebhooksDeps } from './deps.ts'

const dayMs = 86_400_000
const atOnce = 5_000

/** Once a day for each account. What is not delivered by then was tried long ago. */
export async function sweepWebhooks(
  { database, clock }: Pick<WebhooksDeps, 'database' | 'clock'>,
  { accountId }: Caller,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const at = clock.now()
  const before = at - keptDays * dayMs
  const undeliveredBefore = at - untoldErasureDays * dayMs
  for (;;) {
    const deleted = await database.inAccount(accountId, (tx) =>
      deleteOldDeliveries(tx, accountId, { before, undeliveredBefore, limit: atOnce }),
    )
    if (deleted < atOnce || isStopping()) return
  }
}
