// What bears names and birthdays like people: cows, roses, ships, streets, tunes.
import { shareOf } from '../column-profile.ts'
import { late, rowsOf } from '../data-files.ts'
import { fold } from '../fold.ts'
import { headerCandidates } from '../headers/header-score.ts'
import { namesLanguage } from '../headers/header-writing.ts'
import { holdsGreatName } from '../namesake-places.ts'
import { patternFrom, patternOf } from '../patterns.ts'
import { arePlants } from '../plants.ts'
import { isPlaceOfWorship } from '../special-titles.ts'
import { typesOf } from '../type-groups.ts'
import { classOfType, nameTypes } from '../types-of-data.ts'
import {
  type Column,
  type Condition,
  type FileCondition,
  type FileView,
  partOf,
} from './file-view.ts'

const isName = ({ decision }: Column) => nameTypes.has(decision.type)
const isBare = ({ words }: Column) => patternOf('bare_name').test(words)
const titled = (file: FileView, pattern: string, least = 1) =>
  file.columns.filter(({ words }) => patternOf(pattern).test(words)).length >= least

/** Ships, streets, fonts: how their columns are headed. */
type Kind = {
  needs: number
  /** What is told of such a thing; so many columns must be headed so. */
  signs: RegExp
  /** The heads under which they are named: where one stands, a bare "Nom" beside it is somebody. */
  named: RegExp | null
  /** Only what stands under such a head: a bare "Nom" beside these signs is as often somebody. */
  namedOnly: boolean
  /** What is said of the thing here, and of a person elsewhere: the role of a machine. */
  theirs: RegExp | null
}

const kinds = late((): Kind[] => {
  const pattern = (source = '') => (source === '' ? null : patternFrom(source))
  return rowsOf('kinds-of-things').map(([, needs, signs = '', named, only, theirs]) => ({
    needs: Number(needs),
    signs: patternFrom(signs),
    named: pattern(named),
    namedOnly: only === 'only',
    theirs: pattern(theirs),
  }))
})

const kindsOfFiles = new WeakMap<FileView, readonly Kind[]>()

function kindsIn(file: FileView): readonly Kind[] {
  const known = kindsOfFiles.get(file)
  if (known !== undefined) return known
  const met = kinds().filter(({ signs, needs }) => {
    return file.columns.filter(({ words }) => signs.test(words)).length >= needs
  })
  kindsOfFiles.set(file, met)
  return met
}

const isHead = (met: readonly Kind[], { words }: Column) =>
  met.some(({ named }) => named?.test(words) === true)

/** "Naam" beside "Schip" is whoever lies there: the ship has a column of its own. */
function isBareOfKind(met: readonly Kind[], column: Column, file: FileView): boolean {
  const hasHead = file.columns.some((one) => isHead(met, one))
  return met.some(({ namedOnly }) => !namedOnly) && !(hasHead && isBare(column))
}

function isNamedByKind(met: readonly Kind[], column: Column, file: FileView): boolean {
  return isHead(met, column) || (isBareOfKind(met, column, file) && isTheirs(column))
}

/** "Nom", "Vater", or a title that says nothing: whoever has a role in the file is a person. */
function isTheirs({ title, words }: Column): boolean {
  const says = ['bare_name', 'parent', 'own_name'].some((name) => patternOf(name).test(words))
  return says || !headerCandidates(title).some(({ type }) => classOfType[type] === 'direct')
}

/** Things of a kind, and nobody who has a role, a number or a mailbox. */
function isOfKind(file: FileView): boolean {
  const met = kindsIn(file)
  if (met.length === 0) return false
  const ofPeople = typesOf('owners|numbers_of_people')
  return !file.columns.some((column) => {
    if (ofPeople.has(column.decision.type)) return true
    return isName(column) && !isNamedByKind(met, column, file)
  })
}

const isTagged = (file: FileView) =>
  file.columns.some(({ profile }) => shareOf(profile, 'ear_tag') >= 0.6)

/**
 * A herd or a stud: by its words and numbers, its tags, or a mount at the head of the first column.
 */
function isOfAnimals(file: FileView): boolean {
  // "Pferd", "Vater", "Preisgeld": the first column says whose sire it is.
  const isMount = patternOf('mount').test(file.columns[0]?.words ?? '')
  if (isMount || isTagged(file) || titled(file, 'number_of_herd')) return true
  const isBred =
    titled(file, 'herd') ||
    file.ofType('pet_chip').length > 0 ||
    file.columns.some(({ profile }) => shareOf(profile, 'breed') >= 0.3)
  return isBred && titled(file, 'animal_word')
}

/** "RUE" in a column of its own: what stands beside it is a street. */
function isKindOfStreet(column: Column | undefined, file: FileView): boolean {
  if (column === undefined || column.words !== '') return false
  const cells = file.folded(column)
  const isKind = (cell: string) => patternOf('kind_of_street').test(cell.replace(/\.$/, ''))
  return cells.length >= 3 && partOf(cells, isKind) >= 0.8
}

const isLetter = (character = '') => /\p{L}/u.test(character)

/** "Lyon-Saint Exupéry" beside "Lyon": a third of those whose town is told, and three at least. */
function isCalledLike({ index }: Column, file: FileView, town: number): boolean {
  const told = new Map<string, boolean>()
  for (const row of file.rows) {
    const [name, place] = [fold(row[index] ?? ''), fold(row[town] ?? '')]
    if (name === '' || place === '' || name === place) continue
    const at = place.length < 3 ? -1 : name.indexOf(place)
    const isWhole = !isLetter(name[at - 1]) && !isLetter(name[at + place.length])
    told.set(name, told.get(name) === true || (at >= 0 && isWhole))
  }
  const called = [...told.values()].filter((isSo) => isSo).length
  return called >= 3 && called * 3 >= told.size
}

/** "Jean Moulin", "Victor Hugo": so many of them are only stops and schools. */
function holdGreatNames(column: Column, file: FileView): boolean {
  const cells = file.distinct(column)
  const great = cells.filter(holdsGreatName).length
  return great >= 3 && great * 3 >= cells.length
}

/** What is measured at a latitude and a longitude, and nobody's. */
function isOfPlaces(file: FileView): boolean {
  const axes = ['latitude', 'longitude'].map(patternOf)
  const coordinate = patternOf('coordinate')
  const areTold = axes.every((axis) =>
    file.columns.some((column) => {
      if (!axis.test(column.words)) return false
      return partOf(file.cells(column), (cell) => coordinate.test(cell)) >= 0.6
    }),
  )
  if (!areTold) return false
  const isMeasured = file.columns.some(({ words, decision }) => {
    return !axes.some((axis) => axis.test(words)) && typesOf('observed').has(decision.type)
  })
  return isMeasured && !file.columns.some((one) => isWhoWasThere(one) || isSignOfPeople(one))
}

/** "NUM_POSTE" over numbers is a post of a network, and nobody's work. */
function isSignOfPeople({ decision: { type }, profile }: Column): boolean {
  return typesOf('signs_of_people').has(type) && !(type === 'job' && profile.digitsOnly >= 0.8)
}

/** Whoever observed, drives or lives there; a title that says "name" alone is the place's. */
function isWhoWasThere(column: Column): boolean {
  const { title, words, profile } = column
  if (!isName(column)) return false
  const known = Math.max(shareOf(profile, 'full_name'), shareOf(profile, 'known_person'))
  // A square or two is called like somebody, and never each of them.
  if (isBare(column)) return known >= 0.8
  const told = headerCandidates(title).filter(({ type }) => nameTypes.has(type))
  if (told.some(({ type }) => type === 'first_name')) return true
  const isInTitle = patternOf('name_in_title').test(words)
  return (
    (told.some(({ type }) => type === 'name') && !isInTitle) || (told.length > 0 && known >= 0.6)
  )
}

/** No first name is evidence here: so are sofas and dogs called, and rooms by their beds. */
function mayBeThings({ profile }: Column, file: FileView): boolean {
  const known = Math.max(shareOf(profile, 'full_name'), shareOf(profile, 'last_name'))
  // Rex and Félix are families too; beside their chips they are dogs and cats.
  if (known < 0.5 || file.ofType('pet_chip').length > 0) return true
  // "Tram n°" beside "Nom" is christened so; "Bateau" has a name already, and "Nom" is its owner's.
  return file.columns.some(({ words, profile: { nameShape } }) => {
    return patternOf('beds').test(words) || (patternOf('christened').test(words) && nameShape < 0.5)
  })
}

/** "key", "fr", "en", "de": what a program says in each language, and nobody beside it. */
function isTranslated(file: FileView): boolean {
  const told = file.columns.filter(({ words }) => namesLanguage(words))
  if (new Set(told.map(({ words }) => words)).size < 2) return false
  return !file.columns.some(({ words, decision: { type } }) => {
    if (namesLanguage(words)) return false
    return classOfType[type] === 'direct' || classOfType[type] === 'linkable'
  })
}

/** Three days of a week or more. */
function isPlanOfDays(file: FileView): boolean {
  const titles = new Set(file.columns.map(({ words }) => words))
  return [...titles].filter((words) => patternOf('day_of_plan').test(words)).length >= 3
}

export const thingConditions: Readonly<Record<string, Condition>> = {
  namesake: ({ namesakes }) => namesakes,
  theirs: isTheirs,
  place_of_worship: ({ words }) => isPlaceOfWorship(words),
  not_known_names: mayBeThings,
  said_of_a_kind: ({ words }, file) =>
    kindsIn(file).some(({ theirs }) => theirs?.test(words) === true),
  named_by_a_kind: (column, file) => isNamedByKind(kindsIn(file), column, file),
  heads_a_kind: (column, file) => {
    const met = kindsIn(file)
    return isHead(met, column) || (isBareOfKind(met, column, file) && isBare(column))
  },
  plants: (column, file) => arePlants(file.cells(column)),
  behind_kind_of_street: ({ index }, file) => isKindOfStreet(file.columns[index - 1], file),
  kind_of_street: isKindOfStreet,
  called_like_town: (column, file) =>
    file.ofType('city').some(({ index }) => isCalledLike(column, file, index)),
  great_names: holdGreatNames,
  percent_in_title: ({ title }) => title.includes('%'),
  raw_title_campo: ({ title }) => fold(title) === 'campo',
  /** Minutes and seconds, and no hour of the day. */
  minutes: (column, file) =>
    column.decision.type === 'time' &&
    file.cells(column).every((cell) => /^0?\d:[0-5]\d$/.test(cell)),
  titled_as_language: ({ words }) => namesLanguage(words),
  long_numbers: ({ profile: { digitLengths, filled } }) => {
    let long = 0
    for (const [length, count] of digitLengths) if (length >= 5) long += count
    return filled === 0 ? 0 : long / filled
  },
  number_beside: ({ index }, file) =>
    [index - 1, index + 1].some((beside) => {
      const other = file.columns[beside]
      if (other === undefined || !patternOf('house_title').test(other.words)) return false
      return partOf(file.folded(other), (cell) => patternOf('house_number').test(cell)) > 0.7
    }),
  bare_name: (column) => isName(column) && isBare(column),
}

export const fileConditions: Readonly<Record<string, FileCondition>> = {
  animals: isOfAnimals,
  animals_treated: (file) =>
    file.ofType('pet_chip').length > 0 || isTagged(file) || titled(file, 'herd'),
  a_kind: (file) => kindsIn(file).length > 0,
  things_of_a_kind: isOfKind,
  places: isOfPlaces,
  translations: isTranslated,
  days_of_plan: isPlanOfDays,
}
