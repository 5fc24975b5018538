// What is true of the installation itself: who runs it, its suppliers, its measures.
import { suppliersAt } from '../../governance/index.ts'
import type { Instant } from '../../kernel/index.ts'
import { suppliersInUse } from '../../routing/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type OperatorField, operatorFields } from '../contract.ts'
import { readOperatorDeclared } from '../declared-store.ts'
import type { DisclosureDeps, Measure } from '../deps.ts'
import { measuresHere } from './measures.ts'

export type Operator = Record<OperatorField, string | null> & { changedAt: Instant | null }
export type SupplierInUse = Awaited<ReturnType<typeof suppliersAt>>[number] & {
  /** Its routes reach nobody. */
  isSandbox: boolean
}

export type InstallationFacts = {
  operator: Operator
  suppliers: readonly SupplierInUse[]
  measures: readonly Measure[]
  isHttps: boolean
  at: Instant
}

export async function readOperator(tx: Tx): Promise<Operator> {
  const rows = await readOperatorDeclared(tx)
  const heldOf = (field: OperatorField) => {
    const value = rows.find((row) => row.field === field)?.value ?? ''
    return value === '' ? null : value
  }
  const values = Object.fromEntries(operatorFields.map((field) => [field, heldOf(field)]))
  const changed = rows.map(({ at }) => at)
  return {
    ...(values as Record<OperatorField, string | null>),
    changedAt: changed.length === 0 ? null : Math.max(...changed),
  }
}

export async function installationFacts(deps: DisclosureDeps, tx: Tx): Promise<InstallationFacts> {
  const inUse = new Map((await suppliersInUse(tx)).map((one) => [one.supplierId, one]))
  const at = deps.clock.now()
  const suppliers = await suppliersAt(tx, at)
  return {
    operator: await readOperator(tx),
    suppliers: suppliers.flatMap((supplier) => {
      const used = inUse.get(supplier.id)
      return used === undefined ? [] : [{ ...supplier, isSandbox: used.isSandbox }]
    }),
    measures: await measuresHere(deps, tx),
    isHttps: deps.publicUrl?.startsWith('https:') ?? false,
    at,
  }
}
