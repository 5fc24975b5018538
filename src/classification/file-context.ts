// What a file is about, as all of its titles and cells say before any column is decided.
import { type ColumnProfile, shareOf } from './column-profile.ts'
import type { FileContext } from './decide-column.ts'
import { headerCandidates } from './headers/header-score.ts'
import { looseRoles, weakSpecialPhrases } from './headers/header-tables.ts'
import { patternOf } from './patterns.ts'
import { typesOf } from './type-groups.ts'
import { classOfType, type DataType } from './types-of-data.ts'

type Draft = { title: string; words: string; profile: ColumnProfile }

export function contextOf(columns: readonly Draft[]): FileContext {
  const words = columns.map((column) => column.words).join(' | ')
  const says = (pattern: string) => patternOf(pattern).test(words)
  const nir = columns.some(({ profile }) => shareOf(profile, 'nir') >= 0.8)
  const named = columns.some(({ profile }) => {
    return shareOf(profile, 'full_name') >= 0.4 || shareOf(profile, 'first_name') >= 0.5
  })
  const hasRole = columns.some(({ title }) => namesRole(title))
  const people = (named || hasRole || says('people_word')) && !says('animal_of_the_file')
  const things = !says('people_word') && !columns.some(({ title }) => namesPerson(title))
  const told = new Set<DataType>()
  for (const { title, profile } of columns) {
    if (profile.special !== null && profile.special.strongShare >= 0.25)
      told.add(profile.special.type)
    for (const { type, phrase } of headerCandidates(title)) {
      if (classOfType[type] === 'special' && !weakSpecialPhrases.has(phrase)) told.add(type)
    }
  }
  // Whoever is paid back a train and a meal gives that number too.
  const health =
    (nir && !says('expense')) ||
    says('health_word') ||
    columns.some(({ title }) => speaksOfHealth(title))
  return {
    told,
    health,
    people: people && !(things && says('dish')),
    things: things && (says('machine') || says('dish')),
    beauty: !health && says('beauty'),
  }
}

/** A role that no company has: "Simpatizante", "Confirmand", "Kindesname". */
function namesRole(title: string): boolean {
  return headerCandidates(title).some(({ type, match, phrase }) => {
    return match === 'exact' && type === 'name' && !looseRoles.has(phrase)
  })
}

function namesPerson(title: string): boolean {
  return headerCandidates(title).some(({ type, match }) => {
    return match === 'exact' && typesOf('tells_of_a_person').has(type)
  })
}
function speaksOfHealth(title: string): boolean {
  return headerCandidates(title).some(({ type, phrase }) => {
    return type === 'health' && !weakSpecialPhrases.has(phrase)
  })
}
