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
}, 180_000)

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

test('of everyday replies that are kept aside 99.5 % of the stops act at once, and nothing is passed over', () => {
  const daily = keptAsideEveryday()
  expect(sentencesTaughtOf(daily)).toEqual([])
  const { stops, stop, ignored, others, falseStops, doubts, doubtsIgnored } = scoreOf(daily)
  expect(stops).toBe(609)
  expect(stop / stops).toBeGreaterThanOrEqual(0.995)
  expect(ignored).toEqual([])
  expect(falseStops.length / others).toBeLessThan(0.01)
  expect(doubtsIgnored).toEqual([])
  expect(doubts).toBe(312)
})

test('of usual replies that are kept aside 99.5 % of the stops act at once, and none is ignored', () => {
  const usual = keptAsideUsual()
  expect(sentencesTaughtOf(usual)).toEqual([])
  const { stops, stop, ignored, others, falseStops, doubts, doubtsIgnored } = scoreOf(usual)
  expect(stops).toBe(706)
  expect(stop / stops).toBeGreaterThanOrEqual(0.995)
  expect(ignored).toEqual([])
  expect(falseStops.length / others).toBeLessThan(0.04)
  // One of 179 asks who writes, and is told.
  expect(doubtsIgnored.filter(({ text }) => readReply(text).meaning === 'other')).toEqual([])
  expect(doubts).toBe(179)
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
