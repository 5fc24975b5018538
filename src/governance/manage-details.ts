// What is told of a supplier beside its contract, and its signed papers, sealed.
import { assert, type Caller } from '../kernel/index.ts'
import { sha256 } from '../vault/index.ts'
import {
  countDocuments,
  findDocument,
  insertDocument,
  isContractOf,
  lockSupplier,
  writeDetails,
} from './beside-store.ts'
import { documentsMax, type SupplierDetails, type SupplierView } from './contract.ts'
import type { GovernanceDeps, SealingDeps } from './deps.ts'
import { governanceError } from './errors.ts'
import { readOne } from './manage-suppliers.ts'
import type { ContractId } from './supplier.ts'

/** A country of processing outside the EEA asks contracts for an instrument: routes may close. */
export async function describeSupplier(
  deps: GovernanceDeps,
  caller: Caller,
  supplierId: string,
  details: SupplierDetails,
): Promise<SupplierView> {
  const view = await deps.database.inAccount(caller.accountId, async (tx) => {
    const processingCountries = [...new Set(details.processingCountries)].sort()
    if (!(await writeDetails(tx, supplierId, { ...details, processingCountries }))) {
      throw governanceError('governance.supplier_not_found')
    }
    await deps.record(tx, caller, {
      action: 'governance.supplier_described',
      details: { supplier: supplierId },
    })
    return readOne(tx, supplierId, deps.clock.now())
  })
  await deps.contractsChanged?.()
  return view
}

export type DocumentPlace = { supplierId: string; contractId: string }

const isPdf = (bytes: Uint8Array) =>
  bytes.length > 5 && Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
const place = (rowId: string) => ({
  table: 'governance.contract_document',
  column: 'body_sealed',
  rowId,
})

/** The same file twice is kept once. */
export async function addContractDocument(
  deps: SealingDeps,
  caller: Caller,
  { supplierId, contractId }: DocumentPlace,
  bytes: Buffer,
): Promise<SupplierView> {
  if (!isPdf(bytes)) throw governanceError('governance.document_type_unknown')
  return deps.database.inAccount(caller.accountId, async (tx) => {
    await lockSupplier(tx, supplierId)
    if (!(await isContractOf(tx, supplierId, contractId))) {
      throw governanceError('governance.contract_not_found')
    }
    if ((await countDocuments(tx, contractId)) >= documentsMax) {
      throw governanceError('governance.too_many_documents')
    }
    const documentId = deps.makeId()
    const isNew = await insertDocument(tx, {
      documentId,
      contractId: contractId as ContractId,
      sha256: sha256(bytes),
      octets: bytes.length,
      addedAt: deps.clock.now(),
      bodySealed: deps.vault.sealForInstallation(place(documentId), bytes),
    })
    if (isNew) {
      await deps.record(tx, caller, {
        action: 'governance.document_added',
        details: { supplier: supplierId, contract: contractId, document: documentId },
      })
    }
    return readOne(tx, supplierId, deps.clock.now())
  })
}

/** In clear; the look is recorded in the same transaction. */
export async function openContractDocument(
  deps: SealingDeps,
  caller: Caller,
  of: DocumentPlace & { documentId: string },
): Promise<Buffer> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const found = await findDocument(tx, of)
    if (found === null) throw governanceError('governance.document_not_found')
    const bytes = deps.vault.openForInstallation(place(of.documentId), found.bodySealed)
    assert(sha256(bytes).equals(found.sha256), 'a sealed contract opens to what was kept')
    await deps.record(tx, caller, {
      action: 'governance.document_opened',
      details: { supplier: of.supplierId, contract: of.contractId, document: of.documentId },
    })
    return bytes
  })
}
