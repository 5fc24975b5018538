// What the erasure of a person takes from every room: what each holds, who received it, backups.
import { backupState } from '../../backup/index.ts'
import type { Erasures } from '../../contacts/index.ts'
import { type SupplierView, suppliersAt } from '../../governance/index.ts'
import type { Instant } from '../../kernel/index.ts'
import { pageLinkTags } from '../../preferences/index.ts'
import {
  type ErasePersonDeps,
  type ErasureDeps,
  erasures,
  type Recipient,
} from '../../privacy/index.ts'
import { type Carried, carriedBy, type NumbersKept } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'

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
      if (carried.length === 0) return []
      const at = base.clock.now()
      const suppliers = await suppliersAt(tx, at)
      return suppliers.flatMap((supplier) => recipientOf(supplier, carried, at))
    },
  })
}

/** How long each supplier says that it keeps numbers. */
export const numbersKept = async (tx: Tx, at: Instant): Promise<NumbersKept[]> =>
  (await suppliersAt(tx, at)).map(({ id, numbersKeptDays }) => ({
    ...{ supplierId: id, days: numbersKeptDays },
  }))

const dayMs = 86_400_000

/** Within the time for which it says it keeps numbers; where it says none, whatever it had. */
export function recipientOf(
  { id, name, country, contracts, numbersKeptDays, erasureAddress: address }: SupplierView,
  carried: readonly Carried[],
  at: Instant,
): Recipient[] {
  const own = carried.filter(({ supplierId }) => supplierId === id)
  if (own.length === 0) return []
  const since = numbersKeptDays === null ? Number.NEGATIVE_INFINITY : at - numbersKeptDays * dayMs
  const subjects = own.filter(({ lastAt }) => lastAt >= since).map(({ subjectId }) => subjectId)
  // The installation's own operator holds nothing beside it; an address makes it another's.
  const isOwn = address === null && contracts.some(({ kind }) => kind === 'own')
  const untold = isOwn ? 'own' : subjects.length === 0 ? 'not_kept' : null
  return [{ id, kind: 'supplier', name, country, address, untold, subjects }]
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
