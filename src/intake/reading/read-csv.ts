// A delimited text file as a table, in bounded memory.
import type { LimitedSource } from '../../files/index.ts'
import { CsvParser } from './csv-parser.ts'
import { findDialect } from './find-dialect.ts'
import type { RawTable, RowBatch, TableFormat } from './table.ts'
import { findEncoding, TextStreamDecoder } from './text-encoding.ts'

const headOctetsWanted = 262_144
/**
 * The cells of so many characters live at once: few enough that they die before they are copied.
 */
const pieceCharacters = 65_536

export async function readCsv(source: LimitedSource): Promise<RawTable> {
  const chunks = source.open()[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let headLength = 0
  let ended = false
  while (headLength < headOctetsWanted && !ended) {
    const step = await chunks.next()
    if (step.done === true) ended = true
    else {
      head.push(step.value)
      headLength += step.value.length
    }
  }
  const octets = Buffer.concat(head)
  const decoder = new TextStreamDecoder(findEncoding(octets))
  const text = withoutMark(decoder.decode(octets, ended))
  const dialect = findDialect(text)
  const parser = new CsvParser(dialect)
  const format: TableFormat = {
    kind: 'csv',
    encoding: decoder.encoding,
    delimiter: dialect.delimiter,
    sheet: null,
    sheets: [],
    hasHeader: false,
    titleLines: 0,
  }
  const first = { text: text.slice(dialect.prefixLength), octets: octets.length, ended }
  return { format, batches: batchesOf({ chunks, first, parser, decoder, format }) }
}

type Reading = {
  chunks: AsyncIterator<Uint8Array>
  first: { text: string; octets: number; ended: boolean }
  parser: CsvParser
  decoder: TextStreamDecoder
  format: TableFormat
}

async function* batchesOf(reading: Reading): AsyncGenerator<RowBatch> {
  const { chunks, first, parser, decoder, format } = reading
  let bytesDone = first.octets
  const batches = function* (chunk: string, isLast: boolean): Generator<RowBatch> {
    const text = withoutNul(chunk)
    for (let at = 0; at === 0 || at < text.length; at += pieceCharacters) {
      const end = at + pieceCharacters
      const isEnd = isLast && end >= text.length
      const { text: whole, ...read } = parser.push(text.slice(at, end), isEnd)
      const written = { text: whole, delimiter: format.delimiter ?? '' }
      yield { ...read, written, emptyLines: [], bytesDone }
    }
  }
  try {
    yield* batches(first.text, first.ended)
    if (first.ended) return
    // One chunk is held back, so that the last is known as the last.
    let held = await chunks.next()
    if (held.done === true) yield* batches(decoder.decode(new Uint8Array(0), true), true)
    while (held.done !== true) {
      const following = await chunks.next()
      const isLast = following.done === true
      bytesDone += held.value.length
      const text = decoder.decode(held.value, isLast)
      format.encoding = decoder.encoding
      yield* batches(text, isLast)
      held = following
    }
  } finally {
    await chunks.return?.()
  }
}

/** NUL characters are no text: they are left out, the rest of the cell stays. */
function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
