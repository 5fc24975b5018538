// Error codes of accountability; each sentence says what to do.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

export const accountabilityErrorKinds = {
  'accountability.question_unknown': 'invalid',
  'accountability.answer_unfit': 'invalid',
  'accountability.measure_unknown': 'invalid',
  'accountability.assessment_incomplete': 'conflict',
  'accountability.version_not_found': 'not_found',
  'accountability.processing_not_found': 'not_found',
  'accountability.processing_ended': 'conflict',
  'accountability.too_much_written': 'conflict',
  'accountability.topic_not_found': 'not_found',
  'accountability.session_not_found': 'not_found',
  'accountability.session_later': 'invalid',
  'accountability.user_unknown': 'invalid',
  'accountability.not_invited': 'conflict',
  'accountability.users_only': 'forbidden',
  'accountability.review_not_found': 'not_found',
  'accountability.review_undecided': 'invalid',
  'accountability.review_names_unsaid': 'invalid',
  'accountability.document_type_unknown': 'invalid',
  'accountability.too_many_documents': 'conflict',
} as const satisfies Record<string, ErrorKind>
export type AccountabilityErrorCode = keyof typeof accountabilityErrorKinds
export const accountabilityErrorCodes = Object.keys(
  accountabilityErrorKinds,
) as AccountabilityErrorCode[]

export const accountabilityError = (
  code: AccountabilityErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError =>
  new AppError(code, accountabilityErrorKinds[code], sentence('en', code, details) ?? code, {
    details,
  })
