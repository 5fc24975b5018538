// npm run screens: pictures of every screen, and sheets that show them side by side.
// `--out FOLDER` (outside the tree), `--language fr|en`, and of each of these some or all:
// `--state empty,filled,failed,refused,loading`, `--scheme light,dark`, `--device desktop,phone`,
// `--only home,contacts`.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt, ensureInstalled, root } from './infrastructure.mjs'
import { fail, onSupportedNode } from './supported-node.mjs'

const all = {
  state: ['empty', 'filled', 'failed', 'refused', 'loading'],
  scheme: ['light', 'dark'],
  device: ['desktop', 'phone'],
}
const text = { type: 'string' }
let values
try {
  const options = { out: text, language: text, state: text, scheme: text, device: text, only: text }
  values = parseArgs({ options }).values
} catch (error) {
  fail(error.message)
}
const language = values.language ?? 'fr'
if (language !== 'fr' && language !== 'en') fail(`--language is fr or en, not ${language}.`)
const chosen = { language, only: values.only?.split(',') ?? [] }
for (const [name, known] of Object.entries(all)) {
  const wanted = values[name]?.split(',') ?? known
  const unknown = wanted.filter((one) => !known.includes(one))
  if (unknown.length > 0) fail(`--${name} knows ${known.join(', ')}, not ${unknown.join(', ')}.`)
  // In this order, whatever order was written: what is filled is not empty afterwards.
  chosen[name] = known.filter((one) => wanted.includes(one))
}
const out = resolve(values.out ?? join(tmpdir(), 'accord-screens', language))
if (!relative(root, out).startsWith('..')) fail(`${out} lies inside the tree: name another folder.`)
mkdirSync(out, { recursive: true })

await onSupportedNode()
ensureInstalled()
ensureBuilt()
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const args = [vitest, 'run', '--config', 'test/screens/vitest.config.ts']
const env = {
  ...process.env,
  ACCORD_TEST_BUILT: 'yes',
  ACCORD_SCREENS: JSON.stringify({ ...chosen, out }),
}
delete env.DATABASE_URL
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
process.stdout.write(`The sheets are in ${out}: index.html shows them all.\n`)
process.exit(status ?? 1)
