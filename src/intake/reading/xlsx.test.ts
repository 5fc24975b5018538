// Spreadsheets: sheets, dates, numbers that lost or hid their zero, cut archives and bombs.
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { octetsAsSource } from '../../../test/support/octets.ts'
import { inline, row, workbook, zip } from '../../../test/support/zip.ts'
import { dateText, formatOf, numberText } from './number-formats.ts'
import { openTable } from './open-table.ts'
import type { LineRange } from './table.ts'

async function read(octets: Uint8Array, sheet: string | null = null) {
  const table = await openTable(octetsAsSource(octets), { sheet })
  const rows: string[][] = []
  const emptyLines: LineRange[] = []
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.map(({ cells }) => cells))
    emptyLines.push(...batch.emptyLines)
  }
  return { ...table, rows, emptyLines }
}

describe('a spreadsheet', () => {
  test('written by a library is read: texts, numbers, dates, blanks', async () => {
    const file = await writeXlsxFile([
      [{ value: 'Nom' }, { value: 'Né(e) le' }, { value: 'Mobile' }, { value: 'Solde' }],
      [
        { value: 'Lefèvre & Cie <x>' },
        { value: new Date(Date.UTC(1985, 11, 31)), type: Date, format: 'dd/mm/yyyy' },
        { value: '0639980001' },
        { value: 12.5, type: Number },
      ],
      [{ value: 'Petit' }, null, { value: 639980002, type: Number }, null],
    ] as never).toBuffer()
    const { header, rows, format } = await read(file)
    expect(format).toMatchObject({ kind: 'xlsx', hasHeader: true })
    expect(header).toEqual(['Nom', 'Né(e) le', 'Mobile', 'Solde'])
    expect(rows[0]).toEqual(['Lefèvre & Cie <x>', '1985-12-31', '0639980001', '12.5'])
    expect(rows[1]?.slice(0, 3)).toEqual(['Petit', '', '639980002'])
  })

  test('gives its first sheet that holds anything, or the one asked for', async () => {
    const file = zip(
      workbook({
        Vide: '',
        Clients: row(inline('Nom'), inline('Tel')) + row(inline('A'), inline('0639980001')),
        Autres: row(inline('Nom')) + row(inline('B')),
      }),
    )
    const first = await read(file)
    expect(first.format).toMatchObject({ sheet: 'Clients', sheets: ['Vide', 'Clients', 'Autres'] })
    expect((await read(file, 'autres')).rows).toEqual([['B']])
    await expect(read(file, 'Absente')).rejects.toMatchObject({ code: 'intake.sheet_not_found' })
  })

  test('that hides the 0 of a number in its format gives it back', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    const cells =
      row(inline('Nom'), inline('Tel')) + row(inline('A'), '<c s="1"><v>639980001</v></c>')
    expect((await read(zip(workbook({ F: cells }, styles)))).rows[0]).toEqual(['A', '0639980001'])
  })

  test('places cells by their reference, and reads rows without one', async () => {
    const cells = `<row r="1"><c r="A1" t="str"><v>Nom</v></c><c r="C1" t="str"><v>Tel</v></c></row><row r="5"><c r="C5"><v>6.39980001E8</v></c></row>`
    expect((await read(zip(workbook({ F: cells })))).rows).toEqual([['', '', '639980001']])
  })
})

test('rows left empty between others are told by their place, those below the last are none', async () => {
  const at = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join('')}</row>`
  const tel = inline('0639980001')
  const sheet =
    at(2, inline('Nom'), inline('Tel')) +
    at(3, inline('A'), tel) +
    at(4, inline('')) +
    at(7, inline('B'), tel) +
    at(9, inline(''), inline(''))
  const { rows, emptyLines } = await read(zip(workbook({ Clients: sheet })))
  expect(rows.map(([name]) => name)).toEqual(['A', 'B'])
  expect(emptyLines).toEqual([{ from: 4, to: 6 }])
  const far = sheet + at(4_000_000_000, inline('C'), tel)
  expect((await read(zip(workbook({ Clients: far })))).emptyLines).toEqual([{ from: 4, to: 6 }])
})

describe('formats of numbers', () => {
  test('dates by their number and by their code', () => {
    expect(formatOf(14, undefined)).toEqual({ kind: 'date' })
    expect(formatOf(170, 'dd/mm/yyyy')).toEqual({ kind: 'date' })
    expect(formatOf(171, '[$-40C]d mmm yyyy;@')).toEqual({ kind: 'date' })
    expect(formatOf(172, '#,##0.00 "dh"')).toEqual({ kind: 'general' })
    expect(formatOf(173, '00000')).toEqual({ kind: 'digits', width: 5 })
    expect(dateText(31_412, false)).toBe('1985-12-31')
    expect(dateText(29_950, true)).toBe('1985-12-31')
    expect(dateText(45_000.5, false)).toBe('2023-03-15 12:00:00')
    expect(numberText('1000', { kind: 'digits', width: 5 }, false)).toBe('01000')
  })
})

describe('damage', () => {
  const good = zip(workbook({ F: row(inline('Nom')) + row(inline('A')) }))
  const codeOf = (octets: Uint8Array) =>
    read(octets).then(
      () => null,
      (error) => error.code,
    )

  test('a file cut anywhere says so, and never throws anything else', async () => {
    for (let length = 4; length < good.length; length += 7) {
      expect(await codeOf(good.subarray(0, length))).toMatch(/^intake\.(?:xlsx_|file_)/)
    }
  })

  test('a flipped octet gives rows or a sentence', async () => {
    for (let at = 0; at < good.length; at += 3) {
      const bad = Buffer.from(good)
      bad[at] = (bad[at] ?? 0) ^ 0x55
      expect(await codeOf(bad)).toSatisfy((code) => code === null || /^intake\./.test(code))
    }
  })

  test('a zip that is no spreadsheet', async () => {
    expect(await codeOf(zip([{ name: 'a.txt', text: 'x' }]))).toBe('intake.file_kind_unknown')
  })

  test('a bomb is stopped before it fills the memory', async () => {
    const bomb = zip(workbook({ F: `${row(inline('Nom'))}<!--${' '.repeat(120_000_000)}-->` }))
    expect(bomb.length).toBeLessThan(300_000)
    expect(await codeOf(bomb)).toBe('intake.xlsx_too_large')
  })
})
