// Sensitive data (articles 9 and 10) found from cells under an uninformative title.
import { lateList, lateTable, rowsOf } from '../data-files.ts'
import { patternOf } from '../patterns.ts'
import { typesOf } from '../type-groups.ts'
import { classOfType } from '../types-of-data.ts'
import { isOfDoctors } from './conditions-of-people.ts'
import { type Column, type Condition, type FileView, partOf } from './file-view.ts'

type Side = {
  /** Nothing else is called so. */
  known: ReadonlySet<string>
  /** Directions, colours and other words too: such a name counts beside two that are known. */
  also: ReadonlySet<string>
}

/** Unions, parties and others, as a cell says them whole: folded, a space for every sign. */
const sides = lateTable(() => {
  const rows = rowsOf('sides')
  const words = (list = '') => new Set(list.split('|'))
  return new Map(
    rows.map(([name = '', known, also]): [string, Side] => [
      name,
      { known: words(known), also: words(also) },
    ]),
  )
})

/** What the cells say, each once, without "non", "sans", "autre": who is on no side. */
function toldIn(column: Column, file: FileView): string[] {
  return file.plain(column).filter((cell) => cell !== '' && !patternOf('on_no_side').test(cell))
}

/** The part of the names that are of one side, where two are surely so. */
function areOn(name: string): Condition {
  return (column, file) => {
    const side = sides.get(name)
    const told = toldIn(column, file)
    if (side === undefined || told.length < 2) return 0
    const sure = told.filter((one) => side.known.has(one)).length
    const all = told.filter((one) => side.known.has(one) || side.also.has(one)).length
    // Who is voted for has a party, however short its name.
    const areVotedFor = (others: readonly Column[]) =>
      others.some(({ words }) => patternOf('elected').test(words))
    const isParty = name === 'parties' && all >= 3 && areVotedFor(file.others(column))
    return sure >= 2 || isParty ? all / told.length : 0
  }
}

const countriesOfOrigin = lateList('country of origin')

/** "türkisch", and "Syrien" beside whoever is named, and not beside goods and journeys. */
function areOrigins(column: Column, file: FileView): number {
  const told = toldIn(column, file)
  const isOfOthers = file.columns.some(({ words, decision: { type } }) => {
    return type === 'product' || type === 'ean' || patternOf('other_origin').test(words)
  })
  const isNamed = file.columns.some(({ decision }) => classOfType[decision.type] === 'direct')
  const peoples = partOf(told, (name) => patternOf('of_a_people').test(name))
  if (!isNamed || isOfOthers) return peoples
  return Math.max(
    peoples,
    partOf(told, (name) => countriesOfOrigin.has(name)),
  )
}

/** Beside columns of patients, and not of those who work there nor of animals. */
function isOfPatients(columns: readonly Column[]): boolean {
  if (columns.some(({ words }) => patternOf('animal_beside').test(words))) return false
  const isStaff = columns.some(({ words, decision }) => {
    return patternOf('staff_beside').test(words) && decision.type !== 'health'
  })
  if (isStaff) return false
  return columns.some(({ words, decision: { type } }) => {
    return typesOf('nir|health_insurance_id|health').has(type) || patternOf('patients').test(words)
  })
}

/** "Onkologie", "Geburtshilfe": wards, and not beside the grades of those who work there. */
function areWards(column: Column, file: FileView): number {
  const told = file.distinct(column).map((cell) => cell.replace(/[^a-z]+/g, ' '))
  const wards = told.filter((cell) => patternOf('ward').test(cell)).length
  if (wards < (column.words === '' ? 3 : 1)) return 0
  return isOfPatients(file.others(column)) && !isOfDoctors(file) ? wards / told.length : 0
}

/** Categories of the tenth revision that half of all records of a practice or a hospital bear. */
const usualDiseases = lateList('disease')

/** "E11.9", "J45.0", "I10": what somebody was treated for, in three chapters or more. */
function areDiseases(column: Column, file: FileView): number {
  const cells = file.folded(column)
  const codes = cells
    .map((cell) => patternOf('code_of_disease').exec(cell))
    .filter((code) => code !== null)
  if (codes.length === 0 || new Set(codes.map(([code]) => code[0])).size < 3) return 0
  const dotted = codes.filter((code) => code[2] === '.').length / codes.length
  const usual = codes.filter((code) => usualDiseases.has(code[1] ?? '')).length / codes.length
  const isKnown = patternOf('disease_title').test(column.words) || isOfPatients(file.others(column))
  const areUsual = isKnown ? usual >= 0.25 : usual >= 0.5 && dotted >= 0.25
  return areUsual ? codes.length / cells.length : 0
}

export const careConditions: Readonly<Record<string, Condition>> = {
  of_unions: areOn('unions'),
  of_parties: areOn('parties'),
  of_drugs: areOn('drugs'),
  of_fitness: areOn('fitness for work'),
  of_orientations: areOn('orientations'),
  of_origins: areOrigins,
  wards: areWards,
  diseases: areDiseases,
  twice_fit: (column, file) =>
    file.folded(column).filter((cell) => patternOf('fitness').test(cell)).length >= 2,
}
