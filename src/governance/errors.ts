// Error codes of governance; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'

export const governanceErrorKinds = {
  'governance.supplier_not_found': 'not_found',
  'governance.contract_not_found': 'not_found',
  'governance.contract_dates_swapped': 'invalid',
} as const satisfies Record<string, ErrorKind>
export type GovernanceErrorCode = keyof typeof governanceErrorKinds
export const governanceErrorCodes = Object.keys(governanceErrorKinds) as GovernanceErrorCode[]

const fault = (code: GovernanceErrorCode, message: string) =>
  new AppError(code, governanceErrorKinds[code], message)

export const supplierNotFound = () =>
  fault('governance.supplier_not_found', 'There is no such supplier.')

export const contractNotFound = () =>
  fault(
    'governance.contract_not_found',
    'This supplier has no such contract, or it has ended already.',
  )

export const contractDatesSwapped = () =>
  fault(
    'governance.contract_dates_swapped',
    'The contract ends before it begins; look at the two dates.',
  )
