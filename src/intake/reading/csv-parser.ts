// Records out of delimited text, chunk by chunk, with a bound on every record.
import { readingLimits } from '../../files/index.ts'
import type { FileRow, RowFault } from './table.ts'

export type CsvDialect = { delimiter: string; newline: '\n' | '\r' }

type Field = { value: string; next: number; end: 'field' | 'record' | 'cut' }
type Parsed = { rows: FileRow[]; text: string; faults: RowFault[]; cutLines: number[] }

const { cellCharactersMax, columnsMax, recordCharactersMax } = readingLimits
/** A record that is no longer has neither too many columns nor a cell that is too long. */
const plainlyShort = Math.min(columnsMax, cellCharactersMax)

/** A record without quotes: cut into its cells when somebody asks for them. */
class LineRow implements FileRow {
  readonly line: number
  readonly from: number
  readonly until: number
  readonly #text: string
  readonly #delimiter: string
  #cells: string[] | null = null

  constructor(line: number, text: string, from: number, until: number, delimiter: string) {
    this.line = line
    this.#text = text
    this.from = from
    this.until = until
    this.#delimiter = delimiter
  }

  get cells(): string[] {
    this.#cells ??= this.#text.slice(this.from, this.until).split(this.#delimiter)
    return this.#cells
  }
}

/**
 * RFC 4180 as people write it: quotes only matter at the head of a field, a doubled quote is one,
 * newlines may stand inside quotes. A quote that is never closed costs its own line, not the file.
 */
export class CsvParser {
  readonly #delimiter: string
  readonly #newline: string
  #pending = ''
  #line = 1
  #skipping = false
  /** Asked once a chunk: most files have none. */
  #hasQuotes = false

  constructor({ delimiter, newline }: CsvDialect) {
    this.#delimiter = delimiter
    this.#newline = newline
  }

  push(text: string, isLast: boolean): Parsed {
    let buffer = this.#pending === '' ? text : this.#pending + text
    if (this.#skipping) buffer = this.#skipLine(buffer)
    const parsed: Parsed = { rows: [], text: buffer, faults: [], cutLines: [] }
    this.#hasQuotes = buffer.includes('"')
    let at = 0
    while (at < buffer.length) {
      const next = this.#record(buffer, at, isLast, parsed)
      if (next === null) break
      at = next
    }
    this.#pending = at < buffer.length ? buffer.slice(at) : ''
    return parsed
  }

  /** Reads one record from `start`; the index after it, or null when the chunk's end cuts it. */
  #record(buffer: string, start: number, isLast: boolean, parsed: Parsed): number | null {
    const { faults } = parsed
    const lineEnd = buffer.indexOf(this.#newline, start)
    if (lineEnd === -1 && !isLast) return this.#cutLine(buffer, start, faults)
    const end = lineEnd === -1 ? buffer.length : lineEnd
    if (end - start > recordCharactersMax) {
      faults.push({ line: this.#line, fault: 'line_too_long' })
      this.#line += 1
      return end + 1
    }
    if (this.#hasQuotes && buffer.slice(start, end).includes('"'))
      return this.#quotedRecord(buffer, start, isLast, parsed)
    const until = this.#trimmedEnd(buffer, start, end)
    if (until > start) {
      const row = new LineRow(this.#line, buffer, start, until, this.#delimiter)
      if (until - start <= plainlyShort) parsed.rows.push(row)
      else this.#longRecord(row, parsed)
    }
    this.#line += 1
    return end + 1
  }

  #longRecord(row: LineRow, parsed: Parsed): void {
    const { text } = parsed
    let columns = 1
    let longest = 0
    let from = row.from
    for (;;) {
      const found = text.indexOf(this.#delimiter, from)
      const isLast = found === -1 || found >= row.until
      longest = Math.max(longest, (isLast ? row.until : found) - from)
      if (isLast) break
      columns += 1
      if (columns > columnsMax) {
        parsed.faults.push({ line: row.line, fault: 'too_many_columns' })
        return
      }
      from = found + 1
    }
    if (longest <= cellCharactersMax) parsed.rows.push(row)
    else this.#pushCells(row.cells, parsed)
  }

  /** Cells that stand in no text of the batch, each as long as is read at most. */
  #pushCells(whole: readonly string[], { rows, cutLines }: Parsed): void {
    const isCut = whole.some((cell) => cell.length > cellCharactersMax)
    const cells = isCut ? whole.map((cell) => cell.slice(0, cellCharactersMax)) : [...whole]
    rows.push({ line: this.#line, cells, from: -1, until: -1 })
    if (isCut) cutLines.push(this.#line)
  }

  #quotedRecord(buffer: string, start: number, isLast: boolean, parsed: Parsed): number | null {
    const cells: string[] = []
    let at = start
    for (;;) {
      const field = this.#field(buffer, at, isLast)
      if (field.end === 'cut') return this.#unclosed(buffer, start, isLast, parsed)
      cells.push(field.value)
      at = field.next
      if (field.end === 'record') break
      // Given up like a quote that never closes: its first line is passed over, and told.
      if (cells.length === columnsMax)
        return this.#giveUp(buffer, start, parsed, 'too_many_columns')
    }
    this.#pushCells(cells, parsed)
    this.#line += 1 + countOf(buffer, this.#newline, start, Math.min(at, buffer.length) - 1)
    return at
  }

  #field(buffer: string, start: number, isLast: boolean): Field {
    if (buffer.charCodeAt(start) !== 34) return this.#bareField(buffer, start, isLast)
    const cut: Field = { value: '', next: start, end: 'cut' }
    let value = ''
    let from = start + 1
    for (;;) {
      const quote = buffer.indexOf('"', from)
      if (quote === -1 || (quote + 1 >= buffer.length && !isLast)) return cut
      if (buffer.charCodeAt(quote + 1) === 34) {
        value += buffer.slice(from, quote + 1)
        from = quote + 2
        continue
      }
      value += buffer.slice(from, quote)
      // What stands between a closing quote and the delimiter belongs to the field, as written.
      const rest = this.#bareField(buffer, quote + 1, isLast)
      return rest.end === 'cut' ? cut : { ...rest, value: value + rest.value }
    }
  }

  #bareField(buffer: string, start: number, isLast: boolean): Field {
    const delimiter = buffer.indexOf(this.#delimiter, start)
    const upTo = delimiter === -1 ? buffer.length : delimiter
    // The line's end is looked for no further than the field may go: a line has many fields.
    const within = buffer.slice(start, upTo).indexOf(this.#newline)
    if (delimiter !== -1 && within === -1) {
      return { value: buffer.slice(start, delimiter), next: delimiter + 1, end: 'field' }
    }
    const lineEnd = within === -1 ? -1 : start + within
    if (lineEnd === -1) {
      if (!isLast) return { value: '', next: start, end: 'cut' }
      const value = this.#trimmed(buffer, start, buffer.length)
      return { value, next: buffer.length + 1, end: 'record' }
    }
    return { value: this.#trimmed(buffer, start, lineEnd), next: lineEnd + 1, end: 'record' }
  }

  /** A record in quotes that is not complete: wait for more, or give up its first line. */
  #unclosed(buffer: string, start: number, isLast: boolean, parsed: Parsed): number | null {
    if (!isLast && buffer.length - start <= recordCharactersMax) return null
    return this.#giveUp(buffer, start, parsed, 'quote_not_closed')
  }

  #giveUp(buffer: string, start: number, { faults }: Parsed, fault: RowFault['fault']): number {
    faults.push({ line: this.#line, fault })
    this.#line += 1
    const lineEnd = buffer.indexOf(this.#newline, start)
    return lineEnd === -1 ? buffer.length : lineEnd + 1
  }

  /** A line whose end is not here yet: wait for it, or skip it once it is too long. */
  #cutLine(buffer: string, start: number, faults: RowFault[]): number | null {
    if (buffer.length - start <= recordCharactersMax) return null
    faults.push({ line: this.#line, fault: 'line_too_long' })
    this.#skipping = true
    return buffer.length
  }

  #skipLine(buffer: string): string {
    const lineEnd = buffer.indexOf(this.#newline)
    if (lineEnd === -1) return ''
    this.#skipping = false
    this.#line += 1
    return buffer.slice(lineEnd + 1)
  }

  #trimmed(buffer: string, start: number, end: number): string {
    return buffer.slice(start, this.#trimmedEnd(buffer, start, end))
  }

  #trimmedEnd(buffer: string, start: number, end: number): number {
    const isCrLf = this.#newline === '\n' && end > start && buffer.charCodeAt(end - 1) === 13
    return isCrLf ? end - 1 : end
  }
}

function countOf(text: string, character: string, from: number, until: number): number {
  let count = 0
  let at = text.indexOf(character, from)
  while (at !== -1 && at < until) {
    count += 1
    at = text.indexOf(character, at + 1)
  }
  return count
}
