// No reader of a file from outside without a limit, and none in the process that answers requests.
import { describe, expect, test } from 'vitest'
import { isTest, readTree } from './tree.ts'

const production = readTree().filter(
  ({ path }) => /^src\/.*\.tsx?$/.test(path) && !path.startsWith('src/web/') && !isTest(path),
)
const matching = (pattern: RegExp) =>
  production.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

/** Where octets from outside are unpacked, parsed or cut into parts. */
const readers = [
  'src/intake/reading/open-table.ts',
  'src/intake/reading/read-csv.ts',
  'src/intake/reading/read-xlsx.ts',
  'src/intake/reading/zip-archive.ts',
  'src/receipts/read-archive.ts',
]

describe('a reader of a file', () => {
  test('takes a source with its limit, and no bare stream', () => {
    for (const path of readers) {
      const text = production.find((file) => file.path === path)?.text ?? ''
      expect([path, text.includes('LimitedSource')]).toEqual([path, true])
      const bare = /\(\s*\w+: (?:AsyncIterable|Readable|Iterable<Uint8Array|FileHandle)/
      expect([path, bare.test(text)]).toEqual([path, false])
    }
  })

  test('has its numbers from the one table', () => {
    const own = readers.filter((path) => {
      const text = production.find((file) => file.path === path)?.text ?? ''
      return /const \w+(?:Octets|Characters|Columns|Rows|Cells)Max = \d/.test(text)
    })
    // Of the format itself: a comment of an archive is no longer than its length is wide.
    expect(own).toEqual(['src/intake/reading/zip-archive.ts'])
  })

  test('is the only one that unpacks or parses', () => {
    // A backup is authenticated before it is unpacked; a page of our own is packed alone.
    expect(matching(/from 'node:zlib'/)).toEqual([
      'src/backup/sealed-file.ts',
      'src/http/openapi/serve-reference.ts',
      'src/intake/reading/zip-archive.ts',
    ])
    expect(matching(/from 'saxes'/)).toEqual([
      'src/intake/reading/read-xlsx.ts',
      'src/intake/reading/sheet-reader.ts',
    ])
  })

  test('is asked by nobody but the process of its own, and by what runs in it', () => {
    const asked =
      /import \{[^}]*\b(?:openTable|classifyTable|fileSource|importSuppressions|importReceipts|doImportWork|untar)\b[^}]*\} from/
    expect(matching(asked)).toEqual([
      'src/app/programs/reading-worker.ts',
      'src/app/reading/classify-file.ts',
      'src/intake/after/forecast-import.ts',
      'src/intake/analyse/analyse-import.ts',
      'src/intake/run/import-suppressions.ts',
      'src/intake/run/run-import.ts',
      'src/receipts/import-receipts.ts',
    ])
    // What classifies a file is asked by the terminal through the same process.
    expect(matching(/import \{[^}]*\bclassifyFile\b/)).toEqual([
      'src/app/programs/reading-worker.ts',
    ])
    expect(matching(/import \{[^}]*\b(?:analyseImport|runImport)\b/)).toEqual([
      'src/intake/jobs.ts',
    ])
  })
})
