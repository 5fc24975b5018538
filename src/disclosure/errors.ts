// Error codes of disclosure; each sentence says what to do.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const disclosureErrorKinds = {
  'disclosure.notice_not_found': 'not_found',
  'disclosure.place_unknown': 'not_found',
  'disclosure.field_unknown': 'invalid',
  'disclosure.too_much_declared': 'conflict',
  'disclosure.breach_not_found': 'not_found',
  'disclosure.breach_incomplete': 'conflict',
  'disclosure.breach_closed': 'conflict',
  'disclosure.breach_account_unknown': 'invalid',
  'disclosure.breach_later': 'invalid',
  'disclosure.breach_too_long': 'conflict',
  'disclosure.breach_step_later': 'invalid',
  'disclosure.breach_step_before': 'invalid',
  'disclosure.breach_not_own': 'conflict',
  'disclosure.breach_stale': 'conflict',
  'disclosure.breach_step_kept': 'conflict',
  'disclosure.breach_after_step': 'invalid',
  'disclosure.breach_known_outside': 'invalid',
  'disclosure.breaches_too_many': 'conflict',
} as const satisfies Record<string, ErrorKind>
export type DisclosureErrorCode = keyof typeof disclosureErrorKinds
export const disclosureErrorCodes = Object.keys(disclosureErrorKinds) as DisclosureErrorCode[]

export const disclosureError = (
  code: DisclosureErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError =>
  new AppError(code, disclosureErrorKinds[code], sentence('en', code, details) ?? code, { details })
