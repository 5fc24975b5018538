// npm run replies: makes the reply reader's tables and weights from test/replies, and scores it.
import { writeFileSync } from 'node:fs'
import {
  allOf,
  madeFrom,
  regressionSentences,
  setsOf,
  tableNames,
  tableText,
  type Writing,
  writingsOf,
} from '../test/replies/sets.ts'

const root = new URL('../', import.meta.url)
const write = (path: string, text: string) => {
  writeFileSync(new URL(path, root), text)
  console.log(`Wrote ${path}`)
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const tables = tableNames.map((name) => `  ${camel(name)}: \`${tableText(name)}\`,\n`)
write(
  'src/countries/replies/tables-data.ts',
  `// The reply reader's tables, made by \`npm run replies\` from test/replies/tables: not to edit by hand.

export const tables = {
${tables.join('')}}
`,
)

// Loaded only now: they read the tables.
const { fitWeights, modelOf, weightsFile } = await import('../test/replies/fit.ts')
const { readerBy } = await import('../src/countries/replies/read-reply.ts')
const { scoreColumns, scoreOf } = await import('../test/replies/score.ts')

if (process.argv.includes('--thresholds')) {
  const { barsTable } = await import('../test/replies/choose-bars.ts')
  write('test/replies/bars.tsv', barsTable(modelOf(fitWeights(allOf('training')))))
}

const weights = fitWeights([...allOf('training'), ...allOf('thresholds')])
const read = readerBy(modelOf(weights))
const from = madeFrom()
write('src/countries/replies/weights-data.ts', weightsFile(weights, from))

const row = (set: string, language: string, writings: readonly Writing[]) => {
  const score = scoreOf(writings, (text) => read(text).meaning)
  return [set, language, ...scoreColumns.map((column) => score[column])].join('\t')
}
const rows = setsOf('scoring').flatMap((set) => {
  const writings = writingsOf('scoring', set)
  const languages = [...new Set(writings.map(({ language }) => language))].sort()
  const own = (language: string) => writings.filter((writing) => writing.language === language)
  return [...languages.map((one) => row(set, one, own(one))), row(set, 'all', writings)]
})
const sentences = regressionSentences()
const met = sentences.filter(({ expected, text }) => {
  const { meaning } = read(text)
  return expected === 'not_stop' ? meaning !== 'stop' : meaning === expected
})
write(
  'test/replies/scores.tsv',
  [
    ['set', 'language', ...scoreColumns].join('\t'),
    ...rows,
    `made from\t${from}`,
    `model\t${weights.version}`,
    `regression\t${met.length}\t${sentences.length}`,
    '',
  ].join('\n'),
)
console.log('Now `npm run docs`, which prints the scores.')
