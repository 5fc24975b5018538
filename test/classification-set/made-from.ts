// What the published scores were made from: the classifier, its tables, and the labelled files.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

export function madeFrom(): string {
  const hash = createHash('sha256')
  for (const folder of ['src/classification/', 'test/classification-set/']) {
    const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsv|jsonl)$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => name.replaceAll('\\', '/'))
      .sort()
    for (const name of files) hash.update(readFileSync(new URL(folder + name, root))).update('\0')
  }
  return hash.digest('hex').slice(0, 32)
}
