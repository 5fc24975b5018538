// Tells every account of a change of sub-processors: once each, and later who was missed.
import { accountsInAnyAccount } from '../accounts/index.ts'
import { dayIn } from '../countries/index.ts'
import { notify } from '../notifications/index.ts'
import { markTold, readUntold, type Untold } from './beside-store.ts'
import type { GovernanceDeps } from './deps.ts'

export async function tellChanges({
  database,
  clock,
}: Pick<GovernanceDeps, 'database' | 'clock'>): Promise<void> {
  const untold = await database.inInstallation(readUntold)
  if (untold.length === 0) return
  const accounts = await accountsInAnyAccount(database)
  for (const change of untold) {
    const at = clock.now()
    for (const { id, zone } of accounts) {
      const told = noticeOf(change, { at, zone })
      await database.inAccount(id, (tx) => notify(tx, id, told))
    }
    await database.inInstallation((tx) => markTold(tx, change.changeId, clock.now()))
  }
}

function noticeOf(change: Untold, { at, zone }: { at: number; zone: string }) {
  const { changeId, kind, effectiveAt, announcedAt, supplier, subprocessor } = change
  const isThere = kind !== 'removed' && effectiveAt <= announcedAt
  return {
    kind: 'subprocessor_change' as const,
    about: changeId,
    details: {
      name: supplier,
      other: subprocessor,
      day: dayIn(zone, effectiveAt),
      variant: isThere ? 'there' : kind,
    },
    at,
  }
}
