// Tells staff 60, 30 and 7 days before a supplier's contract runs out, and accounts that it serves.
import { accountOf } from '../accounts/index.ts'
import { dayIn } from '../countries/index.ts'
import type { AccountId, Caller, Instant } from '../kernel/index.ts'
import { notify, notifyStaff } from '../notifications/index.ts'
import type { Tx } from '../storage/index.ts'
import type { GovernanceDeps } from './deps.ts'
import { barredSuppliers } from './objection-store.ts'
import { readSuppliers } from './store.ts'
import { contractEnded, contractStanding, type Supplier } from './supplier.ts'

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

const accountMarks = [7, 30] as const
/** What ended longer ago was told then. */
const newsMs = 30 * dayMs

type Carriers = {
  /** Suppliers whose routes carry messages of the account, whatever it has objected to. */
  carriersOf(tx: Tx, accountId: AccountId): Promise<ReadonlySet<string>>
}

/** Whoever answers for an account's data: of the suppliers on its routes alone. */
export async function tellSupplierContracts(
  { database, clock, carriersOf }: Pick<GovernanceDeps, 'database' | 'clock'> & Carriers,
  { accountId }: Pick<Caller, 'accountId'>,
): Promise<void> {
  const at = clock.now()
  await database.inAccount(accountId, async (tx) => {
    const carriers = await carriersOf(tx, accountId)
    if (carriers.size === 0) return
    const barred = await barredSuppliers(tx, accountId, at)
    const { zone } = await accountOf(tx, accountId)
    for (const supplier of await readSuppliers(tx)) {
      const { supplierId: about, name } = supplier
      if (!carriers.has(about) || barred.has(about)) continue
      const told = endOf(supplier, { at, zone })
      if (told === null) continue
      const { step, ...details } = told
      await notify(tx, accountId, {
        ...{ kind: 'supplier_contract', about, step, at },
        details: { name, ...details },
      })
    }
  })
}

/** The day is that of the account's clock, like those on its screens. */
function endOf(supplier: Supplier, { at, zone }: { at: Instant; zone: string }) {
  const { state, until } = contractStanding(supplier, at)
  if (state === 'expired') {
    const ended = contractEnded(supplier, at)
    if (ended === null || at - ended > newsMs) return null
    return { step: `${ended} ended`, variant: 'ended', day: dayIn(zone, ended) }
  }
  if (state !== 'valid' || until === null) return null
  const days = Math.ceil((until - at) / dayMs)
  const mark = accountMarks.find((one) => days <= one)
  if (mark === undefined) return null
  return { step: `${until} ${mark}`, variant: 'ends', day: dayIn(zone, until), days }
}
