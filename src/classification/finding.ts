// What the classifier says of a column, with its evidence, and of a record.
import type { Confidence, DataClass, DataType } from './types-of-data.ts'

/** The reasons the classifier can give. `words` holds a sentence for each. */
export const evidenceCodes = [
  'overruled',
  'header_names_type',
  'header_names_other_thing',
  'checksum_passes',
  'format_matches',
  'dictionary_share',
  'also_something_else',
  'neighbour_column',
  'values_disagree_with_header',
  'stray_identifiers',
  'special_words_in_values',
  'few_values',
  'only_numbers',
  'sentences',
  'only_codes',
  'column_empty',
  'no_evidence',
] as const
export type EvidenceCode = (typeof evidenceCodes)[number]

/** One reason; `facts` are what its sentence is made of, and never hold a cell's content. */
export type Evidence = { code: EvidenceCode; facts: Readonly<Record<string, string | number>> }

export type ColumnFinding = {
  index: number
  /** As written in the file; empty when the file has no header. */
  header: string
  class: DataClass
  type: DataType
  confidence: Confidence
  evidence: readonly Evidence[]
}

export const fileVerdicts = [
  'personal_by_itself',
  'personal_by_combination',
  'not_personal',
] as const
export type FileVerdict = (typeof fileVerdicts)[number]

/** S: personal by itself. C: by combination. N: not personal. */
export type RowVerdict = 'S' | 'C' | 'N'
