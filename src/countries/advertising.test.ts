// What is found in a text is what its signals say one by one, however the reading saves work.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { premiumNumbersIn, readsLikeAdvertising } from './advertising.ts'
import { signals } from './advertising-words.ts'
import { foldText } from './fold-text.ts'

/** Pieces that the patterns are made of, and what stands around them in honest messages. */
const pieces = signals
  .flatMap(({ patterns, except = [] }) => [...patterns, ...except])
  .flatMap(({ source }) => source.split(/\\b|[()|[\]^$?*+{}\\]+/))
  .filter((piece) => piece.trim() !== '')
const honest = [
  'votre',
  'your',
  'RDV',
  '14h',
  '3',
  '12,50',
  '€',
  '-',
  "l'",
  'à',
  'É',
  '`',
  '.',
  '\n',
]

const texts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...honest), fc.string()), {
    maxLength: 12,
  })
  .chain((words) =>
    fc.constantFrom(' ', '  ', '', ' \t').map((between: string) => words.join(between)),
  )

/** Each signal on its own: what the one look before them all must never hide. */
function oneByOne(text: string, language: 'fr' | 'en') {
  const folded = foldText(text)
  const found = new Map<string, Set<string>>()
  for (const signal of signals) {
    if (signal.language !== undefined && signal.language !== language) continue
    let rest = folded
    for (const exception of signal.except ?? []) rest = rest.replace(exception, ' ')
    for (const pattern of signal.patterns) {
      for (const [word] of rest.matchAll(pattern)) {
        found.set(signal.id, (found.get(signal.id) ?? new Set()).add(word.trim()))
      }
    }
  }
  return [...found].map(([id, words]) => [id, [...words]])
}

test.each(['fr', 'en'] as const)('in %s, what is found is what each signal finds', (language) => {
  let withSignals = 0
  fc.assert(
    fc.property(texts, (text) => {
      const { signals: found } = readsLikeAdvertising(text, { language })
      if (found.length > 0) withSignals += 1
      expect(found.map(({ id, words }) => [id, words])).toEqual(oneByOne(text, language))
    }),
    { numRuns: 2000 },
  )
  // The texts are such that the property says something.
  expect(withSignals).toBeGreaterThan(200)
})

test('every pattern can be tried in one look: it has no flag but that for all places', () => {
  const all = signals.flatMap(({ patterns, except = [] }) => [...patterns, ...except])
  expect(all.filter(({ flags }) => flags !== 'g')).toEqual([])
  // A group by number or by name would mean another one among the others.
  expect(
    all.filter(({ source }) => /\\[1-9]|\\k<|\(\?</.test(source.replace(/\(\?<[!=]/g, ''))),
  ).toEqual([])
})

test('a text in ASCII is folded as any other', () => {
  const slowly = (text: string) =>
    text.normalize('NFKD').toLowerCase().replace(/`/g, "'").replace(/\s+/g, ' ').trim()
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      expect(foldText(text)).toBe(slowly(text))
      expect(readsLikeAdvertising(text).premiumNumbers).toEqual(premiumNumbersIn(text))
    }),
  )
})
