// Which of a file's first lines is the header, if any: titles may stand before it.
import { isBlank } from '../column-profile.ts'
import { fold, headerWords } from '../fold.ts'
import { isEmail, isPhone, isStreetAddress } from '../recognisers/contact-points.ts'
import { yearOfDate } from '../recognisers/dates.ts'
import { isFullName } from '../recognisers/names.ts'
import { countHeaderLike } from './header-score.ts'
import { isProperName, namesLanguage } from './header-writing.ts'

export type HeaderPlace = {
  /** Index of the header among the given rows; null when the file begins with data. */
  headerIndex: number | null
  /** Rows to leave out before the header, or before the first record when there is none. */
  titleLines: number
}

type Row = readonly string[]
const linesLookedAtMax = 30

/** `rows` are the first rows of the file, as read. */
export function findHeader(rows: readonly Row[]): HeaderPlace {
  const head = rows.slice(0, linesLookedAtMax)
  const filledMin = Math.min(usualWidth(rows), 2)
  const index = headOfTranslations(head, filledMin) ?? knownHeader(head, filledMin)
  if (index !== null) return { headerIndex: index, titleLines: index }
  // A lone telephone in the first record is data; a lone line of words is a title.
  const first = head.findIndex((row) => {
    const filled = filledIn(row)
    return filled.length >= filledMin || filled.some(isValue)
  })
  if (first < 0) return { headerIndex: null, titleLines: 0 }
  return { headerIndex: isTitleRow(head, first) ? first : null, titleLines: first }
}

/** The first row, before any data, that reads like column titles in a fair part of its cells. */
function knownHeader(head: readonly Row[], filledMin: number): number | null {
  let best: { index: number; score: number } | null = null
  for (let index = 0; index < head.length; index += 1) {
    const filled = filledIn(head[index] ?? [])
    if (filled.length === 0 || filled.length < filledMin) continue
    const score = countHeaderLike(filled) / filled.length
    if (filled.some((cell) => isValue(cell) && !(score >= 0.5 && namesYear(cell)))) break
    if (comesAgain(head, index) || isDeepInData(head, index, filled.length)) continue
    // A row as full above it is a header of unknown words, or a record like this one.
    const isBelowEqual = head.slice(0, index).some((row) => filledIn(row).length >= filled.length)
    if (isBelowEqual && score < 0.6 && best === null) continue
    if (score >= 0.3 && (best === null || score > best.score)) best = { index, score }
    else if (best !== null) break
  }
  return best?.index ?? null
}

/**
 * "key", "fr", "en", "de" above "Prénom", "First name", "Vorname": titles, with titles for data.
 */
function headOfTranslations(head: readonly Row[], filledMin: number): number | null {
  const index = head.findIndex((row) => filledIn(row).length >= filledMin)
  const words = filledIn(head[index] ?? []).map(headerWords)
  const languages = new Set(words.filter(namesLanguage))
  return languages.size >= 2 && languages.size * 2 >= words.length ? index : null
}

function filledIn(row: Row): string[] {
  return row.filter((cell) => cell.trim() !== '')
}

/** The number of columns that most rows have. */
function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let best = 1
  let most = 0
  for (const [width, count] of counts) {
    if (count > most) {
      best = width
      most = count
    }
  }
  return best
}

/** A cell that is data and never a title: a number, an address, a date. */
function isValue(cell: string): boolean {
  const text = cell.trim()
  const digits = text.replace(/\D/g, '').length
  if (digits >= 4 && digits >= text.length * 0.5) return true
  if (/^[-+]?[\d \u00a0\u202f.]*\d[.,]\d{1,4} ?(?:[€$£%]|eur|kg|g|l|m)?$/i.test(text)) return true
  return isEmail(text) || isPhone(text) || yearOfDate(fold(text)) !== null
}

/** "Don 2025", "L. 104/92": a word and a year or a law, as titles have them among other titles. */
function namesYear(cell: string): boolean {
  const text = cell.trim()
  return /^\p{L}[\p{L}.°/' -]*[ .-](?:\d{2,4}(?:[/-]\d{2,4})?)$/u.test(text) && !isPhone(text)
}

/** "victoire;nom" above "pierre;verbe", "abaisser;nom": a value among others, whatever it says. */
function comesAgain(rows: readonly Row[], index: number): boolean {
  const row = rows[index] ?? []
  const whole = row.join('\u0000')
  const others = rows.filter((other) => other.join('\u0000') !== whole)
  return row.some((cell, column) => {
    const text = cell.trim()
    return text !== '' && others.some((other) => (other[column] ?? '').trim() === text)
  })
}

/** One word that is nobody's name above names in full, or above streets. */
function isOverPeople(title: string, cells: readonly string[]): boolean {
  const word = title.replace(/[^\p{L}\d]+$/u, '')
  if (cells.length < 4 || /\s/.test(word) || isName(word)) return false
  const people = cells.filter((cell) => isFullName(fold(cell))).length
  const streets = cells.filter((cell) => isStreetAddress(fold(cell))).length
  return Math.max(people, streets) >= cells.length * 0.6
}

/** "Nature" above the same few words again and again: the one cell that is not one of them. */
function standsApart(row: Row, below: readonly Row[]): boolean {
  if (below.length < 6 || row.some((cell) => isBlank(cell) || isName(cell))) return false
  return row.some((cell, column) => {
    const values = below.map((line) => (line[column] ?? '').trim()).filter((one) => one !== '')
    const few = new Set(values)
    if (values.length < 6 || few.size > values.length / 2 || few.has(cell.trim())) return false
    return [...few].every((value) => values.filter((one) => one === value).length > 1)
  })
}

function isName(cell: string): boolean {
  return fold(cell)
    .split(/[\s,.'’-]+/)
    .some((word) => word.length > 2 && isProperName(word))
}

/** Titles above a header are short lines; several lines as full as itself are records. */
function isDeepInData(rows: readonly Row[], index: number, filled: number): boolean {
  if (filled < 2) return index > 4
  return rows.slice(0, index).filter((row) => filledIn(row).length >= filled).length > 2
}

/** "Hex" above "#F0F8FF" and "#BC8F8F": every cell begins with a sign that the title has not. */
function beginsOtherwise(title: string, cells: readonly string[]): boolean {
  const sign = (cells[0] ?? '').trim()[0] ?? ''
  if (cells.length < 2 || !/[^\p{L}\p{N}"'(]/u.test(sign)) return false
  return !title.startsWith(sign) && cells.every((cell) => cell.trim().startsWith(sign))
}

/** No known word, yet unlike what stands below: words over a column of numbers or dates. */
function isTitleRow(rows: readonly Row[], index: number): boolean {
  const row = rows[index] ?? []
  const below = rows.slice(index + 1, index + 21)
  if (below.length === 0) return false
  let unlike = standsApart(row, below) ? 1 : 0
  for (let column = 0; column < row.length; column += 1) {
    const title = (row[column] ?? '').trim()
    if (title === '') continue
    if (/^\d+$/.test(title) || isValue(title)) return false
    const cells = below.map((line) => line[column] ?? '').filter((cell) => !isBlank(cell))
    const isNumbers = (cell: string) => isValue(cell) || /^[-\d.,]+$/.test(cell.trim())
    const isCode = (cell: string) => (cell.match(/\d/g)?.length ?? 0) >= 2
    const isPlain = title.length <= 30 && !/\d/.test(title)
    if (cells.length > 0 && cells.every(isNumbers)) unlike += 1
    else if (isPlain && isOverPeople(title, cells)) unlike += 1
    else if (isPlain && cells.length > 1 && cells.every(isCode)) unlike += 1
    else if (isPlain && beginsOtherwise(title, cells)) unlike += 1
  }
  return unlike > 0
}
