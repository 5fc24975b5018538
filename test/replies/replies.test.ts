// The reply reader holds its bars on sets that it has never seen,
// and was made from what stands there.
import { beforeAll, expect, test } from 'vitest'
import { type ReadReply, replyMeanings, replyReader } from '../../src/countries/index.ts'
import { readScores } from './page.ts'
import { type Score, scoreOf } from './score.ts'
import { allOf, regressionSentences, writingsOf } from './sets.ts'

let readReply: ReadReply
beforeAll(async () => {
  readReply = await replyReader()
})

const scoreOfSet = (name: string): Score =>
  scoreOf(writingsOf('scoring', name), (text) => readReply(text).meaning)

test.each([
  ['everyday', { stops: 609, doubts: 312, others: 771 }],
  ['usual', { stops: 706, doubts: 179, others: 895 }],
  ['blind', { stops: 290, doubts: 60, others: 250 }],
])(
  '%s replies: 98.5 % of the stops act at once, none is ignored, few are imagined',
  (name, all) => {
    const score = scoreOfSet(name)
    expect(score).toMatchObject(all)
    expect(score.stop / score.stops).toBeGreaterThanOrEqual(0.985)
    expect(score.ignored).toBe(0)
    expect(score.falseStops / score.others).toBeLessThanOrEqual(0.02)
  },
)

test('rare replies: 90 % of the stops act at once, and at most ten are ignored', () => {
  const score = scoreOfSet('rare')
  expect(score).toMatchObject({ stops: 780, doubts: 228, others: 720 })
  expect(score.stop / score.stops).toBeGreaterThanOrEqual(0.9)
  expect(score.ignored).toBeLessThanOrEqual(10)
})

test('each writing has a meaning', () => {
  for (const use of ['training', 'thresholds', 'scoring'] as const) {
    const bad = allOf(use).filter(({ meaning, text }) => {
      return text === '' || !replyMeanings.includes(meaning)
    })
    expect([use, bad.length]).toEqual([use, 0])
  }
})

/** What everybody writes stands in both; a sentence of so many words that does would be no news. */
test.each([
  ['everyday', 6],
  ['usual', 6],
  ['blind', 6],
  ['rare', 1],
  ['portuguese', 4],
  ['polish', 4],
  ['luxembourgish', 4],
])('of %s nothing of %i words and more was written to teach', (name, wordsMin) => {
  const taught = ['lessons', 'lessons-everyday', 'do-not-stop', 'from-rules'].flatMap((set) =>
    writingsOf('training', set),
  )
  const known = new Set(taught.map(({ text }) => text))
  const again = writingsOf('scoring', name).filter(({ text }) => {
    return text.split(' ').length >= wordsMin && known.has(text)
  })
  // Only counted: nobody who works on the reader reads them.
  expect(again.length).toBe(0)
})

test('of the sentences in the earlier tests as many are read as expected as were counted', () => {
  const sentences = regressionSentences()
  const met = sentences.filter(({ expected, text }) => {
    const { meaning } = readReply(text)
    return expected === 'not_stop' ? meaning !== 'stop' : meaning === expected
  })
  expect({ met: met.length, sentences: sentences.length }).toEqual(readScores().regression)
})
