// What any contact file is read as: a header and records, in batches, whatever the kind of file.

/** Bytes of a file; opened anew for each reading, so that nothing is held in memory. */
export type FileSource = { sizeBytes: number; open(): AsyncIterable<Uint8Array> }

export type FileRow = {
  /** The line (CSV) or row (XLSX) of the file where the record begins, from 1. */
  line: number
  readonly cells: string[]
  /** Where in the text of its batch the cells stand, a delimiter between each two; or -1. */
  from: number
  until: number
}

/** Why a line of the file could not be read; reading goes on after it. */
export type RowFault = { line: number; fault: 'line_too_long' | 'quote_not_closed' }

export type RowBatch = {
  rows: FileRow[]
  /** What the rows stand in; null where they do not stand in one text. */
  written: { text: string; delimiter: string } | null
  /** Where rows stand in which every cell is empty, ascending. A line without any cell is none. */
  emptyLines: number[]
  faults: RowFault[]
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

/** Bounds of what is read; each keeps memory finite whatever the file. */
export const readingLimits = {
  /** A record longer than this is no contact: 1 MB of text. */
  recordCharactersMax: 1_000_000,
  columnsMax: 1_000,
  /** A sheet has no more; what calls itself row 4,000,000,000 leaves no gap to be counted. */
  sheetRowsMax: 1_048_576,
  /** An XLSX is held whole while it is read, compressed; larger ones are to be saved as CSV. */
  xlsxOctetsMax: 150_000_000,
  /** Inflated parts: beyond these a small file would fill the memory (a "zip bomb"). */
  sheetOctetsMax: 4_000_000_000,
  sharedStringsOctetsMax: 400_000_000,
  smallPartOctetsMax: 20_000_000,
  /** XML of repeated rows packs some 20 times; a bomb a thousand times. */
  inflationMax: 300,
  lookAheadRows: 2_500,
} as const
