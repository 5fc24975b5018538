// Cells that strangers wrote, as spreadsheets read them.
import { expect, test } from 'vitest'
import { csvCell } from './csv-cell.ts'

test('cells never begin a formula, and keep numbers as they are', () => {
  expect(csvCell('=1+1')).toBe(`"'=1+1"`)
  expect(csvCell('@SUM(A1)')).toBe(`"'@SUM(A1)"`)
  expect(csvCell('-2+3+cmd|x')).toBe(`"'-2+3+cmd|x"`)
  expect(csvCell('\t=1+1')).toBe(`"'\t'=1+1"`)
  expect(csvCell('+33 6 39 98 00 01')).toBe('"+33 6 39 98 00 01"')
  expect(csvCell('a;"b"')).toBe('"a;""b"""')
  expect(csvCell('Camille')).toBe('"Camille"')
  expect(csvCell("'=1")).toBe(`"'=1"`)
})

test('no part of a cell begins one, however the file is cut', () => {
  const cells = [
    'Camille',
    'a,=1+1',
    'b\t@SUM(A1)',
    'c;-cmd',
    '"=2',
    'd|＝1',
    'e\n=3',
    'f, +33639980001',
  ]
  const line = cells.map(csvCell).join(';')
  for (const cut of [',', ';', '\t', '|', '\n']) {
    for (const part of line.split(cut)) {
      expect([cut, part.replace(/^[\s"]+/, '')]).not.toEqual([
        cut,
        expect.stringMatching(/^(?:[=@＝]|-cmd)/),
      ])
    }
  }
  expect(csvCell('f, +33639980001')).toBe('"f, +33639980001"')
})
