// The error codes of files: why reading a file did not finish.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

const kinds = {
  'files.reading_crashed': 'invalid',
  'files.reading_busy': 'rate_limited',
  'files.uploads_too_many': 'rate_limited',
  'files.reading_cut_off': 'unavailable',
} as const satisfies Record<string, ErrorKind>

export type FilesErrorCode = keyof typeof kinds
export const filesErrorCodes = Object.keys(kinds) as readonly FilesErrorCode[]

export function filesError(
  code: FilesErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  return new AppError(code, kinds[code], sentence('en', code, details) ?? code, { details })
}
