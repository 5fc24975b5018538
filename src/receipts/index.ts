// What other rooms may use of receipts: its routes, and the copy that a person takes away.
export type { ReceiptsDeps } from './deps.ts'
export {
  type ReceiptsErrorCode,
  receiptsError,
  receiptsErrorKinds,
  receiptsErrors,
} from './errors.ts'
export { receiptsOfContact } from './export-receipts.ts'
export { receiptsRoutes } from './routes.ts'
