// Whoever stands under a title that does not say so: by the turn, by the family, by the list beside.

import { byNeighbours, type Column, cellsAt, guesses, type Rows } from './column-neighbours.ts'
import { shareOf } from './column-profile.ts'
import { lateList } from './data-files.ts'
import { fold } from './fold.ts'
import { firstNames } from './name-lists.ts'
import { type DataType, nameTypes } from './types-of-data.ts'

export function peopleUnderAnyTitle(columns: Column[], rows: Rows) {
  familiesByName(columns)
  whoHasWhichTurn(columns, rows)
  familiesOfTheList(columns, rows)
}

/** Days, parts of them and hours; a title that says anything else is of something else. */
const turnWords = lateList('turn')
const saysTurn = (words: string) =>
  words !== '' &&
  words.split(' ').every((word) => turnWords.has(word) || /^\d{1,2}(?:h\d{0,2})?$|^h$/.test(word))
const mayBeTurns = new Set<DataType>([...guesses, 'boolean', 'date', 'time', 'name', 'last_name'])

/** "Manu, Cathy, Flo" under "Ven 18h-21h": who is on, by first names and short ones. */
function whoHasWhichTurn(columns: Column[], rows: Rows) {
  const turns = columns.filter(({ words }) => saysTurn(words)).length
  for (const [index, column] of columns.entries()) {
    if (!saysTurn(column.words) || !mayBeTurns.has(column.decision.type)) continue
    const cells = cellsAt(rows, index)
    const called = cells.flatMap((cell) =>
      cell.split(/[,;/&+]| et | and | und | y | e | en /).map((part) => part.trim()),
    )
    // One name a cell under one such title may be that of a suite.
    if (turns < 2 && called.length === cells.length) continue
    const shaped = called.filter((part) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(part))
    const known = new Set(shaped.map(fold).filter((part) => firstNames.has(part)))
    if (
      known.size >= 2 &&
      known.size >= new Set(shaped).size * 0.3 &&
      shaped.length >= called.length * 0.6
    )
      column.decision = byNeighbours('first_name')
  }
}

const familyWords =
  /^(?:famil(?:ia|ias|le|les|y|ies|ie|ien|ias)|famille?s?|famigli[ae]|gezin(?:nen)?)$/

/** "Familia" over "Abellán Rico", beside an address for the mail: whose it is, and no family of goods. */
function familiesByName(columns: Column[]) {
  const types = new Set(columns.map(({ decision }) => decision.type))
  const isOfGoods = types.has('product') || types.has('ean') || types.has('quantity')
  if (isOfGoods || !(types.has('email') || types.has('phone'))) return
  for (const column of columns) {
    const { decision, profile, words } = column
    const known = Math.max(shareOf(profile, 'last_name'), shareOf(profile, 'full_name'))
    const isOpen = guesses.has(decision.type) || decision.type === 'category'
    if (isOpen && familyWords.test(words) && known >= 0.2) column.decision = byNeighbours('name')
  }
}

/** "Bleicher" under a title that nobody knows, where "Bleicher, Arno" stands in the list of people. */
function familiesOfTheList(columns: Column[], rows: Rows) {
  const listed = new Set<string>()
  for (const [index, { decision }] of columns.entries()) {
    if (!nameTypes.has(decision.type) || decision.type === 'first_name') continue
    for (const cell of cellsAt(rows, index)) {
      for (const part of fold(cell).split(/[^a-z'-]+/)) if (part.length > 3) listed.add(part)
    }
  }
  if (listed.size === 0) return
  for (const [index, column] of columns.entries()) {
    const { decision, profile } = column
    if (decision.type !== 'text' || profile.nameShape < 0.8 || profile.wordsMean > 1.5) continue
    const cells = new Set(cellsAt(rows, index).map(fold))
    const found = [...cells].filter((cell) => listed.has(cell)).length
    if (found >= 2 && found >= cells.size * 0.5) column.decision = byNeighbours('last_name')
  }
}
