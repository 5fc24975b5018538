// Error codes of sensitive data, including why a legal basis cannot be recorded.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { type SensitiveRefusal, sensitiveRefusals } from './contract.ts'

const kinds = {
  'sensitive.legal_basis_not_found': 'not_found',
  'sensitive.legal_basis_not_proposed': 'conflict',
  'sensitive.legal_basis_ended': 'conflict',
  'sensitive.approver_is_author': 'forbidden',
  'sensitive.approver_is_no_user': 'forbidden',
  'sensitive.author_is_nobody': 'forbidden',
  'sensitive.controller_not_found': 'not_found',
  'sensitive.contact_not_found': 'not_found',
  'sensitive.data_restricted': 'conflict',
  'sensitive.legal_basis_unusable': 'invalid',
} as const satisfies Record<string, ErrorKind>

/** What kind each is: it decides the status of the answer. */
export const sensitiveErrorKinds: Readonly<Record<string, ErrorKind>> = kinds

type OwnCode = keyof typeof kinds
export type SensitiveErrorCode = OwnCode | `sensitive.${SensitiveRefusal}`

export const sensitiveErrorCodes: readonly SensitiveErrorCode[] = [
  ...(Object.keys(kinds) as OwnCode[]),
  ...sensitiveRefusals.map((refusal) => `sensitive.${refusal}` as const),
]

export function sensitiveError(
  code: SensitiveErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  const kind: ErrorKind = code in kinds ? kinds[code as OwnCode] : 'invalid'
  return new AppError(code, kind, sentence('en', code, details) ?? code, { details })
}
