// The octets of a labelled file: delimiter, encoding, quotes, title lines, or a spreadsheet.
import writeXlsxFile from 'write-excel-file/node'
import type { LabelledFile, Writing } from './template.ts'

export async function octetsOf(file: LabelledFile): Promise<Buffer> {
  const { writing, columns, cells } = file
  const header = writing.hasHeader ? [columns.map(({ header }) => header)] : []
  const titles = writing.titles.map((title) => [title])
  const rows = [...titles, ...header, ...cells]
  if (writing.format === 'xlsx') {
    const width = columns.length
    const sheet = rows.map((row) =>
      Array.from({ length: width }, (_, index) => ({ value: row[index] ?? '', type: String })),
    )
    return await writeXlsxFile(sheet, { sheet: 'Feuil1' }).toBuffer()
  }
  const width = columns.length
  const lines = rows.map((row) => {
    const whole = [...row, ...Array<string>(Math.max(0, width - row.length)).fill('')]
    return whole.map((cell) => quoted(cell, writing)).join(writing.delimiter)
  })
  return encoded(`${lines.join(writing.newline)}${writing.newline}`, writing.encoding)
}

function quoted(cell: string, { delimiter, quoteAll }: Writing): string {
  const needs = quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell)
  return needs ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * Characters of Windows-1252 and ISO-8859-15 that differ from Latin-1, as far as the set uses them.
 */
const windows1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  Œ: 0x8c,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  œ: 0x9c,
  Š: 0x8a,
  š: 0x9a,
  Ž: 0x8e,
  ž: 0x9e,
}
const latin9: Readonly<Record<string, number>> = {
  '€': 0xa4,
  œ: 0xbd,
  Œ: 0xbc,
  Š: 0xa6,
  š: 0xa8,
  Ž: 0xb4,
  ž: 0xb8,
}

function encoded(text: string, encoding: Writing['encoding']): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  const special = encoding === 'windows-1252' ? windows1252 : latin9
  const octets = [...text].map((letter) => special[letter] ?? singleOctet(letter))
  return Buffer.from(octets)
}

function singleOctet(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  // A letter that the encoding lacks loses its accent, as old exports lose it.
  if (code > 255) return (letter.normalize('NFKD').codePointAt(0) ?? 0x3f) & 0x7f
  return code
}
