// What the sampled cells of one column are like: how many pass which recogniser,
// how they are shaped.
import { lateList } from './data-files.ts'
import { yearOfDate } from './recognisers/dates.ts'
import { cellOf, type Method, passedBy, recognisers } from './recognisers/index.ts'
import { hasNameShape, hasThingShape } from './recognisers/names.ts'
import { type SpecialType, specialWordIn } from './special-words.ts'
import type { DataType } from './types-of-data.ts'

/** How well the values fit a type: the share of filled cells that its best recogniser passes. */
export type Fit = {
  type: DataType
  id: string
  share: number
  method: Method
  headerNeeded: boolean
}

export type ColumnProfile = {
  rows: number
  filled: number
  distinct: number
  fits: readonly Fit[]
  years: readonly number[]
  /** Share of filled cells with a special word that can decide alone, and with any. */
  special: { type: SpecialType; strongShare: number; share: number } | null
  nameShape: number
  /** Share of cells with a common noun, or with small words as no name has them. */
  thingShape: number
  /** Share of cells without a capital, and with a word that begins with one and goes on without. */
  lowerCase: number
  capitalised: number
  wordsMean: number
  digitsOnly: number
  /** Share of cells that stand in rising order after the one before: counters do. */
  ascending: number
  /** Digits-only cells by length: what a stray number would be mistaken for. */
  digitLengths: ReadonlyMap<number, number>
  /**
   * Cells of seven to ten digits with one letter or two: identity numbers are so made, and codes.
   */
  letteredNumbers: number
}

/** Such a word, a dash, and what stands on a form where somebody would not answer. */
const blanks = lateList('blank')

/** A cell that says "nothing": empty, a dash, "n/a", "inconnu". */
export function isBlank(cell: string): boolean {
  if (cell.length === 0) return true
  if (cell.length > 16) return cell.trim() === ''
  const text = cell.trim().toLowerCase()
  return text === '' || blanks.has(text)
}

const capital = /\p{Lu}/u
const capitalised = /\p{Lu}\p{Ll}/u
const letteredNumber = /^[A-Z]{0,2}\d{7,10}[A-Z]?$(?<=[A-Z].*)/

/** What one cell says; the cells of a column are often the same few. */
type CellReading = {
  folded: string
  compact: string
  passed: readonly number[]
  year: number | null
  special: ReturnType<typeof specialWordIn>
  hasNameShape: boolean
  hasThingShape: boolean
  isLowerCase: boolean
  isCapitalised: boolean
  words: number
  isDigits: boolean
  isLettered: boolean
}

/** Null of a cell that says nothing. */
function readCell(raw: string): CellReading | null {
  // An x is a cross in a box; elsewhere it is nothing.
  if (isBlank(raw) && raw.trim().toLowerCase() !== 'x') return null
  const cell = cellOf(raw)
  const { text, folded, compact } = cell
  return {
    folded,
    compact,
    passed: passedBy(cell),
    year: yearOfDate(folded),
    special: specialWordIn(folded),
    hasNameShape: hasNameShape(text),
    hasThingShape: hasThingShape(text),
    isLowerCase: !capital.test(text),
    isCapitalised: capitalised.test(text),
    words: text.split(/\s+/).length,
    isDigits: /^\d+$/.test(compact),
    isLettered: letteredNumber.test(compact),
  }
}

function readCells(cells: readonly string[]): CellReading[] {
  const known = new Map<string, CellReading | null>()
  const readings: CellReading[] = []
  for (const raw of cells) {
    let reading = known.get(raw)
    if (reading === undefined) {
      reading = readCell(raw)
      known.set(raw, reading)
    }
    if (reading !== null) readings.push(reading)
  }
  return readings
}

export function profileOf(cells: readonly string[]): ColumnProfile {
  const passes = new Array<number>(recognisers().length).fill(0)
  const seen = new Set<string>()
  const years: number[] = []
  const digitLengths = new Map<number, number>()
  const special = new Map<SpecialType, { strong: number; all: number }>()
  const counts = {
    nameShape: 0,
    thingShape: 0,
    lowerCase: 0,
    capitalised: 0,
    words: 0,
    digitsOnly: 0,
    ascending: 0,
    lettered: 0,
  }
  const readings = readCells(cells)
  let before = ''
  for (const reading of readings) {
    const { compact, year } = reading
    seen.add(reading.folded)
    if (compact > before) counts.ascending += 1
    before = compact
    for (const index of reading.passed) passes[index] = (passes[index] ?? 0) + 1
    if (year !== null) years.push(year)
    if (reading.hasNameShape) counts.nameShape += 1
    if (reading.hasThingShape) counts.thingShape += 1
    if (reading.isLowerCase) counts.lowerCase += 1
    if (reading.isCapitalised) counts.capitalised += 1
    counts.words += reading.words
    if (reading.isDigits) {
      counts.digitsOnly += 1
      digitLengths.set(compact.length, (digitLengths.get(compact.length) ?? 0) + 1)
    }
    if (reading.isLettered) counts.lettered += 1
    if (reading.special !== null) countSpecial(reading.special, special)
  }
  const filled = readings.length
  const share = (count: number) => (filled === 0 ? 0 : count / filled)
  return {
    rows: cells.length,
    filled,
    distinct: seen.size,
    fits: fitsOf(passes, share),
    years,
    special: strongestSpecial(special, share),
    nameShape: share(counts.nameShape),
    thingShape: share(counts.thingShape),
    lowerCase: share(counts.lowerCase),
    capitalised: share(counts.capitalised),
    wordsMean: share(counts.words),
    digitsOnly: share(counts.digitsOnly),
    ascending: share(counts.ascending),
    digitLengths,
    letteredNumbers: counts.lettered,
  }
}

function countSpecial(
  found: { type: SpecialType; strong: boolean },
  counts: Map<SpecialType, { strong: number; all: number }>,
) {
  const count = counts.get(found.type) ?? { strong: 0, all: 0 }
  count.all += 1
  if (found.strong) count.strong += 1
  counts.set(found.type, count)
}

function strongestSpecial(
  counts: Map<SpecialType, { strong: number; all: number }>,
  share: (count: number) => number,
): ColumnProfile['special'] {
  let best: ColumnProfile['special'] = null
  for (const [type, count] of counts) {
    if (best === null || share(count.all) > best.share) {
      best = { type, strongShare: share(count.strong), share: share(count.all) }
    }
  }
  return best
}

function fitsOf(passes: readonly number[], share: (count: number) => number): Fit[] {
  const fits: Fit[] = []
  recognisers().forEach((recogniser, index) => {
    const passed = share(passes[index] ?? 0)
    if (passed > 0) {
      const { id, type, method, headerNeeded } = recogniser
      fits.push({ id, type, share: passed, method, headerNeeded })
    }
  })
  return fits.sort((a, b) => b.share - a.share)
}

/** The best fit of a type. */
export function fitOf(profile: ColumnProfile, type: DataType): Fit | null {
  return profile.fits.find((fit) => fit.type === type) ?? null
}

export function shareOf(profile: ColumnProfile, id: string): number {
  return profile.fits.find((fit) => fit.id === id)?.share ?? 0
}
