// Error codes of governance; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'

export const governanceErrorCodes = [
  'governance.supplier_not_found',
  'governance.contract_not_found',
  'governance.contract_dates_swapped',
] as const
export type GovernanceErrorCode = (typeof governanceErrorCodes)[number]

/** What kind each is: it decides the status of the answer. */
export const governanceErrorKinds: Readonly<Record<GovernanceErrorCode, ErrorKind>> = {
  'governance.supplier_not_found': 'not_found',
  'governance.contract_not_found': 'not_found',
  'governance.contract_dates_swapped': 'invalid',
}

const notFound = (code: GovernanceErrorCode, message: string) =>
  new AppError(code, governanceErrorKinds[code], message)

export const supplierNotFound = () =>
  notFound('governance.supplier_not_found', 'There is no such supplier.')

export const contractNotFound = () =>
  notFound(
    'governance.contract_not_found',
    'This supplier has no such contract, or it has ended already.',
  )

export const contractDatesSwapped = () =>
  new AppError(
    'governance.contract_dates_swapped',
    'invalid',
    'The contract ends before it begins; look at the two dates.',
  )
