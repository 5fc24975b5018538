// Error codes of governance; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'

export const governanceErrorKinds = {
  'governance.supplier_not_found': 'not_found',
  'governance.contract_not_found': 'not_found',
  'governance.contract_dates_swapped': 'invalid',
  'governance.document_type_unknown': 'invalid',
  'governance.document_not_found': 'not_found',
  'governance.too_many_documents': 'conflict',
  'governance.subprocessor_not_found': 'not_found',
  'governance.too_many_subprocessors': 'conflict',
  'governance.notice_too_short': 'invalid',
  'governance.removal_too_early': 'invalid',
  'governance.change_not_found': 'not_found',
  'governance.objection_too_late': 'conflict',
  'governance.objected_already': 'conflict',
  'governance.objection_not_found': 'not_found',
  'governance.objection_closed': 'conflict',
  'governance.answer_day': 'invalid',
  'governance.no_other_route': 'conflict',
  'governance.no_route_for_waiting': 'conflict',
} as const satisfies Record<string, ErrorKind>
export type GovernanceErrorCode = keyof typeof governanceErrorKinds
export const governanceErrorCodes = Object.keys(governanceErrorKinds) as GovernanceErrorCode[]

/** In English, for logs; `words` says it to people. */
const said: Partial<Readonly<Record<GovernanceErrorCode, string>>> = {
  'governance.supplier_not_found': 'There is no such supplier.',
  'governance.contract_not_found': 'This supplier has no such contract.',
  'governance.document_type_unknown': 'The file is no PDF: give the signed contract as a PDF.',
  'governance.document_not_found': 'This contract has no such document.',
  'governance.too_many_documents': 'This contract has ten documents already.',
  'governance.subprocessor_not_found': 'This supplier has no such sub-processor at work.',
  'governance.too_many_subprocessors': 'This supplier has two hundred sub-processors already.',
  'governance.notice_too_short':
    'Accounts have 30 days to object: choose a day 30 days ahead or later.',
  'governance.removal_too_early': 'It would end before it begins; choose a later day.',
  'governance.change_not_found': 'There is no such change.',
  'governance.objection_too_late': 'This change can no longer be objected to.',
  'governance.objected_already': 'This account has objected to this change already.',
  'governance.objection_not_found': 'There is no such objection.',
  'governance.objection_closed': 'This objection is withdrawn, or there is nothing left to answer.',
  'governance.answer_day':
    'This answer needs a day to come, after that of the change; the others take none.',
  'governance.no_other_route':
    'No open route of another supplier carries such messages of this account: choose another answer.',
}

export const governanceError = (code: GovernanceErrorCode) => fault(code, said[code] ?? code)

/** Of the routes it names messages wait that no other route may take. */
export const noRouteForWaiting = (names: readonly string[]) =>
  new AppError(
    'governance.no_route_for_waiting',
    governanceErrorKinds['governance.no_route_for_waiting'],
    'Messages wait that no open route of another supplier may take: open one that is like theirs.',
    { details: { routes: names.join(', ') } },
  )

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
