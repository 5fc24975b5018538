// What a row declares about consent, and what it lacks to be a proof.
import { fold, isBlank } from '../../classification/index.ts'
import { instantOf, wallTimeOf } from '../../countries/index.ts'
import type { Instant, WordingId } from '../../kernel/index.ts'
import type { QuarantineReason } from '../contract.ts'
import { answersNo, readAnswer, speaksAgainst } from './read-answer.ts'

export type ConsentCells = {
  given: string | null
  date: string | null
  source: string | null
  wording: string | null
  /** What the row says in columns whose title is a no. */
  objected?: readonly Objection[]
}

/** `doubtful`: not plainly a no, and so no consent either. */
export type Objection = 'none' | 'doubtful' | 'clear'

/** What holds for the whole file, and the wordings that may be named. */
export type ConsentDefaults = {
  /** By its clock hours are read that name no zone: the account's. */
  zone: string
  wholeFile: boolean
  wordingId: WordingId | null
  givenAt: Instant | null
  source: string | null
  /** By name and by exact text, folded: published wordings that name SMS. */
  wordings: ReadonlyMap<string, WordingId>
  /** Of these, by their text alone: a column of the source may quote one. */
  texts?: ReadonlyMap<string, WordingId>
  /** Whoever's row quotes no text has not seen `wordingId` either. */
  quotedOnly?: boolean
}

export type ConsentClaim =
  | { kind: 'proven'; wordingId: WordingId; givenAt: Instant; source: string }
  | { kind: 'quarantine'; reason: QuarantineReason }

export function judgeConsent(
  cells: ConsentCells,
  defaults: ConsentDefaults,
  now: Instant,
): ConsentClaim {
  const { zone } = defaults
  // Whatever a column of consent says beside it.
  if (cells.objected?.includes('clear')) return quarantine('consent_not_given')
  const isDoubtful = cells.objected?.includes('doubtful') === true
  const hasDate = cells.date !== null && !isBlank(cells.date)
  if (cells.given !== null) {
    const answer = readAnswer(cells.given)
    if (answer === 'no') return quarantine('consent_not_given')
    if (answer === 'unclear' || isDoubtful) return quarantine('consent_answer_unclear')
  } else if (isDoubtful) {
    return quarantine('consent_answer_unclear')
  } else if (!defaults.wholeFile && !hasDate) {
    return quarantine('no_proof_of_consent')
  }
  const givenAt = hasDate ? readDate(cells.date ?? '', zone) : defaults.givenAt
  if (hasDate && givenAt === null) return quarantine('consent_date_unreadable')
  // "12/03/2026, désabonné": a day that is read says nothing against what stands beside it.
  if (hasDate && /\p{L}{2}/u.test(cells.date ?? '') && speaksAgainst(cells.date ?? ''))
    return quarantine('consent_not_given')
  if (givenAt === null) return quarantine('consent_without_date')
  if (isAhead(givenAt, { zone, now })) return quarantine('consent_date_in_future')
  const ownSource = cells.source !== null && !isBlank(cells.source) ? cells.source.trim() : null
  const source = ownSource ?? defaults.source
  if (source === null) return quarantine('consent_without_source')
  const wordingId = wordingOf(cells, defaults)
  if (wordingId === 'unknown') return quarantine('consent_wording_unknown')
  if (wordingId === null) return quarantine('consent_without_wording')
  const said = { givenAt: begunBy(givenAt, { zone, now }), source: source.slice(0, 200) }
  return { kind: 'proven', wordingId, ...said }
}

/** A cell under "STOP SMS", "Désabonné le", "Opt-out": empty or a plain no leaves the person be. */
export function readObjection(cell: string, here: Here): Objection {
  if (cell === '') return 'none'
  const said = answersNo(cell)
  if (said === 'affirmed') return 'clear'
  // Databases write a day that is not there as one of the year 0.
  if (said === 'denied' || isBlank(cell) || /^\s*0000-00-00/.test(cell)) return 'none'
  const at = readDate(cell, here.zone)
  return at !== null && !isAhead(at, here) && !speaksAgainst(cell) ? 'clear' : 'doubtful'
}

function quarantine(reason: QuarantineReason): ConsentClaim {
  return { kind: 'quarantine', reason }
}

/** A text that the row gives itself outweighs the file's: it must be a wording we know. */
function wordingOf(
  { wording, source }: ConsentCells,
  { wordings, texts, quotedOnly, wordingId }: ConsentDefaults,
): WordingId | 'unknown' | null {
  if (wording !== null && !isBlank(wording)) return wordings.get(wordingKey(wording)) ?? 'unknown'
  const quoted = source === null || isBlank(source) ? undefined : texts?.get(wordingKey(source))
  return quoted ?? (quotedOnly === true ? null : wordingId)
}

/**
 * Texts are compared without accents, case, line ends and the shapes of apostrophes and quotes: a
 * file rarely keeps them. A file says the same few texts again and again.
 */
export function wordingKey(text: string): string {
  let key = keysMade.get(text)
  if (key === undefined) {
    if (keysMade.size >= keysMadeMax) keysMade.clear()
    key = keyOf(text)
    keysMade.set(text, key)
  }
  return key
}

const keysMade = new Map<string, string>()
const keysMadeMax = 256

function keyOf(text: string): string {
  // Before folding, which takes some of them for a space or a mark.
  const plain = text
    .replace(/[\u2018\u2019\u201b\u02bc\u2032\u00b4`]/g, "'")
    .replace(/["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, ' ')
  return fold(plain)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,:;!?])/g, '')
}

const dayMs = 86_400_000
/** Whose clock it is, and what time. */
type Here = { zone: string; now: Instant }

/** A day without its hour is ahead once it is tomorrow here. */
export const isAhead = (at: Instant, { zone, now }: Here): boolean =>
  at % dayMs === 0 ? at / dayMs > wallTimeOf(zone, now).day : at > now

/** Today may begin here before it does in UTC: then it is said with its first instant here. */
export const begunBy = (at: Instant, { zone, now }: Here): Instant =>
  at <= now ? at : instantOf(zone, Math.floor(at / dayMs), 0)

/**
 * Day first, as everywhere in Europe; ISO. An hour is that of the zone unless it names another;
 * where none is given it is the midnight of the day in UTC.
 */
export function readDate(cell: string, zone: string): Instant | null {
  if (zone !== datesZone || datesRead.size >= datesReadMax) datesRead.clear()
  datesZone = zone
  // A file names the same days again and again.
  let at = datesRead.get(cell)
  if (at === undefined) {
    at = dateOf(cell, zone)
    datesRead.set(cell, at)
  }
  return at
}

const datesRead = new Map<string, Instant | null>()
const datesReadMax = 4_096
let datesZone = ''

const isoDate =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?/
const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ T,]+(\d{1,2})[:h](\d{2}))?/

function dateOf(cell: string, zone: string): Instant | null {
  const text = cell.trim()
  const iso = isoDate.exec(text)
  if (iso !== null) {
    const [, year, month, day, hour, minute, offset] = iso
    return instantIn({ year, month, day, hour, minute }, offsetOf(offset) ?? zone)
  }
  const written = dayFirst.exec(text)
  if (written === null) return null
  const [, day, month, last = '', hour, minute] = written
  const year = last.length === 2 ? `20${last}` : last
  return instantIn({ year, month, day, hour, minute }, zone)
}

/** So many minutes ahead of UTC; null where none is written. */
function offsetOf(written: string | undefined): number | null {
  if (written === undefined) return null
  const [, sign = '', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(written) ?? []
  const ahead = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -ahead : ahead
}

type Part = string | undefined
type Written = { year: Part; month: Part; day: Part; hour: Part; minute: Part }

/** `where`: a zone, or how many minutes its clock is ahead of UTC. */
function instantIn(written: Written, where: string | number): Instant | null {
  const { year, month, day, hour = '0', minute = '0' } = written
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const minutes = Number(hour) * 60 + Number(minute)
  const at = Date.UTC(y, m - 1, d)
  const back = new Date(at + minutes * 60_000)
  const exists = back.getUTCMonth() === m - 1 && back.getUTCDate() === d && y >= 1990
  if (!exists) return null
  if (typeof where === 'number') return at + (minutes - where) * 60_000
  // Databases write a day without an hour with that of midnight.
  return minutes === 0 ? at : instantOf(where, at / dayMs, minutes)
}
