// The published set of replies: what each means, and how each is read; printed as a reference page.
import { readFileSync } from 'node:fs'
import { type ReplyMeaning, readReply } from '../../src/countries/index.ts'

export type Writing = { language: string; meaning: ReplyMeaning; text: string }

export function writingsOf(name: string): Writing[] {
  const lines = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [language = '', meaning = '', text = ''] = line.split('\t')
      return { language, meaning: meaning as ReplyMeaning, text: text.replaceAll('\\n', '\n') }
    })
}

/** How a set was read at the first look, before any rule was written from it. */
type FirstLook = {
  stops: number
  stop: number
  doubtful: number
  others: number
  falseStops: number
}

/** Each set was made when the rules stood; after its first look it served to better them. */
export const setsOfTheRules: readonly { name: string; firstLook: FirstLook | null }[] = [
  { name: 'set-0', firstLook: null },
  { name: 'set-1', firstLook: { stops: 273, stop: 259, doubtful: 3, others: 97, falseStops: 2 } },
  { name: 'set-2', firstLook: { stops: 207, stop: 195, doubtful: 4, others: 83, falseStops: 3 } },
  { name: 'set-3', firstLook: { stops: 211, stop: 199, doubtful: 3, others: 87, falseStops: 2 } },
  { name: 'set-4', firstLook: { stops: 126, stop: 122, doubtful: 1, others: 54, falseStops: 1 } },
]

export type Score = {
  stops: number
  stop: number
  doubtful: number
  ignored: Writing[]
  doubts: number
  doubtsIgnored: Writing[]
  others: number
  falseStops: Writing[]
  falseDoubts: number
}

export function scoreOf(writings: readonly Writing[]): Score {
  const read = writings.map((writing) => ({ writing, as: readReply(writing.text).meaning }))
  const meant = (...kinds: ReplyMeaning[]) =>
    read.filter(({ writing }) => kinds.includes(writing.meaning))
  const stops = meant('stop')
  const doubts = meant('doubtful')
  const others = meant('other', 'help', 'contact', 'start')
  const isHeard = (as: ReplyMeaning) => as === 'stop' || as === 'doubtful'
  return {
    stops: stops.length,
    stop: stops.filter(({ as }) => as === 'stop').length,
    doubtful: stops.filter(({ as }) => as === 'doubtful').length,
    ignored: stops.filter(({ as }) => !isHeard(as)).map(({ writing }) => writing),
    doubts: doubts.length,
    doubtsIgnored: doubts.filter(({ as }) => !isHeard(as)).map(({ writing }) => writing),
    others: others.length,
    falseStops: others.filter(({ as }) => as === 'stop').map(({ writing }) => writing),
    falseDoubts: others.filter(({ as }) => as === 'doubtful').length,
  }
}
