// What any contact file is read as: a header and records, in batches, whatever the kind of file.

export type FileRow = {
  /** The line (CSV) or row (XLSX) of the file where the record begins, from 1. */
  line: number
  readonly cells: string[]
  /** Where in the text of its batch the cells stand, a delimiter between each two; or -1. */
  from: number
  until: number
}

/** Why a line of the file could not be read; reading goes on after it. */
export type RowFault = {
  line: number
  fault: 'line_too_long' | 'quote_not_closed' | 'too_many_columns'
}

/** Lines that follow each other, both ends among them: a gap of a million is one of these. */
export type LineRange = { from: number; to: number }

export type RowBatch = {
  rows: FileRow[]
  /** What the rows stand in; null where they do not stand in one text. */
  written: { text: string; delimiter: string } | null
  /** Where rows stand in which every cell is empty, ascending. A line without any cell is none. */
  emptyLines: LineRange[]
  faults: RowFault[]
  /** Where a row stands of which a cell was longer than is read: its beginning is there. */
  cutLines: number[]
  bytesDone: number
}

export type TableFormat = {
  kind: 'csv' | 'xlsx'
  encoding: string | null
  delimiter: string | null
  sheet: string | null
  sheets: string[]
  hasHeader: boolean
  titleLines: number
}

/** A file opened, before anybody has looked for its header. */
export type RawTable = { format: TableFormat; batches: AsyncGenerator<RowBatch> }

export type Table = {
  format: TableFormat
  header: string[] | null
  /** The records after the header, once. */
  batches(): AsyncGenerator<RowBatch>
}
