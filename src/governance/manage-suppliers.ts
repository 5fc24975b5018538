// Adds suppliers and contracts, ends contracts, and lists how each stands.
import type { Caller, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { AuditAction } from '../words/index.ts'
import { readBeside } from './beside-store.ts'
import type { NewContract, SupplierView } from './contract.ts'
import type { GovernanceDeps } from './deps.ts'
import { contractDatesSwapped, contractNotFound, supplierNotFound } from './errors.ts'
import { endContractOf, insertContract, insertSupplier, readSuppliers } from './store.ts'
import type { Contract, ContractId, Supplier, SupplierId } from './supplier.ts'
import { supplierViewOf } from './view-supplier.ts'

export async function listSuppliers(deps: GovernanceDeps): Promise<SupplierView[]> {
  return deps.database.inInstallation((tx) => suppliersAt(tx, deps.clock.now()))
}

/** The same for whoever is in a transaction already. */
export async function suppliersAt(tx: Tx, at: Instant): Promise<SupplierView[]> {
  const beside = await readBeside(tx)
  return (await readSuppliers(tx)).map((supplier) => supplierViewOf(supplier, beside, at))
}

export async function readOne(tx: Tx, supplierId: string, at: Instant): Promise<SupplierView> {
  const found = await findSupplier(tx, supplierId)
  return supplierViewOf(found, await readBeside(tx), at)
}

export async function addSupplier(
  deps: GovernanceDeps,
  caller: Caller,
  input: { name: string; country: string },
): Promise<SupplierView> {
  const supplierId = deps.makeId() as SupplierId
  const at = deps.clock.now()
  return deps.database.inAccount(caller.accountId, async (tx) => {
    await insertSupplier(tx, { supplierId, ...input, at })
    const details = { supplier: supplierId, country: input.country }
    await deps.record(tx, caller, { action: 'governance.supplier_added', details })
    return readOne(tx, supplierId, at)
  })
}

export async function addContract(
  deps: GovernanceDeps,
  caller: Caller,
  supplierId: string,
  input: NewContract,
): Promise<SupplierView> {
  const validFrom = Date.parse(input.validFrom)
  const validUntil = input.validUntil === null ? null : Date.parse(input.validUntil)
  if (validUntil !== null && validUntil <= validFrom) throw contractDatesSwapped()
  const contract: Contract = {
    ...input,
    contractId: deps.makeId() as ContractId,
    supplierId: supplierId as SupplierId,
    validFrom,
    validUntil,
    endedAt: null,
  }
  return change(deps, caller, supplierId, async (tx) => {
    await findSupplier(tx, supplierId)
    await insertContract(tx, contract, deps.clock.now())
    return { action: 'governance.contract_added', contractId: contract.contractId }
  })
}

export async function endContract(
  deps: GovernanceDeps,
  caller: Caller,
  supplierId: string,
  contractId: string,
): Promise<SupplierView> {
  return change(deps, caller, supplierId, async (tx) => {
    const hasEnded = await endContractOf(tx, supplierId, contractId, deps.clock.now())
    if (!hasEnded) throw contractNotFound()
    return { action: 'governance.contract_ended', contractId }
  })
}

async function change(
  deps: GovernanceDeps,
  caller: Caller,
  supplierId: string,
  work: (tx: Tx) => Promise<{ action: AuditAction; contractId: string }>,
): Promise<SupplierView> {
  const view = await deps.database.inAccount(caller.accountId, async (tx) => {
    const { action, contractId } = await work(tx)
    const details = { supplier: supplierId, contract: contractId }
    await deps.record(tx, caller, { action, details })
    return readOne(tx, supplierId, deps.clock.now())
  })
  // Whoever reads the answer may send at once.
  await deps.contractsChanged?.()
  return view
}

async function findSupplier(tx: Tx, supplierId: string): Promise<Supplier> {
  const suppliers = await readSuppliers(tx)
  const found = suppliers.find((supplier) => supplier.supplierId === supplierId)
  if (!found) throw supplierNotFound()
  return found
}

/** A supplier that is the installation itself, with its contract; made once, at the first start. */
export async function ensureOwnSupplier(
  tx: Tx,
  deps: Pick<GovernanceDeps, 'clock' | 'makeId'>,
  input: { name: string; country: string; reference: string },
): Promise<SupplierId> {
  const at = deps.clock.now()
  const suppliers = await readSuppliers(tx)
  const known = suppliers.find(
    ({ name, contracts }) => name === input.name && contracts.some(({ kind }) => kind === 'own'),
  )
  if (known) return known.supplierId
  const supplierId = deps.makeId() as SupplierId
  await insertSupplier(tx, { supplierId, name: input.name, country: input.country, at })
  const contract: Contract = {
    contractId: deps.makeId() as ContractId,
    supplierId,
    kind: 'own',
    reference: input.reference,
    validFrom: at,
    validUntil: null,
    art28Items: [],
    transferInstrument: null,
    endedAt: null,
  }
  await insertContract(tx, contract, at)
  return supplierId
}
