// A supplier as it is shown: how its contracts stand, its sub-processors and what changes.
import { type Instant, isoTime, isoTimeOrNull } from '../kernel/index.ts'
import type { Beside, Subprocessor, SubprocessorChange } from './beside-store.ts'
import type { SubprocessorChangeView, SubprocessorView, SupplierView } from './contract.ts'
import { contractStanding, missingItems, type Supplier } from './supplier.ts'

export function supplierViewOf(supplier: Supplier, beside: Beside, at: Instant): SupplierView {
  const { state, until } = contractStanding(supplier, at)
  const { supplierId, processingCountries = [] } = supplier
  const details = beside.details.get(supplierId)
  return {
    id: supplierId,
    name: supplier.name,
    country: supplier.country,
    role: details?.role ?? 'processor',
    numbersKeptDays: details?.numbersKeptDays ?? null,
    erasureAddress: details?.erasureAddress ?? null,
    contact: details?.contact ?? null,
    processingCountries: [...processingCountries],
    subprocessors: subprocessorsNow(supplier, beside, at),
    changes: changesOf(supplier, beside),
    standing: state,
    validUntil: isoTimeOrNull(until),
    contracts: supplier.contracts.map((contract) => ({
      id: contract.contractId,
      kind: contract.kind,
      reference: contract.reference,
      validFrom: isoTime(contract.validFrom),
      validUntil: isoTimeOrNull(contract.validUntil),
      art28Items: [...contract.art28Items],
      transferInstrument: contract.transferInstrument,
      endedAt: isoTimeOrNull(contract.endedAt),
      missing: missingItems(contract, supplier),
      documents: beside.documents
        .filter(({ contractId }) => contractId === contract.contractId)
        .map(({ documentId, octets, sha256, addedAt }) => ({
          id: documentId,
          octets,
          sha256: sha256.toString('hex'),
          addedAt: isoTime(addedAt),
        })),
    })),
  }
}

/** One that was given up before it began ends as it begins. */
const isAtWorkOrToCome = ({ since, until }: Subprocessor, at: Instant): boolean =>
  until === null || (until > at && until > since)

/** Those that have gone stay in the table: they are told with the change that took them away. */
function subprocessorsNow({ supplierId }: Supplier, beside: Beside, at: Instant) {
  return beside.subprocessors
    .filter((one) => one.supplierId === supplierId && isAtWorkOrToCome(one, at))
    .map(subprocessorViewOf)
}

function changesOf({ supplierId }: Supplier, beside: Beside): SubprocessorChangeView[] {
  const known = new Map(beside.subprocessors.map((one) => [one.subprocessorId, one]))
  const viewed = (id: string | null) => {
    const found = id === null ? undefined : known.get(id)
    return found === undefined ? null : subprocessorViewOf(found)
  }
  const view = (change: SubprocessorChange): SubprocessorChangeView => ({
    id: change.changeId,
    kind: change.kind,
    added: viewed(change.addedId),
    removed: viewed(change.removedId),
    effectiveAt: isoTime(change.effectiveAt),
    objectUntil: isoTimeOrNull(change.objectUntil),
    announcedAt: isoTime(change.announcedAt),
  })
  return beside.changes.filter((one) => one.supplierId === supplierId).map(view)
}

const subprocessorViewOf = (one: Subprocessor): SubprocessorView => ({
  id: one.subprocessorId,
  name: one.name,
  country: one.country,
  purpose: one.purpose,
  since: isoTime(one.since),
  until: isoTimeOrNull(one.until),
})
