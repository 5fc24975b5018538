// What an account reads of the installation's suppliers, and its objections to their changes.
import { accountNamesInAnyAccount } from '../accounts/index.ts'
import { type Caller, type Instant, isoTime } from '../kernel/index.ts'
import { notifyStaff } from '../notifications/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  findChange,
  insertObjection,
  isSupplier,
  type Objection,
  objectionsInAnyAccount,
  readOwnObjections,
} from './beside-store.ts'
import type { AccountSupplier, SupplierObjections, SupplierView } from './contract.ts'
import type { SealingDeps } from './deps.ts'
import { governanceError } from './errors.ts'
import { suppliersAt } from './manage-suppliers.ts'

const listedMax = 1_000
const reasonPlace = (accountId: string, changeId: string) => ({
  table: 'governance.objection',
  column: 'reason_sealed',
  rowId: `${accountId} ${changeId}`,
})

export async function accountSuppliers(
  deps: SealingDeps,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<AccountSupplier[]> {
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const suppliers = (await suppliersAt(tx, at)).filter(
      ({ contracts }) => !contracts.some(({ kind }) => kind === 'own'),
    )
    const changeIds = suppliers.flatMap(({ changes }) => changes.map(({ id }) => id))
    const own = await readOwnObjections(tx, accountId, changeIds)
    const reasons = new Map(own.map((one) => [one.changeId, opened(deps, accountId, one)]))
    return suppliers.map((supplier) => viewFor(supplier, reasons, at))
  })
}

const opened = ({ vault }: SealingDeps, accountId: string, { changeId, ...one }: Objection) => ({
  reason: vault
    .openForInstallation(reasonPlace(accountId, changeId), one.reasonSealed)
    .toString('utf8'),
  at: isoTime(one.at),
})

type Reasons = ReadonlyMap<string, { reason: string; at: string }>

function viewFor(supplier: SupplierView, reasons: Reasons, at: Instant): AccountSupplier {
  const { id, name, country, role, numbersKeptDays, processingCountries, standing } = supplier
  const isRunning = (iso: string | null) => iso === null || Date.parse(iso) > at
  const inForce = supplier.contracts.findLast(
    ({ validFrom, validUntil, endedAt, missing }) =>
      missing.length === 0 &&
      Date.parse(validFrom) <= at &&
      isRunning(validUntil) &&
      isRunning(endedAt),
  )
  return {
    ...{ id, name, country, role, numbersKeptDays, processingCountries, standing },
    contractFrom: inForce?.validFrom ?? null,
    validUntil: supplier.validUntil,
    transferInstrument: inForce?.transferInstrument ?? null,
    subprocessors: supplier.subprocessors,
    changes: supplier.changes.map((change) => {
      const objection = reasons.get(change.id) ?? null
      const isOpen = change.objectUntil !== null && Date.parse(change.objectUntil) > at
      return { ...change, objection, canObject: isOpen && objection === null }
    }),
  }
}

/** Once for each change, until the day it takes effect. */
export async function objectToChange(
  deps: SealingDeps,
  caller: Caller,
  changeId: string,
  reason: string,
): Promise<AccountSupplier[]> {
  const { accountId } = caller
  const at = deps.clock.now()
  await deps.database.inAccount(accountId, async (tx) => {
    const change = await findChange(tx, changeId)
    if (change === null) throw governanceError('governance.change_not_found')
    if (change.objectUntil === null || change.objectUntil <= at) {
      throw governanceError('governance.objection_too_late')
    }
    const reasonSealed = deps.vault.sealForInstallation(
      reasonPlace(accountId, changeId),
      Buffer.from(reason, 'utf8'),
    )
    const by = caller.by.kind === 'user' ? `user:${caller.by.userId}` : caller.by.kind
    if (!(await insertObjection(tx, accountId, { changeId, reasonSealed, by, at }))) {
      throw governanceError('governance.objected_already')
    }
    await deps.record(tx, caller, {
      action: 'governance.objected',
      details: { supplier: change.supplierId, change: changeId },
    })
    await tellStaff(tx, change, { accountId, at })
  })
  return accountSuppliers(deps, caller)
}

async function tellStaff(
  tx: Tx,
  change: { changeId: string; supplierId: string },
  { accountId, at }: { accountId: string; at: Instant },
): Promise<void> {
  const supplier = (await suppliersAt(tx, at)).find(({ id }) => id === change.supplierId)
  await notifyStaff(tx, {
    kind: 'change_objected',
    about: change.changeId,
    step: accountId,
    details: { name: supplier?.name ?? '' },
    at,
  })
}

/** Of all accounts, for whoever manages the installation. */
export async function objectionsTo(
  deps: SealingDeps,
  supplierId: string,
): Promise<SupplierObjections> {
  const isKnown = await deps.database.inInstallation((tx) => isSupplier(tx, supplierId))
  if (!isKnown) throw governanceError('governance.supplier_not_found')
  return deps.database.inAnyAccount(async (tx) => {
    const rows = await objectionsInAnyAccount(tx, supplierId, listedMax + 1)
    const shown = rows.slice(0, listedMax)
    const names = await accountNamesInAnyAccount(tx, [
      ...new Set(shown.map((one) => one.accountId)),
    ])
    const items = shown.map(({ accountId, ...objection }) => ({
      changeId: objection.changeId,
      account: { id: accountId, ...(names.get(accountId) ?? { number: 0, name: '' }) },
      ...opened(deps, accountId, objection),
    }))
    return { items, isCut: rows.length > listedMax }
  })
}
