// Delimited text as people send it: encodings, delimiters, quotes, titles, damage, and bounds.
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { octetsAsSource, streamAsSource } from '../../../test/support/octets.ts'
import { CsvParser } from './csv-parser.ts'
import { openTable } from './open-table.ts'
import type { LineRange, RowFault } from './table.ts'

async function read(octets: Uint8Array, chunkOctets = 64) {
  const table = await openTable(octetsAsSource(octets, chunkOctets))
  const rows: string[][] = []
  const faults: RowFault[] = []
  const emptyLines: LineRange[] = []
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.map(({ cells }) => cells))
    faults.push(...batch.faults)
    emptyLines.push(...batch.emptyLines)
  }
  return { ...table, rows, faults, emptyLines }
}

const text = 'Nom;Prénom;Tél\r\nLefèvre;Zoé;0639980001\r\nŒuvrard;Éric;0639980002\r\n'
const cp1252: Record<string, number> = { Œ: 0x8c, œ: 0x9c, '€': 0x80 }
const singleByte = (value: string, special: Record<string, number>) =>
  Uint8Array.from([...value].map((letter) => special[letter] ?? letter.charCodeAt(0)))
const utf16 = (value: string, isLittle: boolean) => {
  const octets = Buffer.from(value, 'utf16le')
  return isLittle ? octets : octets.swap16()
}

describe('encodings are found', () => {
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16LE with its mark', utf16(`\ufeff${text}`, true), 'utf-16le'],
    ['UTF-16BE with its mark', utf16(`\ufeff${text}`, false), 'utf-16be'],
    ['UTF-16LE without', utf16(text, true), 'utf-16le'],
    ['Windows-1252', singleByte(text, cp1252), 'windows-1252'],
    ['ISO-8859-15', singleByte(text, { Œ: 0xbc }), 'iso-8859-15'],
  ]
  for (const [name, octets, encoding] of cases) {
    test(name, async () => {
      const found = await read(octets)
      expect(found.format.encoding).toBe(encoding)
      expect(found.header).toEqual(['Nom', 'Prénom', 'Tél'])
      expect(found.rows[1]).toEqual(['Œuvrard', 'Éric', '0639980002'])
    })
  }

  test('ISO-8859-1, whose letters Windows-1252 shares', async () => {
    const found = await read(Buffer.from('Nom;Ville\nLefèvre;Nîmes\n', 'latin1'))
    expect(found.rows).toEqual([['Lefèvre', 'Nîmes']])
  })

  test('an accent that comes only after a long stretch of ASCII', async () => {
    const plain = 'Nom;Ville\n'.padEnd(10) + 'Martin;Lyon\n'.repeat(40_000)
    const octets = Buffer.concat([Buffer.from(plain), Buffer.from('Lefèvre;Nîmes\n', 'latin1')])
    const { rows, format } = await read(octets, 65_536)
    expect(rows.at(-1)).toEqual(['Lefèvre', 'Nîmes'])
    expect(format.encoding).toBe('windows-1252')
  })
})

describe('delimiters are found', () => {
  for (const delimiter of [';', ',', '\t', '|']) {
    test(JSON.stringify(delimiter), async () => {
      const lines = [
        ['Nom', 'Note', 'Tel'],
        ['Martin', 'a b', '0639980001'],
        ['Petit', 'c', '0639980002'],
      ]
      const { format, rows } = await read(
        Buffer.from(lines.map((line) => line.join(delimiter)).join('\n')),
      )
      expect(format.delimiter).toBe(delimiter)
      expect(rows).toEqual(lines.slice(1))
    })
  }

  test('decimal commas do not make a comma file', async () => {
    const { format } = await read(Buffer.from('Nom;Prix;Autre\nA;12,50;1,5\nB;13,20;2,5\n'))
    expect(format.delimiter).toBe(';')
  })

  test('Excel’s own hint is taken and left out', async () => {
    const { header, format } = await read(Buffer.from('sep=|\nNom|Tel\nMartin|0639980001\n'))
    expect(format.delimiter).toBe('|')
    expect(header).toEqual(['Nom', 'Tel'])
  })
})

describe('records', () => {
  test('hold newlines, quotes and delimiters inside quotes', async () => {
    const { rows } = await read(
      Buffer.from('Nom,Note\n"Durand, Luc","il a dit ""oui""\nle 3 mai"\nPetit,rien\n'),
      7,
    )
    expect(rows).toEqual([
      ['Durand, Luc', 'il a dit "oui"\nle 3 mai'],
      ['Petit', 'rien'],
    ])
  })

  test('may be ragged, blank, with old line ends or none at the end', async () => {
    const { rows, emptyLines } = await read(
      Buffer.from('Nom;Tel;CP\nA;1\n;;\n\nB;2;3;4\nC;5;6\n ;;\n'),
    )
    expect(emptyLines).toEqual([
      { from: 3, to: 3 },
      { from: 7, to: 7 },
    ])
    expect(rows).toEqual([
      ['A', '1'],
      ['B', '2', '3', '4'],
      ['C', '5', '6'],
    ])
    const old = await read(Buffer.from('Nom;Tel\rA;0639980001\rB;0639980002\r'))
    expect(old.rows).toHaveLength(2)
  })

  test('lose their NUL characters, not their cells', async () => {
    const { rows } = await read(Buffer.from('Nom;Tel\nMar\0tin;0639980001\0\nPetit;0639980002\n'))
    expect(rows[0]).toEqual(['Martin', '0639980001'])
  })

  test('stand below titles, or without a header', async () => {
    const titled = await read(
      Buffer.from('Export du 01/02/2026;;\n;;\nNom;Prénom;Tél\nA;B;0639980001\n'),
    )
    expect(titled.header).toEqual(['Nom', 'Prénom', 'Tél'])
    expect(titled.emptyLines).toEqual([])
    const bare = await read(Buffer.from('Martin;0639980001\nPetit;0639980002\n'))
    expect(bare.header).toBeNull()
    expect(bare.rows).toHaveLength(2)
  })
})

describe('damage costs itself', () => {
  test('a quote that never closes', async () => {
    const { rows, faults } = await read(Buffer.from('Nom;Note\nA;"ouvert\nB;ok\nC;ok\n'))
    expect(faults).toEqual([{ line: 2, fault: 'quote_not_closed' }])
    expect(rows.map(([name]) => name)).toEqual(['B', 'C'])
  })

  test('a line of 40 MB takes no memory and the rest goes on', async () => {
    const piece = Buffer.alloc(1_000_000, 0x61)
    const source = streamAsSource(async function* () {
      yield Buffer.from('Nom;Tel\nAvant;0639980001\n')
      for (let index = 0; index < 40; index += 1) yield piece
      yield Buffer.from('\nAprès;0639980002\n')
    }, 40_000_100)
    const before = process.memoryUsage().heapUsed
    let most = 0
    const table = await openTable(source)
    const names: (string | undefined)[] = []
    const faults: RowFault[] = []
    for await (const batch of table.batches()) {
      names.push(...batch.rows.map(({ cells }) => cells[0]))
      faults.push(...batch.faults)
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(names).toEqual(['Avant', 'Après'])
    expect(faults).toEqual([{ line: 3, fault: 'line_too_long' }])
    expect(most).toBeLessThan(60_000_000)
  })

  test('an empty file, a PDF, an old Excel file: each says what to do', async () => {
    const code = (octets: Uint8Array) =>
      read(octets).then(
        () => null,
        (error) => error.code,
      )
    expect(await code(new Uint8Array(0))).toBe('intake.file_empty')
    expect(await code(Buffer.from('\n\n;;\n'))).toBe('intake.file_without_records')
    expect(await code(Buffer.from('%PDF-1.7'))).toBe('intake.file_kind_unknown')
    expect(await code(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('intake.file_old_excel')
  })
})

/**
 * Cells that a careful program would write; every second property cuts the text in two anywhere.
 */
const cell = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\n', ' ', '0'), maxLength: 6 })
const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
})

test('what papaparse writes is read back, however the text is cut', () => {
  fc.assert(
    fc.property(grid, fc.nat(), (rows, cut) => {
      const written = Papa.unparse(rows, { delimiter: ';', newline: '\n', quotes: true })
      const at = cut % (written.length + 1)
      const parser = new CsvParser({ delimiter: ';', newline: '\n' })
      const first = parser.push(written.slice(0, at), false)
      const rest = parser.push(written.slice(at), true)
      const read = [...first.rows, ...rest.rows].map(({ cells }) => cells)
      expect([...first.faults, ...rest.faults]).toEqual([])
      expect(read).toEqual(rows)
    }),
  )
})

test('no text makes the parser throw or hang', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
      const parser = new CsvParser({ delimiter: ';', newline: '\n' })
      const { rows } = parser.push(written, true)
      expect(rows.length).toBeLessThanOrEqual(written.length)
    }),
  )
})
