// Files made to end or to hold up whoever reads them: small to send, endless to read.
import { inline, row, workbook, zip } from './zip.ts'

const numberRow = (at: number) => `<row r="${at}">${inline('0639980001')}</row>`

/** Rows that go to and fro between the first and the last: each jump is a gap of a million. */
export function toAndFroRows(jumps = 20_000): Buffer {
  const there = numberRow(1_048_576)
  return zip(workbook({ A: (numberRow(1) + there).repeat(jumps) }))
}

/** One shared string of five megabytes, named by each of the cells. */
export function sharedGiant(rows = 2_500): Buffer {
  const parts = workbook({
    A: `<row>${inline('Note')}</row>${'<row><c t="s"><v>0</v></c></row>'.repeat(rows)}`,
  })
  const giant = `<sst><si><t>${'a b '.repeat(1_310_720)}</t></si></sst>`
  return zip([...parts, { name: 'xl/sharedStrings.xml', text: giant }])
}

/** As many columns as fit into 920 kB, and a few records as wide. */
export function widestCsv(columns = 230_000): Buffer {
  return Buffer.from(`${'a;b;'.repeat(columns / 2)}\n`.repeat(2))
}

/** The same in quotes: the end of the line is far from each field. */
export function widestQuotedCsv(columns = 230_000): Buffer {
  return Buffer.from(`"Nom";${'a;b;'.repeat(columns / 2)}\n`.repeat(2))
}

/** A cell of 80,000 brackets that never close, beside names that have one. */
export function openBrackets(count = 80_000): Buffer {
  return Buffer.from(`Nom;Mobile\nCamille (amie);0639980001\n${'('.repeat(count)};0639980002\n`)
}

/** A sheet of 49 MB without a word in it, under twenty names. */
export function sheetNamedOften(names = 20, megabytes = 49): Buffer {
  const [book, rels, sheet] = workbook({ A: row('<c/>').repeat((megabytes * 1_000_000) / 15) })
  const list = Array.from({ length: names }, (_, n) => {
    return `<sheet name="S${n}" sheetId="${n + 1}" r:id="r0"/>`
  })
  const text = `<workbook xmlns:r="x"><sheets>${list.join('')}</sheets></workbook>`
  return zip([{ name: book?.name ?? '', text }, ...[rels, sheet].flatMap((part) => part ?? [])])
}

/** An archive of receipts whose first part is 64 MiB of JSON, signed by nobody. */
export async function* giantHeader(octets = 64 * 1_024 ** 2): AsyncGenerator<Buffer> {
  yield tarHead('header.json', octets)
  const piece = Buffer.from('[{},{},{},{}],'.repeat(4_681))
  for (let left = octets; left > 0; left -= piece.length) yield piece.subarray(0, left)
  yield Buffer.alloc((512 - (octets % 512)) % 512)
  yield tarHead('records/000000.jsonld', 3)
  yield Buffer.from('{}\n'.padEnd(512, '\0'))
  yield Buffer.alloc(1_024)
}

export function tarHead(path: string, size: number): Buffer {
  const head = Buffer.alloc(512)
  head.write(path, 0)
  head.write('0000600\0', 100)
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  head.write('ustar\u000000', 257)
  return head
}
