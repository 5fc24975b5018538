// What an account reads of the installation's suppliers, their changes and its own objections.
import type { Caller, Instant } from '../kernel/index.ts'
import type { AccountSupplier, OwnObjection, SupplierView } from './contract.ts'
import type { SealingDeps } from './deps.ts'
import { suppliersAt } from './manage-suppliers.ts'
import { readOwnObjections } from './objection-store.ts'
import { keepObjection, objectionViewOf, withdrawObjection } from './objections.ts'

export async function accountSuppliers(
  deps: SealingDeps,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<AccountSupplier[]> {
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const suppliers = (await suppliersAt(tx, at)).filter(
      ({ contracts }) => !contracts.some(({ kind }) => kind === 'own'),
    )
    const own = await readOwnObjections(tx, accountId)
    const views = new Map(own.map((one) => [one.changeId, objectionViewOf(deps, one, at)]))
    return suppliers.map((supplier) => viewFor(supplier, views, at))
  })
}

function viewFor(
  supplier: SupplierView,
  objections: ReadonlyMap<string, OwnObjection>,
  at: Instant,
): AccountSupplier {
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
      const objection = objections.get(change.id) ?? null
      const isOpen = change.objectUntil !== null && Date.parse(change.objectUntil) > at
      return { ...change, objection, canObject: isOpen && objection === null }
    }),
  }
}

export async function objectToChange(
  deps: SealingDeps,
  caller: Caller,
  changeId: string,
  reason: string,
): Promise<AccountSupplier[]> {
  await keepObjection(deps, caller, changeId, reason)
  return accountSuppliers(deps, caller)
}

export async function withdrawOwnObjection(
  deps: SealingDeps,
  caller: Caller,
  changeId: string,
): Promise<AccountSupplier[]> {
  await withdrawObjection(deps, caller, changeId)
  return accountSuppliers(deps, caller)
}
