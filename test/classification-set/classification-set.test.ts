// The labelled set: what the classifier promises of verdicts, on the half that rules were written
// from and on the half that they were not.
import { beforeAll, describe, expect, test } from 'vitest'
import { scoresOf } from './page.ts'
import { type FileScore, totalOf } from './score.ts'
import type { Half } from './template.ts'

/** Harmless files that may be called personal: none where the rules were in view. */
const halves: readonly (readonly [half: Half, harmlessCalledPersonalMax: number])[] = [
  ['A', 0],
  ['B', 1],
  ['C', 0],
]

describe.each(halves)('half %s', (half, harmlessCalledPersonalMax) => {
  let scores: FileScore[] = []
  beforeAll(async () => {
    scores = await scoresOf(half)
  }, 120_000)

  test('has at least 97 % right verdicts, of files and of records', () => {
    const { files, verdictsRight, rows, rowsRight } = totalOf(scores)
    expect(files).toBeGreaterThanOrEqual(75)
    expect(verdictsRight / files).toBeGreaterThanOrEqual(0.97)
    expect(rowsRight / rows).toBeGreaterThanOrEqual(0.97)
  })

  test('misses no direct or special column in a file with a header', () => {
    const missed = scores.filter(({ hasHeader, missed: some }) => hasHeader && some.length > 0)
    expect(missed.map(({ name, missed: some }) => ({ name, missed: some }))).toEqual([])
  })

  test('calls harmless files what they are', () => {
    const { harmlessCalledPersonal } = totalOf(scores)
    expect(harmlessCalledPersonal).toBeLessThanOrEqual(harmlessCalledPersonalMax)
  })

  test('gives evidence for every column', () => {
    expect(scores.filter(({ hasEvidence }) => !hasEvidence).map(({ name }) => name)).toEqual([])
  })
})
