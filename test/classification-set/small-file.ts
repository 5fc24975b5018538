// One small file as a line of a table: read, classified, and compared with what it is.
import { expect } from 'vitest'
import { FileClassifier, findHeader } from '../../src/classification/index.ts'

/** Columns between semicolons; types that would also do behind a bar; a star for any that is no matter. */
export type Case = readonly [name: string, text: string, verdict: 'S' | 'C' | 'N', types: string]

const verdicts = {
  S: 'personal_by_itself',
  C: 'personal_by_combination',
  N: 'not_personal',
} as const

export function expectCase([, text, verdict, types]: Case) {
  const rows = text.split('\n').map((line) => line.split(';').map((cell) => cell.trim()))
  const { headerIndex, titleLines } = findHeader(rows)
  const header = headerIndex === null ? null : (rows[headerIndex] ?? null)
  const records = rows.slice(headerIndex === null ? titleLines : headerIndex + 1)
  const classifier = new FileClassifier(header, records)
  for (const record of records) classifier.row(record)
  const found = classifier.finish()
  const wanted = types.split(' ')
  const told = found.columns.map(({ type }, index) => {
    const accepted = wanted[index]?.split('|') ?? []
    return accepted.includes('*') || accepted.includes(type) ? wanted[index] : type
  })
  expect({ verdict: found.verdict, types: told.join(' ') }).toEqual({
    verdict: verdicts[verdict],
    types,
  })
}
