// The verdict of one record, after the notice's rule, with every cell counted.

import type { ColumnSample } from './classify-columns.ts'
import { isBlank, shareOf } from './column-profile.ts'
import { lateList } from './data-files.ts'
import type { RowVerdict } from './finding.ts'
import { fold } from './fold.ts'
import { latePattern } from './patterns.ts'
import { isEmail, isPhone, isPhoneLike } from './recognisers/contact-points.ts'
import { isFirstName, isFullName } from './recognisers/names.ts'
import { isCompanyName } from './recognisers/things.ts'
import {
  allStrays,
  bits,
  type CellReader,
  type StrayCounts,
  strayReader,
  straysOf,
  weightOf,
} from './stray-identifiers.ts'
import { emailInText, phoneInText } from './text-patterns.ts'
import { classOfType, type DataType, nameTypes } from './types-of-data.ts'

/** A text that records are written in: its characters, and the one that stands between cells. */
export type WrittenText = { text: string; codes: Uint16Array; delimiter: number }

export type RecordJudge = {
  judge(row: readonly string[]): RowVerdict
  /** The same of a record as it stands in a text: no cell is cut out that need not be. */
  judgeWritten(written: WrittenText, from: number, until: number): RowVerdict
  /** How many identifiers were met in columns not typed as such, by column and kind of data. */
  strays(): StrayCounts
}

/** One direct identifier suffices; else two different kinds of linkable data; else nothing. */
export function recordJudge(columns: readonly ColumnSample[]): RecordJudge {
  const counts: StrayCounts = new Map()
  const readers = columns.map((column, index) => readerOf(column, index, counts))
  // A row longer than the sampled ones is read with the eye for strays.
  const beyond = strayReader(allStrays, readers.length, counts)
  return {
    judge(row) {
      let met = 0
      for (let index = 0; index < row.length; index += 1) {
        const cell = row[index] as string
        if (cell.length === 0) continue
        met |= (readers[index] ?? beyond)(cell, 0, cell.length, null, 0)
        if ((met & bits.direct) !== 0) return 'S'
      }
      return verdictOf(met)
    },
    judgeWritten({ text, codes, delimiter }, from, until) {
      let met = 0
      let start = from
      let packed = 0
      let index = 0
      for (let at = from; at <= until; at += 1) {
        const code = at < until ? (codes[at] as number) : delimiter
        if (code !== delimiter) {
          packed = (packed + weightOf(code)) | 0
          continue
        }
        if (at > start) {
          met |= (readers[index] ?? beyond)(text, start, at, codes, packed)
          if ((met & bits.direct) !== 0) return 'S'
        }
        start = at + 1
        packed = 0
        index += 1
      }
      return verdictOf(met)
    },
    strays: () => counts,
  }
}

function verdictOf(met: number): RowVerdict {
  const linkable = met & linkableMask
  return (linkable & (linkable - 1)) !== 0 ? 'C' : 'N'
}

const linkableMask = 254

const linkableBits: Partial<Record<DataType, number>> = {
  phone: bits.phone,
  email: bits.email,
  postal_address: bits.postal_address,
  birth_date: bits.birth_date,
  ip_address: bits.ip_address,
  licence_plate: bits.licence_plate,
  username: bits.username,
}

function readerOf(column: ColumnSample, index: number, counts: StrayCounts): CellReader {
  const { type } = column.finding
  const isLinkable = linkableBits[type] !== undefined || classOfType[type] === 'direct'
  if (!isLinkable && !nameTypes.has(type)) return strayReader(straysOf(column), index, counts)
  const read = typedReader(column)
  return (text, from, until) => read(text.slice(from, until))
}

/** Of a column that is about a person by its type: the bits that a cell adds to its record. */
function typedReader(column: ColumnSample): (cell: string) => number {
  const { type } = column.finding
  if (nameTypes.has(type)) return nameReader
  if (classOfType[type] === 'direct') {
    if (shareOf(column.profile, 'pl_pesel') >= 0.5) return besideNipReader
    return holdsFirmsToo(column) ? personsNumberReader : numberReader
  }
  const bit = linkableBits[type] ?? 0
  if (type === 'phone') return phoneReader
  if (type === 'email') return emailReader
  if (type === 'birth_date') return (cell) => (isBlank(cell) || !/\d/.test(cell) ? 0 : bit)
  return (cell) => (isBlank(cell) ? 0 : bit)
}

/** A company in a column of names is not a person; a cell without letters is nothing. */
function nameReader(cell: string): number {
  if (isBlank(cell) || !/\p{L}{2}/u.test(cell)) return 0
  const folded = fold(cell)
  const isAside = folded.includes('(')
  if (folded.length < 30) {
    const alone = isAside ? folded.replace(asides, '') : folded
    if (saysNobody(cell, alone.replace(/^[^a-z]+|[^a-z]+$/g, '')) || addsUp(cell, folded)) {
      return isAside && (namesPersonToo(folded) || namedAside.test(cell)) ? bits.direct : 0
    }
  }
  return cell.length > 5 && isCompanyName(folded) && !namesPersonToo(folded) ? 0 : bits.direct
}

/** "HS (borne élec.)": what is added in brackets behind something. */
const asides = /(?<=\S) {0,9}\([^)]{0,99}\)/g

/** "Aushilfe (Jonas M.)": a place to fill, and who fills it. */
const namedAside = /\(\p{Lu}\p{Ll}+ \p{Lu}(?:\p{Ll}+|\.)?\)/u

/** "Total zona 2", "suma molino 2": a line of sums; "Somma Lucia" is somebody. */
function addsUp(cell: string, folded: string): boolean {
  // Asked of every name: most are passed over by their first letter.
  if (folded[0] !== 's' && folded[0] !== 't') return false
  if (/^(?:sous-?|sub-?)?tota(?:l|al|le|ux) [a-z]/.test(folded)) return true
  return /^(?:summe|suma|somme|somma) [a-z]/.test(folded) && !/^\s*\p{Lu}/u.test(cell)
}

/** "Schmitt (Cabinet)", "EARL Van Hecke (Luc)", "Sanchez père et fils": a firm, and who it is. */
function namesPersonToo(folded: string): boolean {
  if (/^[a-z'-]+ (?:pere|mere) et (?:fils|fille)$/.test(folded)) return true
  if (besideFirm.test(folded) || titledBeside.test(folded)) return true
  const [, before = '', inside = ''] = /^([^(]+)\(([^)]+)\)\s*$/.exec(folded) ?? []
  // "Kegelclub (Hr. Tönnies)": who speaks for it.
  if (isFirstName(inside) || isFullName(inside)) return true
  return isCompanyName(inside) && !isCompanyName(before)
}
/** "Kita Sonnenschein, Fr. Beck": a body, and who answers for it. */
const titledBeside = latePattern('titled_beside')
const besideFirm = /[–,:-] ?(?:voir|siehe|see|zie|ver|vedi|attn\.?|z\. ?hd\.) [a-z]{3,}/

/** "frei" is an empty flat; "Frei" is a family too. */
function saysNobody(cell: string, folded: string): boolean {
  return nobody.has(folded) && !(surnames.has(folded) && /^\s*\p{Lu}\p{Ll}/u.test(cell))
}
const surnames = lateList('nobody or family')

/** What stands in a column of names where nobody is: an empty flat, a sum, a place to fill. */
const nobody = lateList('nobody')

function numberReader(cell: string): number {
  if (isBlank(cell)) return 0
  return cell.length >= 6 && /\d/.test(cell) ? bits.direct : 0
}

/** "Cod. fisc. / P. IVA", "NIF/CIF": numbers of people, and among them those of firms. */
function holdsFirmsToo({ profile, finding: { type } }: ColumnSample): boolean {
  if (type !== 'tax_id' && type !== 'national_id') return false
  return shareOf(profile, 'it_cf') > 0 || shareOf(profile, 'es_nif') > 0
}

const firmsNumber = /^(?:IT)?\d{11}$|^(?:ES)?[ABCDEFGHJNPQRSUVW]-?\d{7}[0-9A-J]$/

function personsNumberReader(cell: string): number {
  return firmsNumber.test(cell.trim()) ? 0 : numberReader(cell)
}

const nip = /^(?:PL)?(?:\d{10}|\d{3}-\d{3}-\d\d-\d\d|\d{3}-\d\d-\d\d-\d{3})$/

/** "PESEL/NIP": ten digits are the tax number of a business. */
function besideNipReader(cell: string): number {
  return nip.test(cell.trim()) ? 0 : numberReader(cell)
}

function phoneReader(cell: string): number {
  if (isBlank(cell)) return 0
  const text = cell.trim()
  if (isPhone(text) || isPhoneLike(text)) return bits.phone
  if (cell.includes('@')) return isEmail(text) ? bits.email : bothReader(cell)
  // "06 39 98 00 01 / 06 39 98 00 02", "0639980001 (mère)".
  return phoneInText.test(cell) ? bits.phone : 0
}

function emailOnly(cell: string): number {
  return emailInText.test(cell) ? bits.email : 0
}

/** "zoe@example.org, tél. 06 39 98 00 01": two ways to reach somebody in one cell. */
function bothReader(cell: string): number {
  const email = emailInText.test(cell) ? bits.email : 0
  return phoneInText.test(cell) ? email | bits.phone : email
}

function emailReader(cell: string): number {
  if (cell.includes('@')) return /[ ,;/].*\d{4}/.test(cell) ? bothReader(cell) : emailOnly(cell)
  return isPhone(cell.trim()) ? bits.phone : 0
}
