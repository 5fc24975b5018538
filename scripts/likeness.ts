// npm run likeness: makes the likeness reader's weights of the published replies, and scores it.
import { writeFileSync } from 'node:fs'
import { leftOutTable } from '../test/replies/left-out.ts'
import {
  dataFile,
  exampleOf,
  fingerprintOf,
  taught,
  train,
} from '../test/replies/train-likeness.ts'

const all = taught()
const examples = all.map(exampleOf).filter((example) => example !== null)
const root = new URL('../', import.meta.url)
const write = (path: string, text: string) => {
  writeFileSync(new URL(path, root), text)
  console.log(`Wrote ${path}`)
}
write('src/countries/replies/likeness-data.ts', dataFile(train(examples), fingerprintOf(all)))
write('test/replies/left-out.tsv', leftOutTable())
console.log('Now `npm run docs`, which prints how the sets are read today.')
