// The error codes of preferences; the refusals of a form are the answer where it may not be opened.
import { AppError, type ErrorDetail, type ErrorKind, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { type FormRefusal, formRefusals } from './contract.ts'

const kinds = {
  'preferences.form_not_found': 'not_found',
  'preferences.form_not_draft': 'conflict',
  'preferences.form_not_draft_kept': 'conflict',
  'preferences.form_open_fixed': 'conflict',
  'preferences.form_closed': 'conflict',
  'preferences.controller_not_found': 'not_found',
  'preferences.contact_not_found': 'not_found',
  'preferences.link_not_found': 'not_found',
  'preferences.address_missing': 'conflict',
  'preferences.handset_written_to': 'rate_limited',
  'preferences.link_not_sent': 'conflict',
  'preferences.request_not_found': 'not_found',
  'preferences.request_answered': 'conflict',
  'preferences.request_outcome_unfit': 'invalid',
  'preferences.request_not_erased': 'conflict',
  'preferences.request_is_theirs': 'conflict',
  'preferences.request_without_text': 'not_found',
  'preferences.request_act_unfit': 'conflict',
  'preferences.request_of_nobody': 'conflict',
  'preferences.request_of_asker': 'conflict',
  'preferences.request_not_of_asker': 'conflict',
  'preferences.request_of_contact': 'conflict',
  'preferences.request_number_unread': 'invalid',
  'preferences.request_search_first': 'conflict',
  'preferences.request_match_found': 'conflict',
  'preferences.request_matches_unseen': 'conflict',
  'preferences.request_namesakes': 'conflict',
  'preferences.request_objection_first': 'conflict',
  'preferences.request_number_listed': 'conflict',
  'preferences.request_number_not_listed': 'conflict',
  'preferences.request_objections_unknown': 'conflict',
  'preferences.request_page_not_found': 'not_found',
  'preferences.request_not_identified': 'conflict',
  'preferences.request_identity_known': 'conflict',
  'preferences.request_number_changed_hands': 'conflict',
  'preferences.number_changed_hands': 'forbidden',
  'preferences.request_extended': 'conflict',
  'preferences.request_late': 'conflict',
  'preferences.request_late_to_ask': 'conflict',
  'preferences.request_details_asked': 'conflict',
  'preferences.request_nothing_changed': 'conflict',
  'preferences.request_others_open': 'conflict',
  'preferences.request_not_carried_out': 'conflict',
  'preferences.request_not_restricted': 'conflict',
  'preferences.request_lift_untold': 'conflict',
  'preferences.request_being_lifted': 'conflict',
  'preferences.request_told_day_wrong': 'invalid',
  'preferences.request_lift_day_wrong': 'invalid',
  'preferences.request_day_wrong': 'invalid',
  'preferences.request_identity_paper': 'invalid',
  'preferences.request_letter_type': 'invalid',
  'preferences.request_letters_too_many': 'conflict',
  'preferences.request_letter_unfit': 'conflict',
  'preferences.request_letter_not_found': 'not_found',
  'preferences.answer_not_ready': 'not_found',
  'preferences.logo_not_found': 'not_found',
  'preferences.logo_not_a_picture': 'invalid',
  'preferences.logo_damaged': 'invalid',
  'preferences.logo_too_wide': 'invalid',
  'preferences.nothing_to_withdraw': 'conflict',
  'preferences.keyword_not_found': 'not_found',
  'preferences.keyword_not_a_word': 'invalid',
  'preferences.keyword_is_command': 'invalid',
  'preferences.keyword_route_not_found': 'not_found',
  'preferences.keyword_wording_unfit': 'invalid',
  'preferences.keyword_word_taken': 'conflict',
} as const satisfies Record<string, ErrorKind>

/** What kind each is: it decides the status of the answer. */
export const preferencesErrorKinds: Readonly<Record<string, ErrorKind>> = kinds

type OwnCode = keyof typeof kinds
export type PreferencesErrorCode = OwnCode | `preferences.${FormRefusal}`

export const preferencesErrors: readonly PreferencesErrorCode[] = [
  ...(Object.keys(kinds) as OwnCode[]),
  ...formRefusals.map((refusal) => `preferences.${refusal}` as const),
]

export function preferencesError(
  code: OwnCode,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  return new AppError(code, kinds[code], sentence('en', code, details) ?? code, { details })
}

export function formRefused(refusal: FormRefusal): AppError {
  const code = `preferences.${refusal}` as const
  return new AppError(code, 'invalid', sentence('en', code) ?? code)
}

export const mendOf = (language: Language, refusal: FormRefusal): string =>
  sentence(language, `preferences.${refusal}`) ?? refusal
