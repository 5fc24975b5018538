// The list of slow test files names files that are there: a renamed one would begin last.
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { slowFiles } from '../support/longest-first.ts'

test('each file of test/support/slow-files.tsv is there, with its seconds', () => {
  const slow = slowFiles()
  expect(slow.size).toBeGreaterThan(10)
  const wrong = [...slow].filter(([file, seconds]) => !existsSync(file) || !(seconds > 0))
  expect(wrong).toEqual([])
})
