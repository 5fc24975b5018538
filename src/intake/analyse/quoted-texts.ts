// Which texts of consent the rows of a file quote: what its people agreed to, in its own words.
import type { ColumnFinding, DataType } from '../../classification/index.ts'
import type { ImportField } from '../contract.ts'
import { wordingKey } from '../mapping/consent-claim.ts'

/** Cells of one wording, whatever their spaces, case, apostrophes and quotes. */
export type QuotedText = { index: number; text: string; rows: number }

/** What stands in one row alone may be a remark about a person: it is not kept. */
const rowsMin = 2
const charactersMin = 25
const wordsMin = 5
const charactersMax = 2_000
const keptMax = 3
/** A column with more different long texts holds remarks. */
const differentMax = 50

const types = new Set<DataType>(['consent_wording', 'consent_source'])
const fields = new Set<ImportField | undefined>(['consent_wording', 'consent_source'])

export function quotedTexts(
  columns: readonly Pick<ColumnFinding, 'index' | 'type'>[],
  proposed: Readonly<Record<number, ImportField>>,
  rows: readonly (readonly string[])[],
): QuotedText[] {
  return columns
    .filter(({ index, type }) => types.has(type) || fields.has(proposed[index]))
    .flatMap(({ index }) => inColumn(index, rows))
    .filter((one) => one.rows >= rowsMin)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, keptMax)
}

function inColumn(index: number, rows: readonly (readonly string[])[]): QuotedText[] {
  const found = new Map<string, QuotedText>()
  for (const row of rows) {
    const text = (row[index] ?? '').trim()
    if (!isSentence(text)) continue
    const key = wordingKey(text)
    const one = found.get(key)
    if (one === undefined) found.set(key, { index, text, rows: 1 })
    else one.rows += 1
    if (found.size > differentMax) return []
  }
  return [...found.values()]
}

/** "Caisse", "Formulaire du site": a place is no text that somebody agreed to. */
function isSentence(text: string): boolean {
  if (text.length < charactersMin || text.length > charactersMax) return false
  return text.split(/\s+/).length >= wordsMin
}
