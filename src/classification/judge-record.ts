// The verdict of one record, after the notice's rule, with every cell counted.
import type { ColumnSample } from './classify-columns.ts'
import { isBlank } from './column-profile.ts'
import type { RowVerdict } from './finding.ts'
import { fold } from './fold.ts'
import { isEmail, isPhone, isPhoneLike } from './recognisers/contact-points.ts'
import { isCompanyName } from './recognisers/things.ts'
import { allStrays, bits, type StrayCounts, strayReader, straysOf } from './stray-identifiers.ts'
import { emailInText, phoneInText } from './text-patterns.ts'
import { classOfType, type DataType } from './types-of-data.ts'

/** How the cells of one column are read: the bits that a cell adds to its record. */
type Reader = (cell: string) => number

export type RecordJudge = {
  judge(row: readonly string[]): RowVerdict
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
        met |= (readers[index] ?? beyond)(cell)
        if ((met & bits.direct) !== 0) return 'S'
      }
      met &= linkableMask
      return (met & (met - 1)) !== 0 ? 'C' : 'N'
    },
    strays: () => counts,
  }
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

function readerOf(column: ColumnSample, index: number, counts: StrayCounts): Reader {
  const { type } = column.finding
  if (type === 'name' || type === 'first_name' || type === 'last_name') return nameReader
  if (classOfType[type] === 'direct') return numberReader
  const bit = linkableBits[type]
  if (bit === undefined) return strayReader(straysOf(type, column.profile), index, counts)
  if (type === 'phone') return phoneReader
  if (type === 'email') return emailReader
  return (cell) => (isBlank(cell) ? 0 : bit)
}

/** A company in a column of names is not a person; a cell without letters is nothing. */
function nameReader(cell: string): number {
  if (isBlank(cell) || !/\p{L}{2}/u.test(cell)) return 0
  return cell.length > 5 && isCompanyName(fold(cell)) ? 0 : bits.direct
}

function numberReader(cell: string): number {
  if (isBlank(cell)) return 0
  return cell.length >= 6 && /\d/.test(cell) ? bits.direct : 0
}

function phoneReader(cell: string): number {
  if (isBlank(cell)) return 0
  const text = cell.trim()
  if (isPhone(text) || isPhoneLike(text)) return bits.phone
  if (cell.includes('@')) return isEmail(text) ? bits.email : 0
  // "06 39 98 00 01 / 06 39 98 00 02", "0639980001 (mère)".
  return phoneInText.test(cell) ? bits.phone : 0
}

function emailReader(cell: string): number {
  if (cell.includes('@')) return emailInText.test(cell) ? bits.email : 0
  return isPhone(cell.trim()) ? bits.phone : 0
}
