// Reads one record under its mapping: a number or a rejection, fields, and declared consent.
import { isBlank } from '../../classification/index.ts'
import type { CustomValues } from '../../contacts/index.ts'
import {
  instantOf,
  type NumberReading,
  type NumberRepair,
  readNumber,
  wholePostcode,
} from '../../countries/index.ts'
import { type E164, type Instant, latestBirthDay } from '../../kernel/index.ts'
import type { ImportField, Mapping, Rejection } from '../contract.ts'
import type { CustomColumn } from '../reading/import-record.ts'
import {
  type ConsentClaim,
  type ConsentDefaults,
  judgeConsent,
  readDate,
  readObjection,
} from './consent-claim.ts'
import { type CustomLeft, readCustomCells } from './custom-columns.ts'
import { isRefusal, isRefusedDay } from './read-answer.ts'

export type RecordFields = {
  firstName?: string
  lastName?: string
  email?: string
  postcode?: string
  birthDate?: string
  custom?: CustomValues
  reference?: string
}

export type ReadRecord =
  | { kind: 'rejected'; reason: Rejection }
  | {
      kind: 'contact'
      reading: ReadingOfNumber
      fields: RecordFields
      claim: ConsentClaim
      /** The row says plainly that the person objects, which outlasts this file. */
      objects: boolean
      /** The latest day that its objections tell: evidence, by which nothing is decided. */
      objectedAt: Instant | null
      /**
       * The row says outright that the person does not agree: no empty cell,
       * nor a platform's state.
       */
      saysNo: boolean
      /** When the person said no, as the record dates it. */
      saidNoAt: Instant | null
      /** Cells of the sensitive columns that may go in, in the order of the mapping. */
      sensitive: readonly (string | null)[]
      /** Cells of custom fields that are not what their field keeps. */
      customLeft: readonly CustomLeft[]
      line: number
    }

/** `line`: where in the file the record stands. */
export type RecordReader = (cells: readonly string[], now: Instant, line?: number) => ReadRecord

export type ReaderOptions = {
  mapping: Pick<Mapping, 'columns' | 'country' | 'repairs'> & Partial<Pick<Mapping, 'sensitive'>>
  defaults: ConsentDefaults
  sandbox: boolean
  /** Columns that become custom fields; absent: none. */
  custom?: readonly CustomColumn[]
  /** The column of the day may be that of a no; absent: it may. */
  mayDateNo?: boolean
}

/** The number alone, for rows that somebody else keeps: null when such a row is rejected. */
export type NumberReader = (cells: readonly string[]) => E164 | null

export function numberReader({ mapping, sandbox }: ReaderOptions): NumberReader {
  const index = mapping.columns.find(({ field }) => field === 'number')?.index ?? -1
  const options = { country: mapping.country, repair: mapping.repairs, sandbox }
  return (cells) => {
    const { reason, e164 } = readNumber(cells[index] ?? '', options)
    return reason === null ? e164 : null
  }
}

/** The index of each field's column is looked up once, not once a row. */
export function recordReader(reading: ReaderOptions): RecordReader {
  const { mapping, defaults, sandbox, mayDateNo = true, custom = [] } = reading
  const at = (field: ImportField): number =>
    mapping.columns.find((column) => column.field === field)?.index ?? -1
  const repair: readonly NumberRepair[] = mapping.repairs
  const options = { country: mapping.country, repair, sandbox }
  const index = {
    number: at('number'),
    firstName: at('first_name'),
    lastName: at('last_name'),
    email: at('email'),
    postcode: at('postcode'),
    birthDate: at('birth_date'),
    reference: at('reference'),
    given: at('consent_given'),
    date: at('consent_date'),
    source: at('consent_source'),
    wording: at('consent_wording'),
  }
  const { zone } = defaults
  const objectionsIn = mapping.columns.flatMap((one) => (one.field === 'objected' ? one.index : []))
  const sensitiveAt = (mapping.sensitive ?? []).map((column) => column.index)
  return (cells, now, line = 0) => {
    const reading = readNumber(cells[index.number] ?? '', options)
    if (reading.reason !== null) return { kind: 'rejected', reason: `number_${reading.reason}` }
    if (!hasNumber(reading)) return { kind: 'rejected', reason: 'number_not_a_number' }
    const cell = (position: number) => (position < 0 ? null : (cells[position] ?? ''))
    const objected = objectionsIn.map((place) => readObjection(cells[place] ?? '', { zone, now }))
    const objects = objected.includes('clear')
    const days = objects
      ? objectionsIn.map((place) => dayOfNo(cell(place), { zone, now }) ?? 0)
      : []
    const given = cell(index.given)
    const claim = judgeConsent(
      {
        given,
        date: cell(index.date),
        source: cell(index.source),
        wording: cell(index.wording),
        objected,
      },
      defaults,
      now,
    )
    const saysNo = isNotGiven(claim) && (objects || isSaidNo(given, cell(index.date)))
    // The day of a consent is not that of the objection beside it.
    const isDated = saysNo && !objects && mayDateNo
    const fields = fieldsOf(cells, index, reading.country)
    const { values, left } = readCustomCells(custom, cells)
    if (values !== undefined) fields.custom = values
    return {
      kind: 'contact',
      reading,
      fields,
      claim,
      objects,
      objectedAt: Math.max(0, ...days) || null,
      saysNo,
      saidNoAt: isDated ? dayOfNo(cell(index.date), { zone, now }) : null,
      sensitive:
        sensitiveAt.length === 0 ? none : sensitiveAt.map((place) => textOf(cells[place], 500)),
      customLeft: left,
      line,
    }
  }
}

const isNotGiven = (claim: ConsentClaim): boolean =>
  claim.kind === 'quarantine' && claim.reason === 'consent_not_given'

const isSaidNo = (given: string | null, date: string | null): boolean =>
  (given !== null && isRefusal(given)) || (date !== null && isRefusedDay(date))

const dayMs = 86_400_000

/**
 * A day that cannot be, or lies ahead, dates nothing. One without its hour is read as the midnight
 * of UTC: west of it the day begins later, and a yes of the evening before is no later than it.
 */
function dayOfNo(
  cell: string | null,
  { zone, now }: { zone: string; now: Instant },
): Instant | null {
  const at = cell === null ? null : readDate(cell, zone)
  if (at === null || at > now) return null
  return at % dayMs === 0 ? Math.min(now, Math.max(at, instantOf(zone, at / dayMs, 0))) : at
}

type ReadingOfNumber = NumberReading & { e164: E164 }

function hasNumber(reading: NumberReading): reading is ReadingOfNumber {
  return reading.e164 !== null
}

const none: readonly (string | null)[] = []

type FieldIndexes = Record<Exclude<keyof RecordFields, 'custom'>, number>

function fieldsOf(
  cells: readonly string[],
  index: FieldIndexes,
  country: string | null,
): RecordFields {
  const fields: RecordFields = {}
  const firstName = textOf(cells[index.firstName], 200)
  if (firstName !== null) fields.firstName = firstName
  const lastName = textOf(cells[index.lastName], 200)
  if (lastName !== null) fields.lastName = lastName
  const email = textOf(cells[index.email], 200)
  if (email?.includes('@')) fields.email = email
  const postcode = textOf(cells[index.postcode], 12)
  if (postcode !== null) fields.postcode = wholePostcode(country, postcode)
  const birthDate = textOf(cells[index.birthDate], 30)
  const bornAt = birthDate === null ? null : readBirthDate(birthDate)
  if (bornAt !== null) fields.birthDate = bornAt
  const reference = textOf(cells[index.reference], 100)
  if (reference !== null) fields.reference = reference
  return fields
}

function textOf(cell: string | undefined, lengthMax: number): string | null {
  if (cell === undefined || isBlank(cell)) return null
  return cell.trim().slice(0, lengthMax)
}

/** Of a day that does not exist the year is kept: it may be a child's. */
function readBirthDate(text: string): string | null {
  const iso = /^((?:19|20)\d{2})-(\d{2})-(\d{2})/.exec(text)
  const european = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ]((?:19|20)\d{2})$/.exec(text)
  const [year, month, day] = iso?.slice(1) ?? european?.slice(1).reverse() ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return latestBirthDay(written) === null ? `${year}-00-00` : written
}
