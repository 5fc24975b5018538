// Error codes of accounts; each sentence says what to do.
import { AppError, type ErrorDetail, type ErrorKind } from '../kernel/index.ts'

const kinds = {
  'accounts.setup_done': 'conflict',
  'accounts.setup_code_wrong': 'forbidden',
  'accounts.login_failed': 'unauthenticated',
  'accounts.too_many_attempts': 'rate_limited',
  'accounts.password_wrong': 'forbidden',
  'accounts.password_known': 'invalid',
  'accounts.second_factor_needed': 'unauthenticated',
  'accounts.second_factor_asked': 'forbidden',
  'accounts.second_factor_wrong': 'forbidden',
  'accounts.second_factor_required': 'forbidden',
  'accounts.second_factor_expired': 'unauthenticated',
  'accounts.second_factor_not_found': 'not_found',
  'accounts.second_factor_own_first': 'conflict',
  'accounts.second_factor_too_many': 'conflict',
  'accounts.second_factor_paused': 'rate_limited',
  'accounts.passkey_wrong': 'forbidden',
  'accounts.passkeys_unusable': 'conflict',
  'accounts.recovery_codes_just_renewed': 'conflict',
  'accounts.second_factor_needs_staff': 'conflict',
  'accounts.second_factor_by_owner_only': 'forbidden',
  'accounts.zone_unknown': 'invalid',
  'accounts.account_not_found': 'not_found',
  'accounts.account_has_people': 'conflict',
  'accounts.user_not_found': 'not_found',
  'accounts.user_exists': 'conflict',
  'accounts.last_owner': 'conflict',
  'accounts.invitation_wrong': 'forbidden',
  'accounts.reset_wrong': 'forbidden',
  'accounts.email_link_wrong': 'forbidden',
  'accounts.email_taken': 'conflict',
  'accounts.email_proof_asked': 'forbidden',
  'accounts.email_ask_again': 'conflict',
  'accounts.email_same': 'conflict',
  'accounts.email_needs_mail': 'conflict',
  'accounts.invitation_not_found': 'not_found',
  'accounts.token_not_found': 'not_found',
  'accounts.token_outlives_maker': 'forbidden',
  'accounts.token_needs_end': 'forbidden',
  'accounts.rights_beyond_own': 'forbidden',
  'accounts.not_a_sandbox': 'conflict',
  'accounts.sandbox_has_people': 'conflict',
  'accounts.messages_wait': 'conflict',
  'accounts.not_a_user': 'forbidden',
  'accounts.owner_in_person': 'forbidden',
} as const satisfies Record<string, ErrorKind>

/** What kind each is: it decides the status of the answer. */
export const accountsErrorKinds: Readonly<Record<string, ErrorKind>> = kinds

export type AccountsErrorCode = keyof typeof kinds
export const accountsErrorCodes = Object.keys(kinds) as AccountsErrorCode[]

export function accountsError(
  code: AccountsErrorCode,
  message: string,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  return new AppError(code, kinds[code], message, { details })
}
