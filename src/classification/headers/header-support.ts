// Whether the values of a column bear out what its header names, leave it open, or contradict it.
import { cellMeasure, compared } from '../cell-terms.ts'
import { type ColumnProfile, fitOf, shareOf } from '../column-profile.ts'
import { late, lateList, rowsOf } from '../data-files.ts'
import { typesOf } from '../type-groups.ts'
import type { DataType } from '../types-of-data.ts'
import { bareNames, byPhrase, type HeaderCandidate, looseRoles } from './header-tables.ts'

export type Support = 'supported' | 'open' | 'contradicted'

type Measure = (candidate: HeaderCandidate, profile: ColumnProfile) => number
type Row = { types: ReadonlySet<DataType>; holds: readonly Condition[]; says: Support | 'by share' }
type Condition = { measure: Measure; isMet: (found: number) => boolean }

/** The rows of `support.tsv`, by the type that a header names. */
const rows = late((): Row[] =>
  rowsOf('support').map(([types = '', terms = '', says]) => ({
    types: typesOf(types),
    holds: terms === '' ? [] : terms.split(', ').map(conditionOf),
    says: says as Row['says'],
  })),
)
const rowsByType = new Map<DataType, readonly Row[]>()

function rowsOfType(type: DataType): readonly Row[] {
  const known = rowsByType.get(type) ?? rows().filter(({ types }) => types.has(type))
  rowsByType.set(type, known)
  return known
}

export function supportOf(candidate: HeaderCandidate, profile: ColumnProfile): Support {
  for (const { holds, says } of rowsOfType(candidate.type)) {
    let last = 0
    const isSo = holds.every(({ measure, isMet }) => {
      last = measure(candidate, profile)
      return isMet(last)
    })
    if (!isSo && says !== 'by share') continue
    if (says !== 'by share') return says
    if (last >= 0.5) return 'supported'
    return last >= 0.2 ? 'open' : 'contradicted'
  }
  return 'open'
}

const inList = (name: string): Measure => {
  const list = lateList(name)
  return ({ phrase }) => Number(list.has(phrase))
}

const otherThanNames = late(() => cellMeasure('company|office|street|email|phone|boolean'))

/**
 * The part that is known by name; of full names, some in full and some by their first name alone.
 */
function knownNames({ type }: HeaderCandidate, profile: ColumnProfile): number {
  const [full, first] = [shareOf(profile, 'full_name'), shareOf(profile, 'first_name')]
  if (type === 'first_name') return Math.max(full, first)
  const last = shareOf(profile, 'last_name')
  return type === 'last_name'
    ? Math.max(full, last)
    : Math.max(full, first, last, (full + first) * 0.8)
}

/** What a title or a cell says beside the measures of all tables. */
const measures: Readonly<Record<string, Measure>> = {
  supplier: inList('supplier'),
  maiden: inList('maiden'),
  many_streets: inList('many streets'),
  a_street: inList('a street'),
  loose_address: inList('loose address'),
  stato: ({ phrase }) => Number(phrase === 'stato'),
  in_part: ({ match }) => Number(match === 'part'),
  loose_role: ({ phrase }) => Number(looseRoles.has(phrase)),
  // "Client", or "nom" with a word beside it that nobody knows.
  loose: ({ phrase, match }) =>
    Number(looseRoles.has(phrase) || (match === 'part' && bareNames.has(phrase))),
  may_be_name: ({ phrase }) => Number(byPhrase.get(phrase)?.includes('name') === true),
  special_words: (_, { special }) => Number(special !== null),
  own_form: ({ type }, profile) => fitOf(profile, type)?.share ?? 0,
  own_or_spanish_firm: ({ type }, profile) =>
    Math.max(fitOf(profile, type)?.share ?? 0, shareOf(profile, 'es_cif')),
  known_names: knownNames,
  other_than_names: (candidate, profile) => {
    const other = otherThanNames()(profile)
    return other > knownNames(candidate, profile) ? other : 0
  },
  mostly_offices: (_, profile) => Number(shareOf(profile, 'office') === otherThanNames()(profile)),
  // Paris and Nancy are families too; a column where every name is a town's is of towns.
  towns_above_names: (candidate, profile) =>
    Number(shareOf(profile, 'city') > knownNames(candidate, profile) + 0.2),
  streets_above_companies: (_, profile) =>
    Number(shareOf(profile, 'street') > shareOf(profile, 'company')),
}

function conditionOf(text: string): Condition {
  if (text.startsWith('!')) {
    const { measure, isMet } = conditionOf(text.slice(1))
    return { measure, isMet: (found) => !isMet(found) }
  }
  const { of, isMet } = compared(text)
  const own = measures[of]
  if (own !== undefined) return { measure: own, isMet }
  const ofCells = cellMeasure(of)
  return { measure: (_, profile) => ofCells(profile), isMet }
}

/** "kV" over 63 and 225: no number of a person has three digits. */
function isOfFewDigits({ digitsOnly, digitLengths, filled }: ColumnProfile): boolean {
  let long = 0
  for (const [length, count] of digitLengths) if (length >= 5) long += count
  return digitsOnly >= 0.8 && long < filled * 0.2
}

/** "NIR" over cells that fail the key: the header is believed where they look like a number. */
export function keepsDespiteValues(type: DataType, profile: ColumnProfile): boolean {
  if (!typesOf('number_types').has(type) || isOfFewDigits(profile)) return false
  const looksLikeCode = Math.max(shareOf(profile, 'code'), shareOf(profile, 'spaced_code'))
  return looksLikeCode >= 0.5 || profile.digitsOnly >= 0.5
}
