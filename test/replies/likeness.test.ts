// The likeness reader: its weights are what the published sets give, and it is quick and modest.
import { beforeAll, expect, test } from 'vitest'
import { likenessOf, type Weights } from '../../src/countries/replies/likeness.ts'
import { likenessData } from '../../src/countries/replies/likeness-data.ts'
import { readReply, wordsToCompare } from '../../src/countries/replies/read-reply.ts'
import { exampleOf, fingerprintOf, taught, train } from './train-likeness.ts'

const writings = taught()
let again: Weights
beforeAll(() => {
  again = train(writings.map(exampleOf).filter((example) => example !== null))
}, 180_000)

test('the weights were made from the writings as they stand: else run `npm run likeness`', () => {
  expect(likenessData.madeFrom).toBe(fingerprintOf(writings))
})

test('made again they judge alike, though a rule was changed since', { timeout: 300_000 }, () => {
  const compared = writings
    .map(({ text }) => wordsToCompare(text))
    .filter((words) => words !== null)
  const differing = compared.filter((words) => {
    const kept = likenessOf(words)
    const made = likenessOf(words, again)
    return Math.abs(kept.stop - made.stop) > 0.1 || Math.abs(kept.doubtful - made.doubtful) > 0.1
  })
  expect(differing.length / compared.length).toBeLessThan(0.02)
})

test('made twice they are the same to the last digit', () => {
  const some = writings
    .slice(0, 300)
    .map(exampleOf)
    .filter((example) => example !== null)
  expect(train(some)).toEqual(train(some))
})

test('what is said in words never seen is no stop by itself', () => {
  const unseen =
    'PIZZA CLUB JEU KDO VIP NOEL GAGNER VELO MUSIQUE BEACH GIFT GUTSCHEIN VERANO SCARPE KORTING BUTY fenêtre boulanger octobre window dentist Fenster Zahnarzt ventana finestra venster janela okno'
  const words = unseen.split(' ')
  const meanings = words.map((word) => readReply(word).meaning)
  expect(meanings).not.toContain('stop')
  // A doubt of a word is no great harm, and may be only the exception: keywords are such words.
  expect(meanings.filter((meaning) => meaning === 'doubtful').length / words.length).toBeLessThan(
    0.2,
  )
})
