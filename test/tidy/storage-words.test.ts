// Each error of the database has its sentence in both languages, filled whole by its details.
import { expect, test } from 'vitest'
import { storageErrorCodes } from '../../src/storage/index.ts'
import { storageWords } from '../../src/words/index.ts'

test('each code of storage has its sentence in both languages, and no other has', () => {
  expect(Object.keys(storageWords.en).sort()).toEqual([...storageErrorCodes].sort())
  expect(Object.keys(storageWords.fr).sort()).toEqual([...storageErrorCodes].sort())
})

test('both languages ask for the same details', () => {
  const asked = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const code of storageErrorCodes) {
    expect([code, new Set(asked(storageWords.fr[code]))]).toEqual([
      code,
      new Set(asked(storageWords.en[code])),
    ])
  }
})
