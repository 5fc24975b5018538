// The published set of replies: no stop is ignored, next to none is only doubted, few are imagined.
import { beforeAll, expect, test } from 'vitest'
import { readReply, replyMeanings } from '../../src/countries/index.ts'
import { sets } from './first-looks.ts'
import {
  keptAside,
  keptAsideEveryday,
  keptAsideUsual,
  lessons,
  type Score,
  scoreOf,
  type Writing,
  writingsOf,
} from './reply-set.ts'

const all = sets.flatMap(({ name }) => writingsOf(name))
// Thousands of writings, each against the phrases of nine languages: read once for all tests.
let score: Score
beforeAll(() => {
  score = scoreOf(all)
}, 1_800_000)

test('at least five hundred writings in six languages, with what is no stop', () => {
  expect(all.length).toBeGreaterThan(500)
  for (const language of ['fr', 'en', 'de', 'es', 'it', 'nl']) {
    const its = all.filter((writing) => writing.language === language)
    expect(its.filter(({ meaning }) => meaning === 'stop').length, language).toBeGreaterThan(60)
    expect(its.filter(({ meaning }) => meaning === 'other').length, language).toBeGreaterThan(20)
  }
  for (const { meaning, text } of all) expect(replyMeanings, text).toContain(meaning)
  const texts = all.map(({ text }) => text)
  for (const { name } of sets) {
    const own = writingsOf(name).map(({ text }) => text)
    expect(new Set(own).size, name).toBe(own.length)
  }
  expect(texts.every((text) => text !== '')).toBe(true)
})

test('99.5 % of the real stops act at once, and none of them is ignored', () => {
  expect(score.stop / score.stops).toBeGreaterThanOrEqual(0.995)
  expect(score.ignored).toEqual([])
})

test('no doubt is silently ignored, and few replies are taken for a stop that are none', () => {
  expect(score.doubtsIgnored).toEqual([])
  expect(score.falseStops.length / score.others).toBeLessThan(0.01)
})

/** What everybody writes stands in the lessons too; a sentence that does would be no news. */
function sentencesTaughtOf(writings: readonly Writing[]): Writing[] {
  const taught = new Set(lessons().map(({ text }) => text))
  return writings.filter(({ text }) => text.split(' ').length > 5 && taught.has(text))
}

/** 99.5 % of the stops act at once and none is ignored, and what it was asked of is all there. */
function expectHeard(writings: readonly Writing[], all: { stops: number; doubts: number }): Score {
  expect(sentencesTaughtOf(writings)).toEqual([])
  const score = scoreOf(writings)
  expect([score.stops, score.doubts]).toEqual([all.stops, all.doubts])
  expect(score.stop / score.stops).toBeGreaterThanOrEqual(0.995)
  expect(score.ignored).toEqual([])
  return score
}

test('everyday replies that are kept aside are heard, and nothing is passed over', () => {
  const { falseStops, others, doubtsIgnored } = expectHeard(keptAsideEveryday(), {
    stops: 609,
    doubts: 312,
  })
  expect(falseStops.length / others).toBeLessThan(0.01)
  expect(doubtsIgnored).toEqual([])
})

test('usual replies that are kept aside are heard', () => {
  const { falseStops, others, doubtsIgnored } = expectHeard(keptAsideUsual(), {
    stops: 706,
    doubts: 179,
  })
  expect(falseStops.length / others).toBeLessThan(0.04)
  // One of 179 asks who writes, and is told.
  expect(doubtsIgnored.filter(({ text }) => readReply(text).meaning === 'other')).toEqual([])
})

test('of what is kept aside nothing was taught, and it is read no worse than it was', () => {
  const taught = new Set(lessons().map(({ text }) => text.toLowerCase()))
  const aside = keptAside()
  expect(aside.filter(({ text }) => taught.has(text.toLowerCase()))).toEqual([])
  const { stops, stop, ignored, others, falseStops, falseDoubts, doubts, doubtsIgnored } =
    scoreOf(aside)
  expect(stop / stops).toBeGreaterThan(0.89)
  expect(ignored.length / stops).toBeLessThan(0.01)
  expect(falseStops.length / others).toBeLessThan(0.065)
  expect(falseDoubts / others).toBeLessThan(0.36)
  expect(doubtsIgnored.length / doubts).toBeLessThan(0.075)
}, 60_000)
