// Deletes what is over: deliveries past their time or of no endpoint, secrets that sign no more.
import type { AccountId, Caller } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { keptDays, untoldErasureDays } from './contract.ts'
import { deleteOldDeliveries } from './delivery-store.ts'
import type { WebhooksDeps } from './deps.ts'
import { forgetOldSecrets, isThere } from './endpoint-store.ts'
import { endedListeners } from './listener-store.ts'
import { deleteWithLog } from './long-log.ts'
import { deleteDeliveries, endpointsOfLog } from './long-log-store.ts'

const dayMs = 86_400_000
const atOnce = 5_000

type Sweeps = Pick<WebhooksDeps, 'database' | 'clock'>

/** Once a day for each account. What is not delivered by then was tried long ago. */
export async function sweepWebhooks(
  { database, clock }: Sweeps,
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
    if (deleted < atOnce) break
    if (isStopping()) return
  }
  const ended = await database.inAccount(accountId, async (tx) => {
    await forgetOldSecrets(tx, accountId, at)
    return endedListeners(tx, accountId, at)
  })
  for (const id of ended) {
    await database.inAccount(accountId, (tx) => deleteWithLog(tx, accountId, id))
  }
  await sweepOrphans({ database }, accountId, isStopping)
}

/** What was still being written when its webhook was deleted, however that ended. */
async function sweepOrphans(
  { database }: Pick<Sweeps, 'database'>,
  accountId: AccountId,
  isStopping: () => boolean,
): Promise<void> {
  const found = await database.inAccount(accountId, (tx) => endpointsOfLog(tx, accountId))
  for (const endpointId of found) {
    let after: string | null = null
    do {
      if (isStopping()) return
      after = await database.inAccount(accountId, (tx) =>
        deleteOrphans(tx, accountId, { endpointId, after }),
      )
    } while (after !== null)
  }
}

async function deleteOrphans(
  tx: Tx,
  accountId: AccountId,
  { endpointId, after }: { endpointId: string; after: string | null },
): Promise<string | null> {
  if (await isThere(tx, accountId, endpointId)) return null
  return deleteDeliveries(tx, accountId, { endpointId, pauses: 0, after, limit: atOnce })
}
