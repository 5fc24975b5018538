// The phrases of all languages: each can be made a pattern, and is asked wherever it matches.
import { expect, test } from 'vitest'
import { cleanReply, replyWords } from '../../src/countries/replies/clean-reply.ts'
import { replyPhrases } from '../../src/countries/replies/languages.ts'
import { mendWords } from '../../src/countries/replies/mend-words.ts'
import { compilePhrases, phraseKinds } from '../../src/countries/replies/phrases.ts'
import { type Part, readPattern } from '../../src/countries/replies/read-pattern.ts'
import { type Chance, seededChance } from '../support/seeded-chance.ts'
import { sets } from './first-looks.ts'
import { writingsOf } from './reply-set.ts'

const compiled = replyPhrases.map(compilePhrases)
const phrases = compiled.flatMap((own) => phraseKinds.flatMap((kind) => own.of(kind)))
const patterns = phrases.map((phrase) => ({ phrase, pattern: new RegExp(phrase.source) }))

test('there are thousands, each can be made, and none is asked of everything', () => {
  expect(phrases.length).toBeGreaterThan(2_000)
  expect(phrases.filter((phrase) => phrase.mayMatch(' . ')).map(({ source }) => source)).toEqual([])
})

/** Words that come through a part, whatever is looked at besides. */
function wordsThrough(part: Part, chance: Chance): string {
  switch (part.kind) {
    case 'letters':
      return part.letters
    case 'one':
      return part.of === null ? chance.pick(['a', 'z', '7']) : chance.pick(part.of)
    case 'words':
      return chance.pick([
        ...part.full,
        ...part.begun.map((word) => word + chance.pick(['', 'en'])),
      ])
    case 'row':
      return part.parts.map((one) => wordsThrough(one, chance)).join('')
    case 'either':
      return wordsThrough(chance.pick(part.parts), chance)
    case 'repeated': {
      const times = chance.between(part.min, Math.min(part.max, part.min + 2))
      return Array.from({ length: times }, () => wordsThrough(part.part, chance)).join('')
    }
    case 'look':
      return ''
    case 'shared':
      return wordsThrough(part.part, chance)
  }
}

test('sentences that are made from a phrase itself are let through to it', () => {
  const chance = seededChance('phrases')
  let matching = 0
  for (const { phrase, pattern } of patterns) {
    const part = readPattern(phrase.source)
    expect(part, phrase.source).not.toBeNull()
    for (let time = 0; time < 20 && part !== null; time += 1) {
      const said = `${chance.pick([' .', ' . ok ,', ' . no'])}${wordsThrough(part, chance)} . `
      if (!pattern.test(said)) continue
      matching += 1
      expect(phrase.mayMatch(said), `/${phrase.source}/ in "${said}"`).toBe(true)
    }
  }
  expect(matching / (20 * patterns.length)).toBeGreaterThan(0.7)
})

/** So many together are asked little more slowly than one. */
const together = 20

test('no phrase that matches a published writing is passed over', () => {
  const groups = Array.from({ length: Math.ceil(patterns.length / together) }, (_, at) => {
    const some = patterns.slice(at * together, (at + 1) * together)
    return { some, any: new RegExp(some.map(({ phrase }) => phrase.source).join('|')) }
  })
  const passedOver: string[] = []
  for (const { text } of sets.flatMap(({ name }) => writingsOf(name))) {
    const said = ` . ${mendWords(replyWords(cleanReply(text).own)).join(' ')} . `
    for (const { some } of groups.filter(({ any }) => any.test(said))) {
      for (const { phrase, pattern } of some) {
        if (pattern.test(said) && !phrase.mayMatch(said)) passedOver.push(phrase.source)
      }
    }
  }
  expect(passedOver).toEqual([])
}, 120_000)
