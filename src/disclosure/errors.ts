// Error codes of disclosure; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const disclosureErrorKinds = {
  'disclosure.notice_not_found': 'not_found',
  'disclosure.place_unknown': 'not_found',
  'disclosure.field_unknown': 'invalid',
  'disclosure.too_much_declared': 'conflict',
} as const satisfies Record<string, ErrorKind>
export type DisclosureErrorCode = keyof typeof disclosureErrorKinds
export const disclosureErrorCodes = Object.keys(disclosureErrorKinds) as DisclosureErrorCode[]

export const disclosureError = (code: DisclosureErrorCode): AppError =>
  new AppError(code, disclosureErrorKinds[code], sentence('en', code) ?? code)
