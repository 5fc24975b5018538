// `docs/reference/replies.md`, of what `npm run replies` counted.
import { readFileSync } from 'node:fs'

export type ScoreRow = { set: string; language: string; counts: readonly number[] }
export type Scores = {
  rows: readonly ScoreRow[]
  madeFrom: string
  model: string
  regression: { met: number; sentences: number }
}

export function readScores(): Scores {
  const lines = readFileSync(new URL('scores.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  const told = (name: string) => lines.find(([first]) => first === name)?.slice(1) ?? []
  const heads = new Set(['set', 'made from', 'model', 'regression'])
  const [met = 0, sentences = 0] = told('regression').map(Number)
  return {
    rows: lines
      .filter(([first = '']) => !heads.has(first))
      .map(([set = '', language = '', ...counts]) => ({
        set,
        language,
        counts: counts.map(Number),
      })),
    madeFrom: told('made from')[0] ?? '',
    model: told('model')[0] ?? '',
    regression: { met, sentences },
  }
}

const languageNames: Readonly<Record<string, string>> = {
  fr: 'French',
  en: 'English',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
  pl: 'Polish',
  lb: 'Luxembourgish',
  any: 'in no language',
  all: '**all**',
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`

function table(rows: readonly ScoreRow[]): string {
  const head =
    '| Language | Stops | At once | | Held | Ignored | Doubts | Ignored | None | Taken for a stop | | Held |'
  const lines = rows.map(({ language, counts }) => {
    const [stops = 0, stop = 0, held, ignored, doubts, doubtsIgnored, others = 0, falseStops = 0] =
      counts
    const name = languageNames[language] ?? language
    return `| ${name} | ${stops} | ${stop} | ${percent(stop, stops)} | ${held} | ${ignored} | ${doubts} | ${doubtsIgnored} | ${others} | ${falseStops} | ${percent(falseStops, others)} | ${counts.at(-1)} |`
  })
  return [head, `|${'---|'.repeat(12)}`, ...lines].join('\n')
}

const setTexts: Readonly<Record<string, string>> = {
  everyday: 'by two hands in six languages, in the proportions that they come in',
  usual: 'by six hands, as the replies of a year would be, typical ones first',
  rare: 'every fourth of what six writers made who were asked for every way there is to refuse',
  fresh:
    'in six languages, read once by this reader and the one before it when the bars were set; by one hand that knew both',
  portuguese: 'by one hand, written before the reader had read them',
  polish: 'by one hand, written before the reader had read them',
  luxembourgish: 'by one hand, written before the reader had read them',
}

export function repliesPage(): string {
  const { rows, model, regression } = readScores()
  const sets = Object.entries(setTexts).map(([set, text]) => {
    const own = rows.filter((row) => row.set === set)
    return `## ${set[0]?.toUpperCase()}${set.slice(1)}\n\nWritings ${text}.\n\n${table(own)}`
  })
  return `# Replies

Made by \`npm run docs\` from \`test/replies/scores.tsv\`, which \`npm run replies\` makes; do not edit by
hand. How \`accord reply\` reads what it has never read: none of these writings was used to train the
model or to choose its thresholds. Model ${model}. A **stop** acts at once; what is **held** suspends
marketing to that number until somebody has read it; **ignored** means that neither happened. The
writings were invented for these sets; none is taken from a person.

${sets.join('\n\n')}

## Sentences of the earlier tests

The reader before this one had ${regression.sentences} sentences in its tests, most of them hard on purpose. This one
reads ${regression.met} of them as they were expected. None is taught by itself: what counts is that the number
does not fall (\`test/replies/regression.tsv\`).
`
}
