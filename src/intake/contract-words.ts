// The words of an import that the room, its clients and the screens share: states, fields, reasons.
import { z } from 'zod'
import { named } from '../http/contract.ts'

/**
 * `received`: the file is stored, sealed. `analysed`: read, and the proposed mapping is complete.
 * `mapping_needed`: read, and a person must choose. `running`: rows are going in. `done`, `failed`:
 * final; a failed import has kept the batches it finished. `undoing`, `undone`: taken back.
 */
export const importStates = [
  'received',
  'analysed',
  'mapping_needed',
  'running',
  'done',
  'failed',
  'undoing',
  'undone',
] as const
export const importState = z.enum(importStates)
export type ImportState = z.infer<typeof importState>

/**
 * What a column of the file may become. What is not mapped is dropped before storage. `objected`
 * may be several columns: a yes, a day or anything unclear in one of them is no consent.
 */
export const importFields = [
  'number',
  'first_name',
  'last_name',
  'email',
  'postcode',
  'birth_date',
  'reference',
  'consent_given',
  'consent_date',
  'consent_source',
  'consent_wording',
  'objected',
] as const
export const importField = z.enum(importFields)
export type ImportField = z.infer<typeof importField>

/** Why a row did not go in, in descending precedence. The order is public. */
export const rejections = [
  'row_unreadable',
  'number_empty',
  'number_two_numbers',
  'number_lost_digits',
  'number_letter_for_digit',
  'number_words_beside_number',
  'number_not_a_number',
  'number_emergency_number',
  'number_short_code',
  'number_placeholder',
  'number_unallocated',
  'number_wrong_overseas_prefix',
  'number_lost_zero',
  'number_unknown_country',
  'number_too_short',
  'number_too_long',
  'number_not_valid',
  'number_m2m',
  'number_platform_number',
  'number_premium_number',
  'number_service_number',
  'number_landline',
  'number_voip',
  'number_fiction',
] as const
export const rejection = z.enum(rejections)
export type Rejection = z.infer<typeof rejection>

/** Why a row went in and may not receive marketing, in descending precedence. */
export const quarantineReasons = [
  'consent_not_given',
  'consent_answer_unclear',
  'consent_date_unreadable',
  'consent_date_in_future',
  'consent_without_date',
  'consent_without_source',
  'consent_without_wording',
  'consent_wording_unknown',
  'consent_older_than_no',
  'consent_refused_by_ledger',
  'no_proof_of_consent',
  'import_undone',
] as const
export const quarantineReason = z.enum(quarantineReasons)
export type QuarantineReason = z.infer<typeof quarantineReason>

named({ importState, importField, rejection, quarantineReason })
