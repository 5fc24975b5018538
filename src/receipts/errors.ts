// The error codes of consent receipts: why an archive is not imported.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { type ArchiveFault, archiveFaults } from './contract.ts'

export type ReceiptsErrorCode =
  | `receipts.${ArchiveFault}`
  | 'receipts.contact_not_found'
  | 'receipts.trust_not_allowed'
  | 'receipts.entity_not_allowed'
  | 'receipts.wording_not_allowed'

export const receiptsErrors: readonly ReceiptsErrorCode[] = [
  'receipts.contact_not_found',
  'receipts.trust_not_allowed',
  'receipts.entity_not_allowed',
  'receipts.wording_not_allowed',
  ...archiveFaults.map((fault) => `receipts.${fault}` as const),
]

/** What kind each is, beside those of an archive, which are invalid. */
export const receiptsErrorKinds: Partial<Record<ReceiptsErrorCode, ErrorKind>> = {
  'receipts.contact_not_found': 'not_found',
  'receipts.trust_not_allowed': 'forbidden',
  'receipts.entity_not_allowed': 'forbidden',
  'receipts.wording_not_allowed': 'forbidden',
}

export function receiptsError(
  code: ReceiptsErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  const said = sentence('en', code, details) ?? code
  return new AppError(code, receiptsErrorKinds[code] ?? 'invalid', said, { details })
}
