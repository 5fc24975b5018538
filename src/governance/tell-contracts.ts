// Tells whoever manages the installation 60, 30 and 7 days before a supplier's contract runs out.
import { notifyStaff } from '../notifications/index.ts'
import type { GovernanceDeps } from './deps.ts'
import { readSuppliers } from './store.ts'
import { contractStanding } from './supplier.ts'

const dayMs = 86_400_000
const marks = [7, 30, 60] as const

/** A contract that another one follows is not told of: what counts is until when data may go. */
export async function tellEndingContracts({
  database,
  clock,
}: Pick<GovernanceDeps, 'database' | 'clock'>): Promise<void> {
  const at = clock.now()
  await database.inInstallation(async (tx) => {
    for (const supplier of await readSuppliers(tx)) {
      const { state, until } = contractStanding(supplier, at)
      if (state !== 'valid' || until === null) continue
      const days = Math.ceil((until - at) / dayMs)
      const mark = marks.find((one) => days <= one)
      if (mark === undefined) continue
      await notifyStaff(tx, {
        kind: 'contract_ends',
        about: supplier.supplierId,
        step: `${until}:${mark}`,
        details: { name: supplier.name, days },
        at,
      })
    }
  })
}
