// Who is named, reached or logged in: what columns of people say of one another.
import { shareOf } from '../column-profile.ts'
import { lateList } from '../data-files.ts'
import { fold } from '../fold.ts'
import { headerCandidates } from '../headers/header-score.ts'
import { looseRoles } from '../headers/header-tables.ts'
import { firstNames, lastNames } from '../name-lists.ts'
import { patternOf } from '../patterns.ts'
import { isFirstName } from '../recognisers/names.ts'
import { classOfType } from '../types-of-data.ts'
import { type Column, type Condition, type FileView, partOf } from './file-view.ts'

const share = ({ profile }: Column, ...ids: readonly string[]) =>
  ids.reduce((most, id) => Math.max(most, shareOf(profile, id)), 0)

/** Decided by a dictionary, and not by a title or a check. */
const guessed = ({ decision }: Column) => decision.evidence[0]?.code === 'dictionary_share'

/** No title that says a thing, no company among the cells. */
function mayBePeople(column: Column): boolean {
  const { title, words, profile } = column
  if (profile.nameShape < 0.5 || profile.thingShape >= 0.3) return false
  if (share(column, 'company') >= 0.3) return false
  const told = headerCandidates(title)
  return (
    words === '' || told.length === 0 || told.some(({ type }) => classOfType[type] === 'direct')
  )
}

/** "client" of "nom client": whose name, or whose number. */
function ownerIn(words: string, noun: RegExp): string {
  return words
    .replace(noun, '')
    .replace(/\b(?:de|du|des|del|della|of|the|l|la|le)\b/g, '')
    .replace(/ +/g, ' ')
    .trim()
}

/** "nom acheteur" beside "prénom acheteur": the same person's. */
function isPairedName({ words }: Column, file: FileView): boolean {
  const owner = ownerIn(words, patternOf('family_name'))
  if (owner === '') return false
  return file.ofType('first_name').some((other) => {
    const given = patternOf('given_name')
    return given.test(other.words) && ownerIn(other.words, given) === owner
  })
}

/** The rows in which a column and the e-mail address both stand: the local part, and the cell. */
function besideEmail({ index }: Column, file: FileView): { local: string; cell: string }[] {
  const email = file.ofType('email')[0]?.index ?? -1
  return file.rows.flatMap((row) => {
    const local = fold((row[email] ?? '').split('@')[0] ?? '')
    const cell = (row[index] ?? '').trim()
    return local === '' || cell === '' ? [] : [{ local, cell }]
  })
}

/** "Sieglinde Hupfer" beside "s.hupfer@…": whoever has the address is named so. */
function isInEmails(column: Column, file: FileView): boolean {
  const told = besideEmail(column, file)
    .map(({ local, cell }) => ({ local, words: fold(cell).split(/[^a-z]+/) }))
    .map(({ local, words }) => ({ local, words: words.filter((word) => word.length > 3) }))
    .filter(({ words }) => words.length > 0)
  const met = told.filter(({ local, words }) => words.some((word) => local.includes(word))).length
  return met >= 2 && met >= told.length * 0.5
}

/** "jpartrid" beside "joyce.partridge@…", in most rows. */
function isLoginOfEmails(column: Column, file: FileView): boolean {
  const told = besideEmail(column, file)
  const met = told.filter(({ local, cell }) => {
    const parts = local.split(/[^a-z]+/)
    const holds = (rest: string, initial: string) => {
      const family = parts.findIndex((part) => rest.length > 1 && part.startsWith(rest))
      return family >= 0 && parts.some((part, at) => at !== family && part[0] === initial)
    }
    return holds(cell.slice(1), cell[0] ?? '') || holds(cell.slice(0, -1), cell.slice(-1))
  }).length
  return met >= 2 && met >= told.length * 0.6
}

/** "kdale", "k.dale", "dalek", "kdale2": an initial at a family that is known. */
function isCutName(cell: string): boolean {
  if (/^[a-z]{1,12}[._-][a-z]+\d*$|^[a-z]{3,}\d{1,3}$/.test(cell)) return true
  return lastNames.has(cell.slice(1)) || lastNames.has(cell.slice(0, -1))
}

/** "s.aitahmed", "mlegrand", "cdoucet_ext": an initial, and a family known or behind a dot. */
function isLoginOfSomebody(cell: string): boolean {
  const login = cell.replace(/(?:[._-](?:ext|adm|admin))?\d*$/, '')
  const family = login.slice(1)
  return /^[a-z]\.[a-z]{3,}$/.test(login) || (family.length > 3 && lastNames.has(family))
}

/** A host may be "web" as well: an initial or a first name, and a name behind a dot. */
function areDottedLogins(column: Column, file: FileView): boolean {
  const cells = file.cells(column)
  if (cells.some((cell) => /^[a-z]\.[a-z]{3,}$/.test(cell))) return true
  const given = (cell: string) => {
    const [first = '', last = ''] = cell.split('.')
    return last.length > 3 && isFirstName(first)
  }
  return cells.length === 0 || partOf(cells, given) >= 0.5
}

/** No answers, no first names and no offices: small letters in one piece. */
function areLogins(column: Column): boolean {
  const isAnswer = share(column, 'boolean', 'state_word') >= 0.2
  return !isAnswer && share(column, 'first_name', 'office') < 0.3 && share(column, 'login') >= 0.8
}

/** "idBeneficiaire" over SIRETs beside "nomBeneficiaire". */
function isNumberedAsFirm(column: Column, file: FileView): boolean {
  const ownerOf = (words: string) =>
    words.replace(patternOf('name_or_number'), '').replace(/ +/g, ' ').trim()
  const owner = ownerOf(column.words)
  if (owner === '') return false
  return file.others(column).some((other) => {
    if (!patternOf('says_number').test(other.words) || ownerOf(other.words) !== owner) return false
    if (share(other, 'siret', 'siren') >= 0.8) return true
    return partOf(file.cells(other), (cell) => patternOf('number_of_firm').test(cell)) >= 0.8
  })
}

const turnWords = lateList('turn')
const saysTurn = ({ words }: Column) =>
  words !== '' &&
  words.split(' ').every((word) => turnWords.has(word) || /^\d{1,2}(?:h\d{0,2})?$|^h$/.test(word))

/** "Manu, Cathy, Flo" under "Ven 18h-21h": who is on, by first names and short ones. */
function haveTurns(column: Column, file: FileView): boolean {
  if (!saysTurn(column)) return false
  const cells = file.cells(column)
  const called = cells.flatMap((cell) =>
    cell.split(/[,;/&+]| et | and | und | y | e | en /).map((part) => part.trim()),
  )
  // One name a cell under one such title may be that of a suite.
  if (called.length === cells.length && file.columns.filter(saysTurn).length < 2) return false
  const shaped = called.filter((part) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(part))
  const known = new Set(shaped.map(fold).filter((part) => firstNames.has(part)))
  const isMost = shaped.length >= called.length * 0.6
  return isMost && known.size >= 2 && known.size >= new Set(shaped).size * 0.3
}

/** "Bleicher" where "Bleicher, Arno" stands in the list of people. */
function areListedFamilies(column: Column, file: FileView): boolean {
  const listed = file.ofType('name', 'last_name').flatMap((one) => file.folded(one))
  const families = new Set(listed.flatMap((cell) => cell.split(/[^a-z'-]+/)))
  const cells = file.distinct(column)
  const found = cells.filter((cell) => cell.length > 3 && families.has(cell)).length
  return found >= 2 && found >= cells.length * 0.5
}

/** "Vendeuse" over "Manon" is who sold; "Nom" and "Baby name" are what somebody is called. */
function isTitledByRole({ title, words }: Column): boolean {
  if (patternOf('of_names').test(words)) return false
  return headerCandidates(title).some(({ type, match }) => match === 'exact' && type === 'name')
}

/** "Utente" names an account or an insured person: the names below are of people all the same. */
function isTitledByPerson({ decision }: Column): boolean {
  return decision.evidence.some(({ code, facts }) => {
    if (code !== 'values_disagree_with_header') return false
    const itsClass = classOfType[facts.type as keyof typeof classOfType]
    return itsClass === 'direct' || itsClass === 'linkable' || itsClass === 'special'
  })
}

/** "Mr Hale", "Dr Abgrall" and nobody else: a list of those who treat. */
export function isOfDoctors(file: FileView): boolean {
  const named = file.ofType('name', 'last_name')
  const isDoctor = (cell: string) => /^(?:dr|pr|prof|docteur|doctor|dott|dra)\b/i.test(cell)
  return named.length > 0 && named.every((column) => file.cells(column).every(isDoctor))
}

export const peopleConditions: Readonly<Record<string, Condition>> = {
  guessed,
  told_by_title: ({ decision }) =>
    decision.evidence.some((one) => one.code === 'header_names_type'),
  may_be_people: mayBePeople,
  titled_as_loose_role: ({ title }) => {
    const role = headerCandidates(title).find(({ type }) => type === 'name')
    return role !== undefined && looseRoles.has(role.phrase)
  },
  titled_as_name: ({ title }) => headerCandidates(title).some(({ type }) => type === 'name'),
  titled_by_role: isTitledByRole,
  titled_by_person: isTitledByPerson,
  paired_name: isPairedName,
  in_emails: isInEmails,
  logins_of_emails: isLoginOfEmails,
  cut_names: (column, file) => partOf([...new Set(file.cells(column))], isCutName),
  logins_of_people: (column, file) => partOf([...new Set(file.cells(column))], isLoginOfSomebody),
  dotted_logins: areDottedLogins,
  logins: areLogins,
  numbered_as_firm: isNumberedAsFirm,
  have_turns: haveTurns,
  families_of_the_list: areListedFamilies,
  /** "Maas" under "Water" is a first name by the lists alone. */
  first_name_by_lists: (column) => column.decision.type === 'first_name' && guessed(column),
  beside_first_name: ({ index }, file) => {
    const first = file.ofType('first_name')[0]
    return first !== undefined && Math.abs(first.index - index) === 1
  },
}
