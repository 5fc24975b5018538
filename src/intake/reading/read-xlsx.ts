// A spreadsheet (XLSX) as a table: the sheet's XML streams by, row after row.
import { SaxesParser } from 'saxes'
import { type LimitedSource, readingLimits } from '../../files/index.ts'
import { AppError } from '../../kernel/index.ts'
import { intakeError } from '../errors.ts'
import { type CellFormat, formatOf } from './number-formats.ts'
import { localName, SheetReader, type Workbook } from './sheet-reader.ts'
import type { RawTable, RowBatch } from './table.ts'
import { ZipArchive } from './zip-archive.ts'

export async function readXlsx(source: LimitedSource, sheetName: string | null): Promise<RawTable> {
  const { sizeBytes } = source
  if (sizeBytes === null || sizeBytes > readingLimits.xlsxOctetsMax) {
    throw intakeError('intake.xlsx_too_large')
  }
  const archive = await ZipArchive.read(source)
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
    batches: rowsOf(archive, workbook, sheet.path, sizeBytes),
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
  const sheets: Workbook['sheets'] = []
  let is1904 = false
  await eachTag(archive, workbookPath, (name, attributes) => {
    if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
    if (name !== 'sheet') return
    const path = targets.get(relationOf(attributes))
    if (path === undefined || !archive.has(path)) return
    if (sheets.length === readingLimits.sheetsMax) throw intakeError('intake.xlsx_too_large')
    sheets.push({ name: attributes['name'] ?? '', path })
  })
  return { sheets, is1904, formats: await readFormats(archive), ...(await readStrings(archive)) }
}

/** Usually `r:id`; whoever writes the file may call the namespace otherwise. */
function relationOf(attributes: Record<string, string>): string {
  const usual = attributes['r:id']
  if (usual !== undefined) return usual
  const name = Object.keys(attributes).find((attribute) => attribute.endsWith(':id'))
  return name === undefined ? '' : (attributes[name] ?? '')
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
async function readStrings(archive: ZipArchive): Promise<Pick<Workbook, 'strings' | 'cutStrings'>> {
  const path = 'xl/sharedStrings.xml'
  const strings: string[] = []
  const cutStrings = new Set<number>()
  if (!archive.has(path)) return { strings, cutStrings }
  const { cellCharactersMax, sharedStringsMax, sharedCharactersMax } = readingLimits
  let text = ''
  let characters = 0
  let inText = false
  let phonetic = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    const tag = localName(name)
    if (tag === 'si') text = ''
    else if (tag === 'rPh') phonetic = true
    else if (tag === 't') inText = !phonetic
  })
  parser.on('text', (part) => {
    // One letter more than is kept says that there was more.
    if (inText && text.length <= cellCharactersMax) text += part.slice(0, cellCharactersMax + 1)
  })
  parser.on('closetag', ({ name }) => {
    const tag = localName(name)
    if (tag === 'rPh') phonetic = false
    else if (tag === 't') inText = false
    if (tag !== 'si') return
    if (text.length > cellCharactersMax) cutStrings.add(strings.length)
    const kept = text.slice(0, cellCharactersMax)
    characters += kept.length
    if (characters > sharedCharactersMax || strings.length === sharedStringsMax) {
      throw intakeError('intake.xlsx_too_large')
    }
    strings.push(kept)
  })
  await feed(archive, path, parser, readingLimits.unpackedOctetsMax)
  return { strings, cutStrings }
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
  const looked = new Set<string>()
  for (const sheet of sheets) {
    // A part that several sheets name is looked through once.
    if (looked.has(sheet.path)) continue
    looked.add(sheet.path)
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
  const sheet = new SheetReader(workbook, archive.packedOctets)
  const decoder = new TextDecoder()
  try {
    for await (const chunk of archive.open(path, readingLimits.unpackedOctetsMax)) {
      const read = sheet.write(decoder.decode(chunk, { stream: true }))
      if (read.rows.length > 0 || read.faults.length > 0) {
        yield { ...read, written: null, bytesDone: 0 }
      }
    }
    yield { ...sheet.end(), written: null, bytesDone: sizeBytes }
  } catch (error) {
    throw damaged(error, path)
  }
}

async function eachTag(
  archive: ZipArchive,
  path: string,
  see: (name: string, attributes: Record<string, string>) => void,
) {
  if (!archive.has(path)) throw intakeError('intake.xlsx_damaged', { part: path })
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => see(localName(name), attributes))
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
