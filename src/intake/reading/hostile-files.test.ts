// Files made to end or to hold up whoever reads them: each is read within its limits,
// or refused with a sentence.
import { describe, expect, test } from 'vitest'
import {
  openBrackets,
  sharedGiant,
  sheetNamedOften,
  toAndFroRows,
  widestCsv,
  widestQuotedCsv,
} from '../../../test/support/attack-files.ts'
import { octetsAsSource } from '../../../test/support/octets.ts'
import { inline, row, workbook, zip } from '../../../test/support/zip.ts'
import { FileClassifier } from '../../classification/index.ts'
import { readingLimits } from '../../files/index.ts'
import { classifyTable } from '../analyse/classify-table.ts'
import { openTable } from './open-table.ts'
import type { LineRange } from './table.ts'

const { cellCharactersMax, columnsMax } = readingLimits

async function judged(octets: Uint8Array) {
  const table = await openTable(octetsAsSource(octets))
  let letters = 0
  const found = await classifyTable(table, {
    verdict: (_, rows) => {
      letters += rows
    },
  })
  return { ...found, letters }
}

async function rowsOf(octets: Uint8Array, sheet: string | null = null) {
  const table = await openTable(octetsAsSource(octets), { sheet })
  const rows: string[][] = []
  const empty: LineRange[] = []
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.map(({ cells }) => cells))
    empty.push(...batch.emptyLines)
  }
  return { header: table.header, rows, empty }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string }) => error.code,
  )

describe('a sheet', () => {
  test('whose rows go to and fro between its ends has one gap, and no row for each line of it', async () => {
    const file = toAndFroRows(40)
    // The file of the issue is about as small.
    expect(file.length).toBeLessThan(1_100)
    const { rows, empty } = await rowsOf(file)
    expect(rows.length).toBe(80)
    expect(empty).toEqual([{ from: 2, to: 1_048_575 }])
    const found = await judged(file)
    expect(found).toMatchObject({ rows: 1_048_576 + 78, emptyRows: 1_048_574 })
    expect(found.letters).toBe(found.rows)
  })

  test('with twenty thousand such jumps has the same one gap', async () => {
    const { empty } = await rowsOf(toAndFroRows(20_000))
    expect(empty).toEqual([{ from: 2, to: 1_048_575 }])
  })

  test('with one text of five megabytes in each cell: its beginning is read, and the cut is told', async () => {
    const file = sharedGiant(20)
    expect(file.length).toBeLessThan(16_000)
    const { rows } = await rowsOf(file)
    expect(rows.map(([cell]) => cell?.length)).toEqual(Array(20).fill(cellCharactersMax))
    expect((await judged(file)).cut).toEqual({ count: 20, firstLine: 2 })
  })

  test('that names a long text without an end is out of proportion', async () => {
    expect(await codeOf(rowsOf(sharedGiant(50_000)))).toBe('intake.xlsx_too_large')
  })

  test('that is named twenty times is looked through once', async () => {
    // Twice would be out of proportion: the sheet is all but 50 MB.
    expect(await codeOf(rowsOf(sheetNamedOften(20)))).toBe('intake.file_without_records')
  })

  test('may have so many columns: a word beyond costs its row, a format alone nothing', async () => {
    const far = '<c r="XFD1" s="1"/>'
    const wide = '<c r="XFD3" t="inlineStr"><is><t>x</t></is></c>'
    const sheet = `${row(inline('Nom'), far) + row(inline('A'))}<row r="3">${inline('B')}${wide}</row>`
    const table = await openTable(octetsAsSource(zip(workbook({ A: sheet }))))
    const lines: unknown[] = []
    for await (const { rows, faults } of table.batches()) {
      lines.push(...rows.map(({ cells }) => cells), ...faults)
    }
    expect(lines).toEqual([['A'], { line: 3, fault: 'too_many_columns' }])
  })

  test('may have so many cells, empty ones that a gap leaves among them', async () => {
    const gap = `<row><c r="ALL1" t="inlineStr"><is><t>x</t></is></c></row>`
    const file = zip(workbook({ A: gap.repeat(readingLimits.cellsMax / columnsMax + 1) }))
    expect(await codeOf(judged(file))).toBe('intake.xlsx_too_large')
  })

  test('of the Open XML SDK names its namespace, and is read like any other', async () => {
    const [, rels] = workbook({ A: '' })
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const file = zip([
      {
        name: 'xl/workbook.xml',
        text: `<x:workbook ${main}><x:sheets><x:sheet name="Clients" sheetId="1" d3p1:id="r0" xmlns:d3p1="${relations}"/></x:sheets></x:workbook>`,
      },
      { name: 'xl/_rels/workbook.xml.rels', text: String(rels?.text) },
      {
        name: 'xl/sharedStrings.xml',
        text: `<x:sst ${main}><x:si><x:t>Nom</x:t></x:si><x:si><x:r><x:t>Le</x:t></x:r><x:r><x:t>roy</x:t></x:r></x:si></x:sst>`,
      },
      {
        name: 'xl/worksheets/sheet0.xml',
        text: `<x:worksheet ${main}><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Mobile</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2" t="s"><x:v>1</x:v></x:c><x:c r="B2"><x:v>639980001</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    ])
    const { header, rows } = await rowsOf(file)
    expect(header).toEqual(['Nom', 'Mobile'])
    expect(rows).toEqual([['Leroy', '639980001']])
  })
})

describe('a text', () => {
  for (const [name, file] of [
    ['bare', widestCsv()],
    ['in quotes', widestQuotedCsv()],
  ] as const) {
    test(`of 230,000 columns is refused, and says how many there may be (${name})`, async () => {
      await expect(openTable(octetsAsSource(file))).rejects.toMatchObject({
        code: 'intake.too_many_columns',
        details: { line: 1, columnsMax },
      })
    })
  }

  test('loses the one row that has too many columns, and says which', async () => {
    const file = Buffer.from(`Nom;Mobile\nA;0639980001\n${';'.repeat(2_000)}\nB;0639980002\n`)
    expect(await judged(file)).toMatchObject({
      rows: 2,
      faults: [{ line: 3, fault: 'too_many_columns' }],
    })
  })

  test('with 80,000 brackets in a cell is judged by its beginning', async () => {
    const found = await judged(openBrackets())
    expect(found).toMatchObject({ rows: 2, cut: { count: 1, firstLine: 3 } })
    expect(found.columns.map(({ type }) => type)).toEqual(['last_name', 'phone'])
  })

  test('may have such a cell in quotes as well', async () => {
    const file = Buffer.from(`Nom;Mobile\nA;0639980001\n"${'('.repeat(80_000)}";0639980002\n`)
    const { rows } = await rowsOf(file)
    expect(rows[1]?.map((cell) => cell.length)).toEqual([cellCharactersMax, 10])
  })
})

test('brackets that never close are passed over in time that grows with their number, no faster', () => {
  const steps = (count: number) => {
    const cell = '('.repeat(count)
    const started = process.cpuUsage()
    for (let turn = 0; turn < 5; turn += 1) {
      new FileClassifier(['Nom', 'Mobile'], [[cell, '0639980001']]).row([cell, '0639980001'])
    }
    const { user } = process.cpuUsage(started)
    return user
  }
  steps(10_000)
  // Eight times as many: 64 times as long where it was quadratic (80,000 took seconds each).
  expect(steps(80_000)).toBeLessThan(30 * Math.max(steps(10_000), 5_000))
})
