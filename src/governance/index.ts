// Public interface of governance: suppliers, contracts, and where data may be sent.
export {
  type Art28Item,
  art28Items,
  type ContractKind,
  type SupplierView,
  type TransferInstrument,
  transferInstruments,
} from './contract.ts'
export { governanceDataMap } from './data-map.ts'
export type { GovernanceDeps } from './deps.ts'
export { type GovernanceErrorCode, governanceErrorCodes, governanceErrorKinds } from './errors.ts'
export {
  addContract,
  addSupplier,
  endContract,
  ensureOwnSupplier,
  listSuppliers,
  suppliersAt,
} from './manage-suppliers.ts'
export type { AccountBar } from './objection.ts'
export { barredSuppliers, barsInAnyAccount } from './objection-store.ts'
export { type OpenToAnswer, openObjections } from './objections.ts'
export { governanceRoutes } from './routes.ts'
export { readSuppliers } from './store.ts'
export {
  type Contract,
  type ContractId,
  type ContractStanding,
  type ContractState,
  contractStanding,
  isInEea,
  missingItems,
  type Supplier,
  type SupplierId,
} from './supplier.ts'
export { tellChanges } from './tell-changes.ts'
export { tellEndingContracts, tellSupplierContracts } from './tell-contracts.ts'
export { tellObjections } from './tell-objections.ts'
export { contractStandings, validContract } from './valid-contract.ts'
