// What a row declares about consent, and what it lacks to be a proof.
import { fold, isBlank } from '../../classification/index.ts'
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
  const givenAt = hasDate ? readDate(cells.date ?? '') : defaults.givenAt
  if (hasDate && givenAt === null) return quarantine('consent_date_unreadable')
  // "12/03/2026, désabonné": a day that is read says nothing against what stands beside it.
  if (hasDate && /\p{L}{2}/u.test(cells.date ?? '') && speaksAgainst(cells.date ?? ''))
    return quarantine('consent_not_given')
  if (givenAt === null) return quarantine('consent_without_date')
  if (givenAt > now) return quarantine('consent_date_in_future')
  const ownSource = cells.source !== null && !isBlank(cells.source) ? cells.source.trim() : null
  const source = ownSource ?? defaults.source
  if (source === null) return quarantine('consent_without_source')
  const wordingId = wordingOf(cells, defaults)
  if (wordingId === 'unknown') return quarantine('consent_wording_unknown')
  if (wordingId === null) return quarantine('consent_without_wording')
  return { kind: 'proven', wordingId, givenAt, source: source.slice(0, 200) }
}

/** A cell under "STOP SMS", "Désabonné le", "Opt-out": empty or a plain no leaves the person be. */
export function readObjection(cell: string, now: Instant): Objection {
  if (cell === '') return 'none'
  const said = answersNo(cell)
  if (said === 'affirmed') return 'clear'
  // Databases write a day that is not there as one of the year 0.
  if (said === 'denied' || isBlank(cell) || /^\s*0000-00-00/.test(cell)) return 'none'
  const at = readDate(cell)
  return at !== null && at <= now && !speaksAgainst(cell) ? 'clear' : 'doubtful'
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

/** Day first, as everywhere in Europe; ISO; the midnight of the day where no hour is given. */
export function readDate(cell: string): Instant | null {
  // A file names the same days again and again.
  let at = datesRead.get(cell)
  if (at === undefined) {
    if (datesRead.size >= datesReadMax) datesRead.clear()
    at = dateOf(cell)
    datesRead.set(cell, at)
  }
  return at
}

const datesRead = new Map<string, Instant | null>()
const datesReadMax = 4_096

function dateOf(cell: string): Instant | null {
  const text = cell.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?/.exec(text)
  if (iso !== null) return instantOf(iso[1], iso[2], iso[3], iso[4], iso[5])
  const day = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ T,]+(\d{1,2})[:h](\d{2}))?/.exec(
    text,
  )
  if (day === null) return null
  const year = (day[3] ?? '').length === 2 ? `20${day[3]}` : day[3]
  return instantOf(year, day[2], day[1], day[4], day[5])
}

function instantOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
): Instant | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const at = Date.UTC(y, m - 1, d, Number(hour ?? '0'), Number(minute ?? '0'))
  const back = new Date(at)
  const exists = back.getUTCMonth() === m - 1 && back.getUTCDate() === d && y >= 1990
  return exists ? at : null
}
