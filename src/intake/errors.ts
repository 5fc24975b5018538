// The error codes of intake.
import type { SourceLimit } from '../files/index.ts'
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'

const kinds = {
  'intake.import_not_found': 'not_found',
  'intake.file_empty': 'invalid',
  'intake.file_without_records': 'invalid',
  'intake.no_line_readable': 'invalid',
  'intake.file_kind_unknown': 'invalid',
  'intake.file_old_excel': 'invalid',
  'intake.file_too_large': 'invalid',
  'intake.too_many_columns': 'invalid',
  'intake.xlsx_cut': 'invalid',
  'intake.xlsx_damaged': 'invalid',
  'intake.xlsx_too_large': 'invalid',
  'intake.xlsx_locked': 'invalid',
  'intake.sheet_not_found': 'invalid',
  'intake.file_not_found': 'not_found',
  'intake.file_unreadable': 'unavailable',
  'intake.file_gone': 'conflict',
  'intake.file_dropped': 'conflict',
  'intake.file_not_waiting': 'conflict',
  'intake.file_lost': 'conflict',
  'intake.disk_full': 'unavailable',
  'intake.not_ready_for_mapping': 'conflict',
  'intake.mapping_without_number': 'invalid',
  'intake.mapping_field_twice': 'invalid',
  'intake.mapping_column_twice': 'invalid',
  'intake.mapping_custom_unknown': 'invalid',
  'intake.mapping_column_unknown': 'invalid',
  'intake.mapping_type_unknown': 'invalid',
  'intake.mapping_column_never_kept': 'invalid',
  'intake.mapping_column_needs_legal_basis': 'invalid',
  'intake.mapping_column_not_sensitive': 'invalid',
  'intake.mapping_column_says_no': 'invalid',
  'intake.mapping_column_of_something_else': 'invalid',
  'intake.consent_wording_unusable': 'invalid',
  'intake.consent_date_in_future': 'invalid',
  'intake.consent_date_unreadable': 'invalid',
  'intake.quarantine_said_no': 'conflict',
  'intake.list_not_found': 'not_found',
  'intake.list_of_another_entity': 'conflict',
  'intake.forecast_busy': 'unavailable',
  'intake.nothing_to_undo': 'conflict',
  'intake.no_rejects': 'not_found',
  'intake.import_running': 'conflict',
  'intake.interrupted': 'unavailable',
  'intake.given_up': 'unavailable',
  'intake.file_crashed': 'invalid',
  'intake.uploads_held': 'conflict',
  'intake.undo_given_up': 'unavailable',
} as const satisfies Record<string, ErrorKind>

/** What kind each is: it decides the status of the answer. */
export const intakeErrorKinds: Readonly<Record<string, ErrorKind>> = kinds

export type IntakeErrorCode = keyof typeof kinds
export const intakeErrorCodes = Object.keys(kinds) as readonly IntakeErrorCode[]

export function intakeError(
  code: IntakeErrorCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
  cause?: unknown,
): AppError {
  const message = sentence('en', code, details) ?? code
  return new AppError(code, kinds[code], message, { details, cause })
}

/** The limit of a source, with the sentence for what goes beyond. */
export function tooLargeBeyond(octetsMax: number): SourceLimit {
  const megabytesMax = Math.floor(octetsMax / 1024 ** 2)
  return { octetsMax, tooLarge: () => intakeError('intake.file_too_large', { megabytesMax }) }
}
