// What the erasure of a person takes from every room: what each holds, who received it, backups.
import { backupState } from '../../backup/index.ts'
import type { Erasures } from '../../contacts/index.ts'
import { suppliersAt } from '../../governance/index.ts'
import { pageLinkTags } from '../../preferences/index.ts'
import { type ErasePersonDeps, type ErasureDeps, erasures } from '../../privacy/index.ts'
import { carriedBy } from '../../sending/index.ts'

/** Of a database that is backed up by others, as long as the guide has backups kept. */
const backupDays = 35

type BackupSet = { settings: { folder: string | null; keepDays: number } }

/** Days after which no backup from before is kept. */
export const horizonOf = (backup: BackupSet | undefined): number =>
  backup?.settings.folder ? backup.settings.keepDays : backupDays

/** `backup`: absent where none is made here. */
export function erasuresOver(
  base: Omit<ErasePersonDeps, 'recipients' | 'pageLinks' | 'backupHorizonDays'>,
  backup: BackupSet | undefined,
): Erasures {
  return erasures({
    ...base,
    backupHorizonDays: () => horizonOf(backup),
    pageLinks: pageLinkTags,
    recipients: async (tx, accountId, subjects) => {
      const carried = await carriedBy(tx, accountId, subjects)
      const ids = carried.map(({ supplierId }) => supplierId)
      const suppliers = ids.length === 0 ? [] : await suppliersAt(tx, base.clock.now())
      return suppliers
        .filter(({ id }) => ids.includes(id))
        .map(({ id, name, country }) => ({ id, kind: 'supplier', name, country }))
    },
  })
}

type Backups = Parameters<typeof backupState>[0]

/** What the last try of every backup found of people who were erased. */
export const lastDrillOf =
  (backups: Backups): ErasureDeps['lastDrill'] =>
  async () => {
    const { lastDrill } = await backupState(backups)
    if (lastDrill === null) return null
    const { at, isWell, found } = lastDrill
    return { at, isWell, readable: found.readable ?? 0 }
  }
