// `accord classify`: says which data of a contact file are personal, and why; needs no server.
import { type ClassifiedFile, classifyInReader } from '../app/index.ts'
import { evidenceSentence, lawSentence, typeName } from '../classification/index.ts'
import type { Language } from '../kernel/index.ts'
import { classifyWords, classWords, verdictWords } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes, readArguments } from './command.ts'

export const command: Command = {
  name: 'classify',
  summary: { en: classifyWords.en.summary, fr: classifyWords.fr.summary },
  usage: `accord classify FILE [--json] [--sheet NAME]

  FILE          CSV (any usual delimiter and encoding) or XLSX
  --json        {"columns":[{"header","class","type","evidence"}],"verdict","row_verdicts"};
                one letter a row: S personal by itself, C by combination, N not personal;
                a row of empty cells is an N, a line without any cell is no row
  --sheet NAME  the sheet of an XLSX file; the first that holds anything when left out`,
  async run(args, io) {
    const { values, positionals } = readArguments(args, {
      json: { type: 'boolean' },
      sheet: { type: 'string' },
    })
    const path = positionals[0]
    if (path === undefined || positionals.length > 1) {
      io.stderr.write(`${classifyWords[io.language].usage}\n`)
      return exitCodes.usage
    }
    const found = await classifyInReader(path, values.sheet ?? null)
    if (found.unreadable.count > 0) io.stderr.write(`${unreadableSentence(found, io.language)}\n`)
    if (found.cut.count > 0) io.stderr.write(`${cutSentence(found, io.language)}\n`)
    // The shape of the answer is promised: what the law adds stands beside it.
    if (values.json) for (const law of lawOf(found, io.language)) io.stderr.write(`${law}\n`)
    io.stdout.write(`${values.json ? jsonOf(found, io.language) : tableOf(found, io)}\n`)
    return exitCodes.done
  },
}

function jsonOf(found: ClassifiedFile, language: Language): string {
  return JSON.stringify({
    columns: found.columns.map((column) => ({
      header: column.header,
      class: column.class,
      type: column.type,
      evidence: column.evidence.map((evidence) => evidenceSentence(language, evidence)),
    })),
    verdict: found.verdict,
    row_verdicts: found.letters,
  })
}

function unreadableSentence({ unreadable }: ClassifiedFile, language: Language): string {
  return classifyWords[language].unreadable
    .replace('{count}', String(unreadable.count))
    .replace('{line}', String(unreadable.firstLine ?? ''))
}

function cutSentence(found: ClassifiedFile, language: Language): string {
  return classifyWords[language].cut
    .replace('{count}', String(found.cut.count))
    .replace('{line}', String(found.cut.firstLine ?? ''))
    .replace('{charactersMax}', String(found.cellCharactersMax))
}

function tableOf(found: ClassifiedFile, io: CommandIo): string {
  const words = classifyWords[io.language]
  const head = [words.column, words.class, words.type, words.evidence]
  const rows = found.columns.map((column) => [
    column.header || words.unnamed.replace('{number}', String(column.index + 1)),
    classWords[io.language][column.class],
    typeName(io.language, column.type),
    column.evidence.map((evidence) => evidenceSentence(io.language, evidence)).join(' '),
  ])
  const counts = words.records
    .replace('{rows}', String(found.rows))
    .replace(/\{([SCN])\}/g, (_, letter: 'S' | 'C' | 'N') => String(found.rowCounts[letter]))
  const empty =
    found.emptyRows === 0 ? [] : [words.empty.replace('{count}', String(found.emptyRows))]
  const { format } = found
  const how = [format.kind, format.encoding, delimiterName(format.delimiter), format.sheet]
  if (!format.hasHeader) how.push(words.no_header)
  return [
    words.read_as.replace('{what}', how.filter((part) => part !== null).join(', ')),
    '',
    ...aligned([head, ...rows]),
    '',
    verdictWords[io.language][found.verdict],
    ...lawOf(found, io.language),
    counts,
    ...empty,
  ].join('\n')
}

function lawOf({ verdict, columns }: ClassifiedFile, language: Language): string[] {
  const sentence = lawSentence(language, verdict, columns)
  return sentence === null ? [] : [sentence]
}

function delimiterName(delimiter: string | null): string | null {
  return delimiter === '\t' ? 'tab' : delimiter
}

const columnWidthMax = 32

/** A terminal obeys control characters, and a file may hold any. */
const harmless = (cell: string) => cell.replaceAll(/\p{Cc}/gu, '·')

/** All columns but the last are as wide as their longest cell. */
function aligned(given: readonly (readonly string[])[]): string[] {
  const rows = given.map((row) => row.map(harmless))
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.min(columnWidthMax, Math.max(...rows.map((row) => (row[index] ?? '').length))),
  )
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell.slice(0, columnWidthMax).padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}
