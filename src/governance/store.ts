// The SQL of suppliers and contracts.
import type { Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { Contract, Supplier, SupplierId } from './supplier.ts'

type SupplierRow = {
  supplier_id: SupplierId
  name: string
  country: string
  processing_countries: string[]
}
type ContractRow = {
  contract_id: Contract['contractId']
  supplier_id: SupplierId
  kind: Contract['kind']
  reference: string
  valid_from: Instant
  valid_until: Instant | null
  art28_items: Contract['art28Items']
  transfer_instrument: Contract['transferInstrument']
  ended_at: Instant | null
}

export async function readSuppliers(tx: Tx): Promise<Supplier[]> {
  const suppliers = await tx.query<SupplierRow>(
    `select supplier_id, name, country, processing_countries
     from governance.supplier order by name, supplier_id`,
  )
  const contracts = await tx.query<ContractRow>(
    `select contract_id, supplier_id, kind, reference, valid_from, valid_until, art28_items,
            transfer_instrument, ended_at
     from governance.contract order by valid_from, contract_id`,
  )
  return suppliers.rows.map(({ supplier_id, name, country, processing_countries }) => ({
    supplierId: supplier_id,
    name,
    country,
    processingCountries: processing_countries,
    contracts: contracts.rows.filter((row) => row.supplier_id === supplier_id).map(contractOf),
  }))
}

function contractOf(row: ContractRow): Contract {
  return {
    contractId: row.contract_id,
    supplierId: row.supplier_id,
    kind: row.kind,
    reference: row.reference,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    art28Items: row.art28_items,
    transferInstrument: row.transfer_instrument,
    endedAt: row.ended_at,
  }
}

export async function insertSupplier(
  tx: Tx,
  supplier: { supplierId: SupplierId; name: string; country: string; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into governance.supplier (supplier_id, name, country, created_at)
     values ($1, $2, $3, $4)`,
    [supplier.supplierId, supplier.name, supplier.country, toTimestamp(supplier.at)],
  )
}

export async function insertContract(tx: Tx, contract: Contract, at: Instant): Promise<void> {
  await tx.query(
    `insert into governance.contract (contract_id, supplier_id, kind, reference, valid_from,
       valid_until, art28_items, transfer_instrument, created_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)`,
    [
      contract.contractId,
      contract.supplierId,
      contract.kind,
      contract.reference,
      toTimestamp(contract.validFrom),
      contract.validUntil === null ? null : toTimestamp(contract.validUntil),
      contract.art28Items,
      contract.transferInstrument,
      toTimestamp(at),
    ],
  )
}

/** False when there is none that has not ended. */
export async function endContractOf(
  tx: Tx,
  supplierId: string,
  contractId: string,
  at: Instant,
): Promise<boolean> {
  const result = await tx.query(
    `update governance.contract set ended_at = $3
     where supplier_id = $1 and contract_id = $2 and ended_at is null`,
    [supplierId, contractId, toTimestamp(at)],
  )
  return result.rowCount > 0
}
