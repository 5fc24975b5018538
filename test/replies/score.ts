// How the reader reads a set: stops at once, held and passed over; doubts; and what is none.
import type { ReplyMeaning } from '../../src/countries/index.ts'
import type { Writing } from './sets.ts'

export type Score = {
  stops: number
  stop: number
  doubtful: number
  ignored: number
  doubts: number
  doubtsIgnored: number
  others: number
  falseStops: number
  falseDoubts: number
}

export const scoreColumns = [
  'stops',
  'stop',
  'doubtful',
  'ignored',
  'doubts',
  'doubtsIgnored',
  'others',
  'falseStops',
  'falseDoubts',
] as const satisfies readonly (keyof Score)[]

export function scoreOf(
  writings: readonly Writing[],
  meaningOf: (text: string) => ReplyMeaning,
): Score {
  const score: Score = {
    stops: 0,
    stop: 0,
    doubtful: 0,
    ignored: 0,
    doubts: 0,
    doubtsIgnored: 0,
    others: 0,
    falseStops: 0,
    falseDoubts: 0,
  }
  for (const { text, meaning } of writings) {
    const as = meaningOf(text)
    const isHeard = as === 'stop' || as === 'doubtful'
    if (meaning === 'stop') {
      score.stops += 1
      score[as === 'stop' ? 'stop' : as === 'doubtful' ? 'doubtful' : 'ignored'] += 1
    } else if (meaning === 'doubtful') {
      score.doubts += 1
      if (!isHeard) score.doubtsIgnored += 1
    } else {
      score.others += 1
      if (isHeard) score[as === 'stop' ? 'falseStops' : 'falseDoubts'] += 1
    }
  }
  return score
}
