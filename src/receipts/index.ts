// Public interface of consent receipts: routes, and the copy that a person downloads.

export type { ImportCounts } from './contract.ts'
export type { ReadElsewhere, ReceiptsDeps } from './deps.ts'
export {
  type ReceiptsErrorCode,
  receiptsError,
  receiptsErrorKinds,
  receiptsErrors,
} from './errors.ts'
export { demandObjectionsKnown, exportReceipts, receiptsOfContact } from './export-receipts.ts'
export { importReceipts } from './import-receipts.ts'
export { archiveLimit } from './read-archive.ts'
export { receiptsRoutes } from './routes.ts'
