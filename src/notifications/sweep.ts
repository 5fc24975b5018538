// Deletes notifications and mails whose time is over.
import type { Caller } from '../kernel/index.ts'
import type { NotificationsDeps } from './deps.ts'
import { deleteOldKeyed, deleteOldMails } from './mail-store.ts'
import { deleteNotices, deleteOldOfInstallation } from './store.ts'

const dayMs = 86_400_000
export const keptDays = { notice: 90, mailbox: 14, mail: 30 } as const

/** Once a day for each account; what belongs to none goes with whichever comes first. */
export async function sweepNotifications(
  { database, vault, clock }: Pick<NotificationsDeps, 'database' | 'vault' | 'clock'>,
  { accountId }: Caller,
): Promise<void> {
  const at = clock.now()
  await database.inAccount(accountId, async (tx) => {
    await deleteNotices(tx, accountId, at - keptDays.notice * dayMs)
    await deleteOldOfInstallation(tx, at - keptDays.notice * dayMs)
    await deleteOldMails(tx, {
      kept: at - keptDays.mailbox * dayMs,
      ended: at - keptDays.mail * dayMs,
    })
    const keys = await deleteOldKeyed(tx, accountId, at - keptDays.mailbox * dayMs)
    await vault.destroyKeys(tx, accountId, keys, 'both')
  })
}
