// What the columns of a file may become: a proposal, and the check of what a person chose.
import {
  type ColumnFinding,
  classOfType,
  type DataType,
  dataTypes,
  headerWords,
  storageOf,
} from '../../classification/index.ts'
import type { ImportField, Mapping } from '../contract.ts'
import { intakeError } from '../errors.ts'
import { isAboutSms, namesSms } from './consent-title.ts'
import { speaksAgainst } from './read-answer.ts'

const fieldOfType: Partial<Record<DataType, ImportField>> = {
  phone: 'number',
  name: 'last_name',
  last_name: 'last_name',
  first_name: 'first_name',
  email: 'email',
  postal_code: 'postcode',
  consent: 'consent_given',
  consent_date: 'consent_date',
  consent_source: 'consent_source',
  consent_wording: 'consent_wording',
  objection: 'objected',
}

export type Proposal = {
  /** By column index. */
  fields: ReadonlyMap<number, ImportField>
  /** False when a person must choose the number column. */
  isComplete: boolean
  numberColumns: number
}

/** How mobile-like a column of numbers is: its share of mobile numbers, from the sample. */
export type MobileShare = ReadonlyMap<number, number>

/** One column a field: the surest, and for numbers the most mobile; of objections each. */
export function proposeMapping(
  columns: readonly ColumnFinding[],
  mobileShare: MobileShare,
): Proposal {
  const fields = new Map<number, ImportField>()
  const taken = new Set<ImportField>()
  const ranked = [...columns].sort((a, b) => rankOf(a) - rankOf(b) || a.index - b.index)
  for (const column of ranked) {
    const field = fieldOfType[column.type]
    if (field === undefined || field === 'number') continue
    if (taken.has(field) && !mayBeSeveral(field)) continue
    if (isOfSomethingElse(column)) continue
    fields.set(column.index, field)
    taken.add(field)
  }
  const born = birthDateOfSubject(columns)
  if (born !== null) fields.set(born.index, 'birth_date')
  if (!taken.has('consent_given')) dropDayOfSomethingElse(columns, fields)
  const numbers = columns.filter(({ type }) => type === 'phone')
  const best = [...numbers].sort((a, b) => {
    return mobileScore(b, mobileShare) - mobileScore(a, mobileShare) || a.index - b.index
  })[0]
  if (best !== undefined) fields.set(best.index, 'number')
  const second = numbers
    .filter((column) => column !== best)
    .reduce((most, column) => Math.max(most, mobileScore(column, mobileShare)), 0)
  const sure = best !== undefined && mobileScore(best, mobileShare) > second + 0.2
  return { fields, isComplete: sure, numberColumns: numbers.length }
}

const confidenceRank = { certain: 0, high: 1, medium: 2, low: 3 } as const

function rankOf(column: ColumnFinding): number {
  return confidenceRank[column.confidence]
}

const mobileWords = /\b(?:mobile?|mob|portable|gsm|cell\w*|sms|handy\w*|movil|mobiel\w*|whatsapp)\b/
const landlineWords =
  /\b(?:fixe|fax|domicile|bureau|travail|home|work|landline|festnetz|fijo|fisso)\b/

function mobileScore(column: ColumnFinding, share: MobileShare): number {
  const words = headerWords(column.header)
  const byHeader = mobileWords.test(words) ? 0.5 : landlineWords.test(words) ? -0.5 : 0
  return (share.get(column.index) ?? 0) + byHeader
}

/**
 * "Opt-in e-mail", "Droit à l’image", "Do not call": no consent for SMS, and no objection to it.
 */
function isOfSomethingElse({ type, header }: ColumnFinding): boolean {
  return isAnswer(type) && !isAboutSms(headerWords(header))
}

/** Where children and wards are listed, the telephone is another person’s than the birthday. */
const twoPeople =
  /\b(?:parents?|parental[es]?|resp\w* legal\w*|responsables?|representants?|rep legal|meres?|peres?|mamans?|papas?|tut(?:eurs?|rices?|or[ae]?s?)|famil(?:le|y|ie|ia)|famiglia|mothers?|fathers?|mums?|dads?|guardians?|carers?|caregivers?|next of kin|eltern\w*|mutter|vater|erziehungsber\w*|sorgeber\w*|vormund|madres?|padres?|genitor[ei]|ouders?|moeder|vader|voogd|verzorgers?|enfants?|bebes?|child|children|baby|kind(?:er|es)?|hij[oa]s?|nin[oa]s?|figli[oa]?|bambin[oi]|eleves?|pupils?|schuler(?:in)?|alumn[oa]s?|alunn[oa]|leerling(?:en)?|conjointe?s?|spouse|partner|ehepartner|conyuge|coniuge|contact (?:d )?urgence|emergency)\b/

/**
 * It keeps advertising from the young, if it is the birthday of who is written to: told by its
 * title, the only one, and in a file that speaks of nobody else.
 */
function birthDateOfSubject(columns: readonly ColumnFinding[]): ColumnFinding | null {
  const [born, another] = columns.filter(({ type }) => type === 'birth_date')
  if (born === undefined || another !== undefined) return null
  const isTold = born.header !== '' && rankOf(born) <= confidenceRank.high
  const isOfTwo = columns.some(({ header }) => twoPeople.test(headerWords(header)))
  return isTold && !isOfTwo ? born : null
}

const isAnswer = (type: DataType) => type.startsWith('consent') || type === 'objection'

/** A person who says no twice has not said it once: each column of objections counts. */
export const mayBeSeveral = (field: ImportField): boolean => field === 'objected'

/** Beside "Consentement e-mail" alone, "Date consentement" is the day of that. */
function dropDayOfSomethingElse(
  columns: readonly ColumnFinding[],
  fields: Map<number, ImportField>,
): void {
  if (!columns.some((column) => column.type === 'consent' && isOfSomethingElse(column))) return
  for (const [index, field] of fields) {
    const words = headerWords(columns[index]?.header ?? '')
    if (field === 'consent_date' && !namesSms(words)) fields.delete(index)
  }
}

const asksForOne =
  /\b(?:oui|yes|ja|si|o|y|j|s|in) (?:non|no|nein|nee|n|out)\b|\b(?:non|no|nein|nee|n) (?:oui|yes|ja|si|o|y|j|s)\b/g

/** "Opt-out", "Contact refusé": whoever answers yes there refuses. "Accord (oui/non)" only asks. */
const titleSaysNo = ({ type, header }: ColumnFinding): boolean =>
  type === 'objection' ||
  (!type.startsWith('consent') && speaksAgainst(headerWords(header).replace(asksForOne, ' ')))

/**
 * A column that says no, or that is about something else, is no consent to SMS, whoever chose it,
 * unless a person said in so many words what it holds: that is recorded with their name.
 */
function whyNoConsent(
  column: ColumnFinding,
  field: ImportField,
): 'mapping_column_says_no' | 'mapping_column_of_something_else' | null {
  if (field !== 'consent_given' && field !== 'consent_date') return null
  const isTold = column.evidence.some(({ code }) => code === 'overruled')
  if (isTold ? column.type === 'objection' : titleSaysNo(column)) return 'mapping_column_says_no'
  return !isTold && isOfSomethingElse(column) ? 'mapping_column_of_something_else' : null
}

/** What was chosen for a file with this header, where it still holds. */
export function fieldsRemembered(
  columns: readonly ColumnFinding[],
  chosen: readonly { index: number; field: ImportField }[],
): Map<number, ImportField> {
  const fields = new Map<number, ImportField>()
  for (const { index, field } of chosen) {
    const column = columns[index]
    if (column === undefined || storageOf(column.type) !== 'may_be_kept') continue
    if (whyNoConsent(column, field) === null) fields.set(index, field)
  }
  for (const column of columns) {
    const isObjection = column.type === 'objection' && !isOfSomethingElse(column)
    if (isObjection && !fields.has(column.index)) fields.set(column.index, 'objected')
  }
  return fields
}

/** The columns as a person corrected them. */
export function overruled(
  columns: readonly ColumnFinding[],
  { overrules }: Pick<Mapping, 'overrules'>,
): ColumnFinding[] {
  return columns.map((column) => {
    const type = overrules.find(({ index }) => index === column.index)?.type as DataType | undefined
    if (type === undefined) return column
    if (!dataTypes.includes(type)) throw intakeError('intake.mapping_type_unknown', { type })
    const evidence = [{ code: 'overruled' as const, facts: {} }]
    return { ...column, type, class: classOfType[type], evidence }
  })
}

/** Refuses what may not go in; the columns are those after overruling. */
export function checkMapping(columns: readonly ColumnFinding[], mapping: Mapping): void {
  const fields = new Set<ImportField>()
  for (const { index, field } of mapping.columns) {
    const column = columns[index]
    if (column === undefined) throw intakeError('intake.mapping_column_unknown', { index })
    if (fields.has(field) && !mayBeSeveral(field))
      throw intakeError('intake.mapping_field_twice', { field })
    fields.add(field)
    const storage = storageOf(column.type)
    const details = { index: index + 1, type: column.type }
    if (storage === 'never_kept') {
      throw intakeError('intake.mapping_column_never_kept', details)
    }
    if (storage === 'needs_legal_basis') {
      throw intakeError('intake.mapping_column_needs_legal_basis', details)
    }
    const why = whyNoConsent(column, field)
    if (why !== null) throw intakeError(`intake.${why}`, { index: index + 1 })
  }
  if (!fields.has('number')) throw intakeError('intake.mapping_without_number')
  checkSensitive(columns, mapping)
}

/** Each is of a sensitive type, once, and not a field of the contact as well. */
function checkSensitive(columns: readonly ColumnFinding[], mapping: Mapping): void {
  const seen = new Set(mapping.columns.map(({ index }) => index))
  for (const { index } of mapping.sensitive) {
    const column = columns[index]
    if (column === undefined) throw intakeError('intake.mapping_column_unknown', { index })
    if (seen.has(index) || storageOf(column.type) !== 'needs_legal_basis') {
      throw intakeError('intake.mapping_column_not_sensitive', { index: index + 1 })
    }
    seen.add(index)
  }
}
