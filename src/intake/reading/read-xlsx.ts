// A spreadsheet (XLSX) as a table: the sheet's XML streams by, row after row.
import { SaxesParser } from 'saxes'
import { AppError } from '../../kernel/index.ts'
import { intakeError } from '../errors.ts'
import { type CellFormat, formatOf, numberText } from './number-formats.ts'
import {
  type FileRow,
  type FileSource,
  type RawTable,
  type RowBatch,
  readingLimits,
} from './table.ts'
import { ZipArchive } from './zip-archive.ts'

type Workbook = {
  sheets: { name: string; path: string }[]
  is1904: boolean
  formats: CellFormat[]
  strings: string[]
}

export async function readXlsx(source: FileSource, sheetName: string | null): Promise<RawTable> {
  if (source.sizeBytes > readingLimits.xlsxOctetsMax) throw intakeError('intake.xlsx_too_large')
  const chunks: Uint8Array[] = []
  for await (const chunk of source.open()) chunks.push(chunk)
  const archive = new ZipArchive(Buffer.concat(chunks))
  const workbook = await readWorkbook(archive)
  const sheet = await chooseSheet(archive, workbook, sheetName)
  return {
    format: {
      kind: 'xlsx',
      encoding: null,
      delimiter: null,
      sheet: sheet.name,
      sheets: workbook.sheets.map(({ name }) => name),
      hasHeader: false,
      titleLines: 0,
    },
    batches: rowsOf(archive, workbook, sheet.path, source.sizeBytes),
  }
}

async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const workbookPath = 'xl/workbook.xml'
  if (!archive.has(workbookPath)) throw intakeError('intake.file_kind_unknown')
  const targets = new Map<string, string>()
  await eachTag(archive, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name !== 'Relationship') return
    const target = attributes['Target'] ?? ''
    targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  const workbook: Workbook = { sheets: [], is1904: false, formats: [], strings: [] }
  await eachTag(archive, workbookPath, (name, attributes) => {
    if (name === 'workbookPr') workbook.is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
    if (name !== 'sheet') return
    const path = targets.get(attributes['r:id'] ?? '')
    if (path !== undefined && archive.has(path)) {
      workbook.sheets.push({ name: attributes['name'] ?? '', path })
    }
  })
  workbook.formats = await readFormats(archive)
  workbook.strings = await readStrings(archive)
  return workbook
}

async function readFormats(archive: ZipArchive): Promise<CellFormat[]> {
  const path = 'xl/styles.xml'
  if (!archive.has(path)) return []
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let inCells = false
  await eachTag(archive, path, (name, attributes) => {
    if (name === 'numFmt') {
      codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    }
    if (name === 'cellXfs') inCells = true
    if (name === 'cellStyles' || name === 'dxfs') inCells = false
    if (name === 'xf' && inCells) {
      const id = Number(attributes['numFmtId'] ?? '0')
      formats.push(formatOf(id, codes.get(id)))
    }
  })
  return formats
}

/** Shared strings: cells name them by number. Phonetic guides (rPh) are no text of the cell. */
async function readStrings(archive: ZipArchive): Promise<string[]> {
  const path = 'xl/sharedStrings.xml'
  if (!archive.has(path)) return []
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = ''
    else if (name === 'rPh') phonetic = true
    else if (name === 't') inText = !phonetic
  })
  parser.on('text', (part) => {
    if (inText) text += part
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'si') strings.push(text)
    else if (name === 'rPh') phonetic = false
    else if (name === 't') inText = false
  })
  await feed(archive, path, parser, readingLimits.sharedStringsOctetsMax)
  return strings
}

/** The sheet asked for, else the first that has a row. */
async function chooseSheet(archive: ZipArchive, workbook: Workbook, wanted: string | null) {
  const { sheets } = workbook
  if (wanted !== null) {
    const found = sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
    if (found !== undefined) return found
    const names = sheets.map(({ name }) => name)
    throw intakeError('intake.sheet_not_found', { sheet: wanted, sheets: names })
  }
  for (const sheet of sheets) {
    const rows = rowsOf(archive, workbook, sheet.path, 0)
    for await (const batch of rows) if (batch.rows.length > 0) return sheet
  }
  throw intakeError('intake.file_without_records')
}

async function* rowsOf(
  archive: ZipArchive,
  workbook: Workbook,
  path: string,
  sizeBytes: number,
): AsyncGenerator<RowBatch> {
  const sheet = new SheetReader(workbook)
  const decoder = new TextDecoder()
  try {
    for await (const chunk of archive.open(path, readingLimits.sheetOctetsMax)) {
      const read = sheet.write(decoder.decode(chunk, { stream: true }))
      if (read.rows.length > 0) yield { ...read, written: null, faults: [], bytesDone: 0 }
    }
    yield { ...sheet.end(), written: null, faults: [], bytesDone: sizeBytes }
  } catch (error) {
    throw damaged(error, path)
  }
}

type SheetRows = Pick<RowBatch, 'rows' | 'emptyLines'>

class SheetReader {
  readonly #workbook: Workbook
  readonly #parser = new SaxesParser()
  #rows: FileRow[] = []
  #emptyLines: number[] = []
  #lastFilled = 0
  #cells: string[] = []
  #line = 0
  #column = 0
  #type = ''
  #style = 0
  #value = ''
  #inValue = false

  constructor(workbook: Workbook) {
    this.#workbook = workbook
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes))
    this.#parser.on('text', (text) => {
      if (this.#inValue) this.#value += text
    })
    this.#parser.on('closetag', ({ name }) => this.#close(name))
  }

  write(xml: string): SheetRows {
    this.#parser.write(xml)
    return this.#taken()
  }

  end(): SheetRows {
    this.#parser.close()
    return this.#taken()
  }

  #taken(): SheetRows {
    const taken = { rows: this.#rows, emptyLines: this.#emptyLines }
    this.#rows = []
    this.#emptyLines = []
    return taken
  }

  #open(name: string, attributes: Record<string, string>) {
    if (name === 'row') {
      this.#line = Number(attributes['r'] ?? this.#line + 1)
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') {
      const reference = attributes['r']
      this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
      this.#type = attributes['t'] ?? 'n'
      this.#style = Number(attributes['s'] ?? '0')
      this.#value = ''
    } else if (name === 'v' || name === 't') this.#inValue = true
  }

  #close(name: string) {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'c') this.#cell()
    else if (name === 'row' && this.#cells.some((cell) => cell !== '')) {
      this.#gap(this.#line)
      this.#rows.push({ line: this.#line, cells: this.#cells, from: -1, until: -1 })
    }
  }

  /** Between two rows that say something; below the last of them a sheet goes on for ever. */
  #gap(line: number) {
    if (!(line <= readingLimits.sheetRowsMax)) return
    for (let at = this.#lastFilled + 1; at < line; at += 1) this.#emptyLines.push(at)
    this.#lastFilled = line
  }

  #cell() {
    if (this.#column >= readingLimits.columnsMax) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = this.#text()
  }

  #text(): string {
    const { strings, formats, is1904 } = this.#workbook
    switch (this.#type) {
      case 's':
        return strings[Number(this.#value)] ?? ''
      case 'b':
        return this.#value === '1' ? 'true' : 'false'
      case 'e':
        return ''
      case 'n':
        if (this.#value === '') return ''
        return numberText(this.#value, formats[this.#style] ?? { kind: 'general' }, is1904)
      default:
        return this.#value
    }
  }
}

/** `AB12` is column 27, from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

async function eachTag(
  archive: ZipArchive,
  path: string,
  see: (name: string, attributes: Record<string, string>) => void,
) {
  if (!archive.has(path)) throw intakeError('intake.xlsx_damaged', { part: path })
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => see(name, attributes))
  await feed(archive, path, parser, readingLimits.smallPartOctetsMax)
}

async function feed(archive: ZipArchive, path: string, parser: SaxesParser, octetsMax: number) {
  const decoder = new TextDecoder()
  try {
    for await (const chunk of archive.open(path, octetsMax)) {
      parser.write(decoder.decode(chunk, { stream: true }))
    }
    parser.close()
  } catch (error) {
    throw damaged(error, path)
  }
}

/** What saxes throws is a fault of the XML. */
function damaged(error: unknown, path: string): unknown {
  return error instanceof AppError
    ? error
    : intakeError('intake.xlsx_damaged', { part: path }, error)
}
