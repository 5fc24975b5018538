// The writings of the reply reader, by what they may be used for: training, bars, or scoring alone.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { ReplyMeaning } from '../../src/countries/index.ts'

export type Writing = { language: string; meaning: ReplyMeaning; text: string }
export type Use = 'training' | 'thresholds' | 'scoring'

const here = new URL('./', import.meta.url)
const root = new URL('../../', import.meta.url)
const reader = 'src/countries/replies/'

const tsvIn = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, here))
    .filter((name) => name.endsWith('.tsv'))
    .sort()

/** A line is a language, what its writer meant, and the text with its line ends as `\n`. */
export function writingsOf(use: Use, name: string): Writing[] {
  return readFileSync(new URL(`${use}/${name}.tsv`, here), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [language = '', meaning = '', text = ''] = line.split('\t')
      return { language, meaning: meaning as ReplyMeaning, text: text.replaceAll('\\n', '\n') }
    })
}

export const setsOf = (use: Use): string[] =>
  tsvIn(use).map((name) => name.slice(0, -'.tsv'.length))

export const allOf = (use: Use): Writing[] => setsOf(use).flatMap((name) => writingsOf(use, name))

/** One sentence a line; what today's reader makes of them is counted, and none is mended alone. */
export type Sentence = { expected: ReplyMeaning | 'not_stop'; text: string }

export function regressionSentences(): Sentence[] {
  return readFileSync(new URL('regression.tsv', here), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [expected = '', text = ''] = line.split('\t')
      return {
        expected: expected as Sentence['expected'],
        text: text.replaceAll('\\n', '\n'),
      }
    })
}

export const tableNames = ['keywords', 'slips', 'dictionary', 'small-words'] as const

export const tableText = (name: (typeof tableNames)[number]): string =>
  readFileSync(new URL(`tables/${name}.tsv`, here), 'utf8')

/** What is made by `npm run replies`, and so is no part of what it is made from. */
const made = ['tables-data.ts', 'weights-data.ts']

/**
 * Everything that weights and scores are made from: tables, writings, the reader, and who fits it.
 */
export function madeFrom(): string {
  const files = [
    ...['tables', 'training', 'thresholds', 'scoring'].flatMap((folder) =>
      tsvIn(folder).map((name) => new URL(`${folder}/${name}`, here)),
    ),
    ...['regression.tsv', 'fit.ts', 'sets.ts', 'score.ts', 'slips-of-hands.ts'].map(
      (name) => new URL(name, here),
    ),
    ...readdirSync(new URL(reader, root))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !made.includes(name))
      .sort()
      .map((name) => new URL(`${reader}${name}`, root)),
  ]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
