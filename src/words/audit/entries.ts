// An entry of the journal in words, by the code under which this version or an earlier one wrote it.
import type { Language } from '../../kernel/index.ts'
import { type DeedKind, kindOfDeed } from './deed-kinds.ts'
import { deeds } from './deeds.ts'
import { programParts } from './program-parts.ts'

/**
 * Codes by which earlier versions recorded the same deeds, by the code of today. The journal only
 * grows, so its older entries keep them.
 */
const formerly: Readonly<Record<string, string>> = {
  'consent.legal_bases_switched': 'consent.grounds_switched',
  'contacts.retention_chosen': 'contacts.keeping_chosen',
  'contacts.retention_ended': 'contacts.keeping_ended',
  'contacts.retention_told': 'contacts.keeping_told',
  'sending.text_retention_chosen': 'sending.text_keeping_chosen',
  'sending.text_retention_told': 'sending.text_keeping_told',
  'sensitive.legal_basis_approved': 'sensitive.ground_approved',
  'sensitive.legal_basis_ended': 'sensitive.ground_ended',
  'sensitive.legal_basis_recorded': 'sensitive.ground_recorded',
  contacts_retention: 'contacts_keeping',
  text_retention: 'texts_keeping',
}
const today = new Map(Object.entries(formerly).map(([now, before]) => [before, now]))

/** Every code by which this deed may be recorded, today's first. */
export function codesOfDeed(action: string): string[] {
  const before = formerly[action]
  return before === undefined ? [action] : [action, before]
}

/** Every code by which a deed of this sort may be recorded, by this version or an earlier one. */
export const codesOfKind = (kind: DeedKind): string[] =>
  Object.keys(deeds.en)
    .filter((action) => kindOfDeed(action) === kind)
    .flatMap(codesOfDeed)

const told = (table: Readonly<Record<string, string>>, code: string): string | null =>
  Object.hasOwn(table, code) ? (table[code] ?? null) : null

/** Null of a code that an earlier version wrote and this one does not know. */
export const deedSentence = (language: Language, action: string): string | null =>
  told(deeds[language], today.get(action) ?? action)

export const programPartName = (language: Language, part: string): string | null =>
  told(programParts[language], today.get(part) ?? part)
