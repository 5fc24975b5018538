// Where the notice's rule finds nobody, and the law finds personal data all the same.
import type { Language } from '../kernel/index.ts'
import { lawWords } from '../words/index.ts'
import { typeName } from './evidence-sentence.ts'
import type { ColumnFinding, FileVerdict } from './finding.ts'
import type { DataType } from './types-of-data.ts'

/**
 * Each of these leads to one person by itself, by way of whoever gave it out (GDPR, recital 26).
 */
const leadsToSomebody: ReadonlySet<DataType> = new Set<DataType>([
  'phone',
  'email',
  'ip_address',
  'licence_plate',
  'username',
])

/**
 * The verdict stays: the notice asks for two different kinds of such data. Null where it has called
 * the file personal itself, or where nothing in the file leads to anybody.
 */
export function lawSentence(
  language: Language,
  verdict: FileVerdict,
  columns: readonly ColumnFinding[],
): string | null {
  if (verdict !== 'not_personal') return null
  const found = new Set(columns.map(({ type }) => type).filter((type) => leadsToSomebody.has(type)))
  if (found.size === 0) return null
  const types = [...found].map((type) => typeName(language, type)).join(', ')
  return lawWords[language].personal_all_the_same.replace('{types}', types)
}
