// Late patterns find what regular expressions find, however many of them there are.
import { expect, test } from 'vitest'
import { latePattern } from './late-pattern.ts'

const texts = ['', ' stop ', ' please stop . stop it ', ' nothing of the kind ', ' stopover ']

test('a late pattern does what a regular expression does', () => {
  for (const flags of ['', 'g'] as const) {
    const late = latePattern(' (?:stop|halt)(?= )', flags)
    for (const text of texts) {
      const pattern = () => new RegExp(late.source, flags)
      expect(late.test(text)).toBe(pattern().test(text))
      expect(late.exec(text)).toEqual(pattern().exec(text))
      expect(text.match(late)).toEqual(text.match(pattern()))
      expect(text.search(late)).toBe(text.search(pattern()))
      expect(text.replace(late, '<$&>')).toBe(text.replace(pattern(), '<$&>'))
    }
  }
})

test('it begins anew each time', () => {
  const late = latePattern(' stop', 'g')
  expect([1, 2, 3].map(() => late.exec(' stop')?.index)).toEqual([0, 0, 0])
})

test('of more patterns than are kept each finds its own, again and again', () => {
  const many = Array.from({ length: 500 }, (_, index) => latePattern(` word${index}(?= )`))
  for (let round = 0; round < 3; round += 1) {
    const found = many.map((late, index) => late.exec(` . word${index} . `)?.[0])
    expect(found).toEqual(many.map((_, index) => ` word${index}`))
  }
})

test('what nobody can read is asked, and what is no pattern is told at once', () => {
  expect(latePattern('(a)\\1').test('xaa')).toBe(true)
  expect(() => latePattern('(')).toThrow(SyntaxError)
})
