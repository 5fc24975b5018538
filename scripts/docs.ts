// npm run docs: writes docs/reference from the code; with --check it compares instead.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { referencePages } from '../src/app/index.ts'
import { commandPages } from '../src/cli/main.ts'
import { attemptsPage } from '../test/past-the-gate/attempts.ts'
import { repliesPage } from '../test/replies/page.ts'

const folder = new URL('../docs/reference/', import.meta.url)
const pages = new Map([
  ...referencePages(),
  ['cli.md', await commandPages()],
  ['past-the-gate.md', attemptsPage()],
  ['replies.md', repliesPage()],
])
const stale: string[] = []
for (const [name, text] of pages) {
  const file = new URL(name, folder)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  stale.push(`docs/reference/${name}`)
  if (process.argv.includes('--check')) continue
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Not what the code says: ${stale.join(', ')}. Run \`npm run docs\` and commit.`)
  process.exit(1)
}
console.log(
  stale.length === 0 ? 'docs/reference is as the code says.' : `Wrote ${stale.join(', ')}`,
)
