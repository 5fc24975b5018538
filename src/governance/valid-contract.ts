// Whether data may go to a supplier: what routing asks before a route is open.
import type { Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { readSuppliers } from './store.ts'
import { type ContractStanding, contractStanding, type SupplierId } from './supplier.ts'

/** The standing of every supplier at an instant. */
export async function contractStandings(
  tx: Tx,
  at: Instant,
): Promise<Map<SupplierId, ContractStanding>> {
  const suppliers = await readSuppliers(tx)
  return new Map(suppliers.map((supplier) => [supplier.supplierId, contractStanding(supplier, at)]))
}

export async function validContract(
  tx: Tx,
  supplierId: SupplierId,
  at: Instant,
): Promise<ContractStanding> {
  const standings = await contractStandings(tx, at)
  return standings.get(supplierId) ?? { state: 'missing', until: null }
}
