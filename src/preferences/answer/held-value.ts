// What one field of a row says, in the language of whoever reads it.
import type { Language } from '../../kernel/index.ts'
import {
  answerWords,
  heldSentences,
  heldTableNames,
  heldValues,
  personCopyWords,
  purposeWord,
  quarantineSentence,
  sentence,
  whyOfColumn,
} from '../../words/index.ts'
import { countryName } from '../copy/copy-html.ts'
import type { Reader } from '../copy/reader.ts'
import type { HeldRow, HeldTable } from './held-tables.ts'

export type ValueReader = Pick<Reader, 'language' | 'day' | 'moment'>
type Named = { table: string; column: string }

/** What a row of the table is; its own name where nobody has thought of it yet. */
export const nameOfTable = (table: string, language: Language): string =>
  heldTableNames[table]?.[language] ?? table

/** Why the column exists; null: nobody has thought of it yet. */
export function whyOf({ labels }: HeldTable, column: string, language: Language): string | null {
  const why = labels[column]?.why
  return why === undefined ? null : whyOfColumn(language, why)
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
const day = /^\d{4}-\d\d-\d\d$/
const actor = /^(user|token|system):(.+)$/

export function sayValue(named: Named, value: unknown, reader: ValueReader): string {
  const { values: words } = answerWords[reader.language].tables
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) {
    return value.length === 0 ? '—' : value.map((one) => sayValue(named, one, reader)).join(', ')
  }
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'string' ? sayText(named, value, reader) : String(value)
}

function sayText(named: Named, text: string, reader: ValueReader): string {
  const word = wordOf(named, text, reader.language)
  if (word !== null) return word
  if (instant.test(text)) return reader.moment(Date.parse(text))
  if (day.test(text)) return reader.day(Date.parse(text))
  const [, kind, id] = actor.exec(text) ?? []
  const { values: words } = answerWords[reader.language].tables
  return kind === undefined ? text : `${words.by[kind as keyof typeof words.by]} (${id})`
}

/** Of a code, the word for it; null: it is none that we know, or no code at all. */
function wordOf({ table, column }: Named, code: string, language: Language): string | null {
  const name = `${table}.${column}`
  const known = heldValues[name]
  if (known !== undefined) return known[code]?.[language] ?? null
  if (column === 'purpose' || column === 'purposes') return purposeWord(language, code)
  if (column === 'country') return /^[A-Z]{2}$/.test(code) ? countryName(code, language) : null
  if (column === 'quarantine_reason') return quarantineSentence(language, code)
  if (column === 'fields_held') {
    const fields: Readonly<Record<string, string>> = personCopyWords[language].who.fields
    return fields[code] ?? null
  }
  for (const group of heldSentences[name] ?? []) {
    const told = sentence(language, `${group}.${code}`)
    if (told !== null) return told
  }
  return null
}

/** The codes of these rows with their words, for programs that show them. */
export function wordsOfRows(
  { table }: HeldTable,
  rows: readonly HeldRow[],
  language: Language,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const words: Record<string, Record<string, string>> = {}
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      for (const code of Array.isArray(value) ? value : [value]) {
        const word = typeof code === 'string' ? wordOf({ table, column }, code, language) : null
        if (word !== null) words[column] = { ...words[column], [code]: word }
      }
    }
  }
  return words
}
