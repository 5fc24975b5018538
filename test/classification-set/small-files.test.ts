// Files of a few lines, as one writes them to try a classifier: the verdict,
// and the type of each column.
import { describe, expect, test } from 'vitest'
import { FileClassifier } from '../../src/classification/index.ts'
import { type SmallFile, smallFiles, tableOf } from './small-file.ts'

const verdicts = {
  S: 'personal_by_itself',
  C: 'personal_by_combination',
  N: 'not_personal',
} as const

function expectCase({ text, verdict, types }: SmallFile) {
  const { header, records } = tableOf(text)
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

describe.each(['usual', 'clubs', 'namesakes', 'trades'])('%s', (kind) => {
  for (const one of smallFiles().filter((file) => file.kind === kind)) {
    test(one.name, () => expectCase(one))
  }
})
