// Error codes of retention; each sentence says what to do.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const retentionErrorKinds = {
  'retention.months_out_of_bounds': 'invalid',
  'retention.bounds_crossed': 'invalid',
  'retention.bounds_past_program': 'invalid',
} as const satisfies Record<string, ErrorKind>
export type RetentionErrorCode = keyof typeof retentionErrorKinds
export const retentionErrorCodes = Object.keys(retentionErrorKinds) as RetentionErrorCode[]

export const retentionError = (
  code: RetentionErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError =>
  new AppError(code, retentionErrorKinds[code], sentence('en', code, details) ?? code, { details })
