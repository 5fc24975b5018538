// Error codes of privacy; each sentence says what to do.
import { AppError, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const privacyErrorKinds = {
  'privacy.deletion_waits': 'conflict',
  'privacy.deletion_not_found': 'not_found',
  'privacy.deletion_not_waiting': 'conflict',
  'privacy.certificate_not_there': 'not_found',
  'privacy.staff_left_without_account': 'conflict',
  'privacy.link_ended': 'not_found',
  'privacy.export_needs_owner': 'forbidden',
  'privacy.erasure_not_found': 'not_found',
  'privacy.recipient_not_found': 'not_found',
  'privacy.notice_text_gone': 'conflict',
  'privacy.erasure_links_many': 'conflict',
} as const satisfies Record<string, ErrorKind>
export type PrivacyErrorCode = keyof typeof privacyErrorKinds
export const privacyErrorCodes = Object.keys(privacyErrorKinds) as PrivacyErrorCode[]

export const privacyError = (code: PrivacyErrorCode): AppError =>
  new AppError(code, privacyErrorKinds[code], sentence('en', code) ?? code)
