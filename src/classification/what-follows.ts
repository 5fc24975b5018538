// What follows from the type of a column: the one table that imports enforce and screens show.
import type { Language } from '../kernel/index.ts'
import { followsWords } from '../words/index.ts'
import { classOfType, type DataType } from './types-of-data.ts'

/**
 * `may_be_kept`: it has a field of a contact, or is left out. `never_kept`: numbers of states,
 * papers and bank data are refused as a field. `needs_legal_basis`: articles 9 and 10; such a
 * column goes in on a legal basis that is in force, sealed apart (room `sensitive`),
 * and else not at all.
 */
export const storages = ['may_be_kept', 'never_kept', 'needs_legal_basis'] as const
export type Storage = (typeof storages)[number]

/** Where its values rest: in the contact, in the proof of a consent, or nowhere. */
export const restingPlaces = ['contact', 'proof', 'nowhere'] as const
export type RestingPlace = (typeof restingPlaces)[number]

export type WhatFollows = {
  storage: Storage
  /** `contact` and `proof` are sealed under a key of the person; `nowhere` is not stored. */
  rests: RestingPlace
  /**
   * A screen shows it only after a look that is recorded; samples of a file are covered or masked.
   */
  isMasked: boolean
  /** May stand in a text by {first_name}. */
  isMergeField: boolean
  /** May choose who is written to. */
  isCriterion: boolean
}

const neverKept: ReadonlySet<DataType> = new Set([
  'nir',
  'ine',
  'national_id',
  'tax_id',
  'health_insurance_id',
  'id_card',
  'passport',
])

/** The types that have a field of a contact. */
const inContact: ReadonlySet<DataType> = new Set([
  'phone',
  'name',
  'first_name',
  'last_name',
  'email',
  'postal_code',
  'birth_date',
])
const inProof: ReadonlySet<DataType> = new Set([
  'consent',
  'consent_date',
  'consent_source',
  'consent_wording',
])
const mergeable: ReadonlySet<DataType> = new Set(['first_name', 'last_name'])

export function storageOf(type: DataType): Storage {
  if (classOfType[type] === 'special') return 'needs_legal_basis'
  return classOfType[type] === 'financial' || neverKept.has(type) ? 'never_kept' : 'may_be_kept'
}

export function whatFollows(type: DataType): WhatFollows {
  const storage = storageOf(type)
  const rests = inContact.has(type) ? 'contact' : inProof.has(type) ? 'proof' : 'nowhere'
  const isPersonal = classOfType[type] !== 'attribute' && classOfType[type] !== 'none'
  return {
    storage,
    rests: storage === 'may_be_kept' ? rests : 'nowhere',
    isMasked: isPersonal || rests === 'contact',
    isMergeField: mergeable.has(type),
    // Campaigns go to lists, and a list is a whole file: no column chooses people.
    isCriterion: false,
  }
}

/** The same in sentences, the weightiest first. */
export function followsSentences(language: Language, type: DataType): string[] {
  const words = followsWords[language]
  const { storage, rests, isMasked, isMergeField, isCriterion } = whatFollows(type)
  if (storage !== 'may_be_kept') return [words[storage], words.covered]
  if (rests === 'nowhere') return [words.nowhere, ...(isMasked ? [words.covered] : [])]
  return [
    rests === 'proof' ? words.proof : words.contact,
    ...(isMasked ? [words.masked] : []),
    isMergeField ? words.merge_field : words.no_merge_field,
    ...(isCriterion ? [] : [words.no_criterion]),
  ]
}
