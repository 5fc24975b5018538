// How well the likeness reader does alone, each set read by weights made from the other sets.
import { plainLetters } from '../../src/countries/replies/clean-reply.ts'
import { likenessOf } from '../../src/countries/replies/likeness.ts'
import { doubtAtOf, stopAtOf, wordsToCompare } from '../../src/countries/replies/read-reply.ts'
import { sets } from './first-looks.ts'
import { lessons, writingsOf } from './reply-set.ts'
import { everyday, exampleOf, grumbles, refusals, train } from './train-likeness.ts'

/** What is counted of a set; the doubts and what is no stop as far as they were heard. */
const columns = [
  'set',
  'stops',
  'stop',
  'doubtful',
  'ignored',
  'doubts',
  'doubtsIgnored',
  'others',
  'falseStops',
  'falseDoubts',
] as const

/** A row a set; made by `npm run likeness`, since it trains the model once for each. */
export function leftOutTable(): string {
  const all = sets.map(({ name }) => {
    const writings = writingsOf(name)
    return { name, writings, examples: writings.map(exampleOf).filter((one) => one !== null) }
  })
  const lines = [...lessons(), ...everyday(), ...refusals(), ...grumbles()]
  const backdrop = lines.map(exampleOf).filter((one) => one !== null)
  const rows = all.map(({ name, writings }) => {
    const others = all.filter((set) => set.name !== name)
    const weights = train([...others.flatMap(({ examples }) => examples), ...backdrop])
    const count = new Map<string, number>()
    const note = (column: string) => count.set(column, (count.get(column) ?? 0) + 1)
    for (const { text, meaning } of writings) {
      const words = wordsToCompare(text)
      if (words === null) continue
      const like = likenessOf(words, weights)
      const isHeard = like.stop + like.doubtful >= doubtAtOf(words, plainLetters(text))
      const isStop = like.stop >= stopAtOf(words, plainLetters(text), 'other')
      if (meaning === 'stop') {
        note('stops')
        note(isStop ? 'stop' : isHeard ? 'doubtful' : 'ignored')
      } else if (meaning === 'doubtful') {
        note('doubts')
        if (!isStop && !isHeard) note('doubtsIgnored')
      } else {
        note('others')
        if (isStop) note('falseStops')
        else if (isHeard) note('falseDoubts')
      }
    }
    return [name, ...columns.slice(1).map((column) => count.get(column) ?? 0)].join('\t')
  })
  return `${[columns.join('\t'), ...rows].join('\n')}\n`
}
