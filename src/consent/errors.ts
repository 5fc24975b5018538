// The refusals and error codes of consent; the order of each list is public.
import { AppError, type ErrorDetail, type ErrorKind, type Language } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import {
  type AuthorisationRefusal,
  authorisationRefusals,
  type ConsentRefusal,
  consentRefusals,
  type LegalBasisRefusal,
  legalBasisRefusals,
  type WordingRefusal,
  wordingRefusals,
} from './contract.ts'

export {
  type AuthorisationRefusal,
  authorisationRefusals,
  type ConsentRefusal,
  consentRefusals,
  type LegalBasisRefusal,
  legalBasisRefusals,
  type WordingRefusal,
  wordingRefusals,
}

const kinds = {
  'consent.wording_not_found': 'not_found',
  'consent.wording_not_draft': 'conflict',
  'consent.entry_not_found': 'not_found',
  'consent.entry_not_sequenced': 'conflict',
  'consent.body_unreadable': 'not_found',
  'consent.contact_not_found': 'not_found',
  'consent.contact_went': 'unavailable',
  'consent.contact_unclear': 'invalid',
  'consent.number_invalid': 'invalid',
  'consent.nothing_to_withdraw': 'conflict',
  'consent.document_type_unknown': 'invalid',
  'consent.document_not_found': 'not_found',
  'consent.controller_not_found': 'not_found',
  'consent.authorisation_not_found': 'not_found',
  'consent.hold_not_found': 'not_found',
  'consent.ledger_empty': 'not_found',
  'consent.comparison_running': 'conflict',
  'consent.ledger_asked_too_often': 'rate_limited',
  'consent.ledger_ahead_of_database': 'unavailable',
  'consent.ledger_damaged': 'unavailable',
  'consent.suppressions_unknown': 'unavailable',
} as const satisfies Record<string, ErrorKind>

/** What kind each is: it decides the status of the answer. */
export const consentErrorKinds: Readonly<Record<string, ErrorKind>> = {
  ...kinds,
  'consent.objection_stands': 'conflict',
}

type OwnCode = keyof typeof kinds
/** Over HTTP a refusal is the answer to the request, so each has a code as well. */
export type ConsentErrorCode =
  | OwnCode
  | `consent.${WordingRefusal | ConsentRefusal | LegalBasisRefusal | AuthorisationRefusal}`

const refusals = new Set([
  ...wordingRefusals,
  ...consentRefusals,
  ...legalBasisRefusals,
  ...authorisationRefusals,
])

export const consentErrors: readonly ConsentErrorCode[] = [
  ...(Object.keys(kinds) as OwnCode[]),
  ...[...refusals].map((refusal) => `consent.${refusal}` as const),
]

type Details = Readonly<Record<string, ErrorDetail>>

export function consentError(code: OwnCode, details: Details = {}): AppError {
  return new AppError(code, kinds[code], sentence('en', code, details) ?? code, { details })
}

/** A refusal as the answer of a route; `details` fill its sentence in the reader's language. */
export function refusalError(
  refusal: WordingRefusal | ConsentRefusal | LegalBasisRefusal | AuthorisationRefusal,
  details: Details = {},
): AppError {
  const code = `consent.${refusal}` as const
  const kind = consentErrorKinds[code] ?? 'invalid'
  return new AppError(code, kind, sentence('en', code, details) ?? code, { details })
}

/** The sentence that says what to change. */
export function mendSentence(
  language: Language,
  refusal: WordingRefusal | ConsentRefusal,
  details: Details,
): string {
  return sentence(language, `consent.${refusal}`, details) ?? refusal
}
