// The rows of one sheet out of its XML, piece by piece,
// with a bound on each cell and on all of them.
import { SaxesParser } from 'saxes'
import { readingLimits } from '../../files/index.ts'
import { intakeError } from '../errors.ts'
import { type CellFormat, numberText } from './number-formats.ts'
import type { FileRow, LineRange, RowBatch, RowFault } from './table.ts'
import { isBomb } from './zip-archive.ts'

const { cellCharactersMax, cellsMax, columnsMax, sheetRowsMax } = readingLimits

/** What the cells of every sheet refer to. */
export type Workbook = {
  sheets: { name: string; path: string }[]
  is1904: boolean
  formats: CellFormat[]
  strings: string[]
  /** Those of which only the beginning is held. */
  cutStrings: ReadonlySet<number>
}

export type SheetRows = Pick<RowBatch, 'rows' | 'emptyLines' | 'faults' | 'cutLines'>

/** `x:row` is `row`: which letters stand for the namespace is up to whoever writes the file. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export class SheetReader {
  readonly #workbook: Workbook
  readonly #packedOctets: number
  readonly #parser = new SaxesParser()
  #rows: FileRow[] = []
  #emptyLines: LineRange[] = []
  #faults: RowFault[] = []
  #cutLines: number[] = []
  /** The furthest row that says something. */
  #lastFilled = 0
  #cells: string[] = []
  #line = 0
  #column = 0
  #type = ''
  #style = 0
  #value = ''
  #inValue = false
  #isCut = false
  #isWide = false
  /**
   * Of the whole sheet: a few octets of XML name a thousand empty cells, or a long text once more.
   */
  #cellCount = 0
  #characters = 0

  constructor(workbook: Workbook, packedOctets: number) {
    this.#workbook = workbook
    this.#packedOctets = packedOctets
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(localName(name), attributes))
    this.#parser.on('text', (text) => {
      // One letter more than is kept says that there was more.
      if (this.#inValue && this.#value.length <= cellCharactersMax) {
        this.#value += text.slice(0, cellCharactersMax + 1)
      }
    })
    this.#parser.on('closetag', ({ name }) => this.#close(localName(name)))
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
    const taken = {
      rows: this.#rows,
      emptyLines: this.#emptyLines,
      faults: this.#faults,
      cutLines: this.#cutLines,
    }
    this.#rows = []
    this.#emptyLines = []
    this.#faults = []
    this.#cutLines = []
    return taken
  }

  #open(name: string, attributes: Record<string, string>) {
    if (name === 'row') {
      this.#line = Number(attributes['r'] ?? this.#line + 1)
      this.#cells = []
      this.#column = -1
      this.#isCut = false
      this.#isWide = false
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
    else if (name === 'row') this.#row()
  }

  #row() {
    const line = this.#line
    if (this.#isWide) {
      this.#faults.push({ line, fault: 'too_many_columns' })
      return
    }
    this.#cellCount += this.#cells.length
    if (this.#cellCount > cellsMax) throw intakeError('intake.xlsx_too_large')
    if (!this.#cells.some((cell) => cell !== '')) return
    this.#gap(line)
    this.#rows.push({ line, cells: this.#cells, from: -1, until: -1 })
    if (this.#isCut) this.#cutLines.push(line)
  }

  /**
   * Between two rows that say something; below the last of them a sheet goes on for ever. A range,
   * since two rows may stand a million apart; and none for a row that comes out of its order, since
   * a file could go to and fro between both ends without an end.
   */
  #gap(line: number) {
    if (!(line <= sheetRowsMax) || line <= this.#lastFilled) return
    if (line > this.#lastFilled + 1) {
      this.#emptyLines.push({ from: this.#lastFilled + 1, to: line - 1 })
    }
    this.#lastFilled = line
  }

  #cell() {
    const text = this.#text()
    if (this.#column >= columnsMax) {
      // Cells without a word are often formatted as far as the sheet goes.
      if (text !== '') this.#isWide = true
      return
    }
    if (text.length > cellCharactersMax) this.#isCut = true
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text.slice(0, cellCharactersMax)
  }

  #text(): string {
    const { formats, is1904 } = this.#workbook
    switch (this.#type) {
      case 's':
        return this.#shared(Number(this.#value))
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

  /** A text that is named again and again counts each time: it is judged each time. */
  #shared(index: number): string {
    const { strings, cutStrings } = this.#workbook
    const text = strings[index] ?? ''
    if (cutStrings.has(index)) this.#isCut = true
    this.#characters += text.length
    if (isBomb(this.#characters, this.#packedOctets)) throw intakeError('intake.xlsx_too_large')
    return text
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
