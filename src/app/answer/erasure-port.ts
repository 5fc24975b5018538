// What the erasure of a person takes from every room: what each holds, who received it, backups.
import { backupState } from '../../backup/index.ts'
import type { Erasures } from '../../contacts/index.ts'
import { type SupplierView, suppliersAt } from '../../governance/index.ts'
import { copiesOfFilesUntil, intakeLimits } from '../../intake/index.ts'
import type { AccountId, Instant } from '../../kernel/index.ts'
import { pageLinkTags } from '../../preferences/index.ts'
import {
  type AccountCarrier,
  type ErasePersonDeps,
  type ErasureDeps,
  erasureByLink,
  erasures,
  keptOfRequest,
  type Recipient,
} from '../../privacy/index.ts'
import {
  type Carried,
  type CarriedForAccount,
  carriedBy,
  carriedForAccount,
  type NumbersKept,
  sendersOfOthers,
  supplierIdsOf,
} from '../../sending/index.ts'
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

const keptSince = ({ numbersKeptDays: days }: SupplierView, at: Instant): Instant =>
  days === null ? Number.NEGATIVE_INFINITY : at - days * dayMs

/** The installation's own operator holds nothing beside it; an address makes it another's. */
const isOwn = ({ contracts, erasureAddress }: SupplierView): boolean =>
  erasureAddress === null && contracts.some(({ kind }) => kind === 'own')

/** Within the time for which it says it keeps numbers; where it says none, whatever it had. */
export function recipientOf(
  supplier: SupplierView,
  carried: readonly Carried[],
  at: Instant,
): Recipient[] {
  const { id, name, country, erasureAddress: address } = supplier
  const own = carried.filter(({ supplierId }) => supplierId === id)
  if (own.length === 0) return []
  const since = keptSince(supplier, at)
  const subjects = own.filter(({ lastAt }) => lastAt >= since).map(({ subjectId }) => subjectId)
  const untold = isOwn(supplier) ? 'own' : subjects.length === 0 ? 'not_kept' : null
  return [{ id, kind: 'supplier', name, country, address, untold, subjects }]
}

/** Whom the deletion of an account is told: by the same rule, with no number. */
export async function accountCarriers(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
): Promise<AccountCarrier[]> {
  const suppliers = await suppliersAt(tx, at)
  const terms = suppliers.filter(({ numbersKeptDays }) => numbersKeptDays !== null)
  const since = new Map(terms.map((supplier) => [supplier.id, keptSince(supplier, at)]))
  const carried = await carriedForAccount(tx, accountId, since)
  const carriers = suppliers.flatMap((supplier) => carrierOf(supplier, carried, at))
  const told: AccountCarrier[] = []
  for (const one of carriers) told.push({ ...one, shared: await sharedOf(tx, accountId, one) })
  return told
}

/** What it cannot tell apart by the sender; null: nothing, or it is not told at all. */
async function sharedOf(
  tx: Tx,
  accountId: AccountId,
  { id: supplierId, untold, senders: all }: Omit<AccountCarrier, 'shared'>,
): Promise<AccountCarrier['shared']> {
  if (untold !== null || all.length === 0) return null
  const senders = await sendersOfOthers(tx, accountId, { supplierId, senders: all })
  if (senders.length === 0) return null
  const found = await supplierIdsOf(tx, accountId, { supplierId, senders, limit: idsTold })
  return { senders, ...found }
}

/** As many as an e-mail takes with ease. */
const idsTold = 10_000

/** Within the time for which it says it keeps numbers; where it says none, whatever it had. */
export function carrierOf(
  supplier: SupplierView,
  carried: readonly CarriedForAccount[],
  at: Instant,
): Omit<AccountCarrier, 'shared'>[] {
  const own = carried.find(({ supplierId }) => supplierId === supplier.id)
  if (own === undefined) return []
  const { id, name, country, erasureAddress: address } = supplier
  const { people, senders, firstAt: from, lastAt: until } = own
  const isKept = until >= keptSince(supplier, at)
  const untold = isOwn(supplier) ? 'own' : isKept ? null : 'not_kept'
  return [{ id, name, country, address, untold, people, senders, from, until }]
}

type Backups = Parameters<typeof backupState>[0]

/** What the last try of every backup found of people who were erased. */
const lastDrillOf =
  (backups: Backups): ErasureDeps['lastDrill'] =>
  async () => {
    const { lastDrill } = await backupState(backups)
    if (lastDrill === null) return null
    const { at, isWell, found } = lastDrill
    return { at, isWell, readable: found.readable ?? 0 }
  }

/** The oldest backup that is in its folder; null: this program makes none. */
const backupsKeptOf =
  (backups: Backups): ErasureDeps['backupsKept'] =>
  async () => {
    const { mode, oldestAt } = await backupState(backups)
    return mode === 'on' ? { oldestAt } : null
  }

export const copiesOfFiles: ErasureDeps['copiesOfFiles'] = (tx, accountId, cameBefore) =>
  copiesOfFilesUntil(tx, accountId, {
    cameBefore,
    fileKeptMs: intakeLimits.fileKeptHours * 3_600_000,
  })

/** Where the link to a person's page leads once they are erased, and what is kept of them. */
export const ofErased = (base: Parameters<typeof erasureByLink>[0]) => ({
  erasedPath: async (token: string) => {
    const found = await erasureByLink(base, token)
    return found === null ? null : `/erasure/certificate/${token}`
  },
  keptAfterErasure: keptOfRequest,
})

/** What a certificate asks of backups. */
export const ofBackups = (backups: Backups) => ({
  lastDrill: lastDrillOf(backups),
  backupsKept: backupsKeptOf(backups),
})
