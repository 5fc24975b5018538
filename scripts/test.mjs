// npm test: installs what is missing (the browser comes with the packages), then runs every test.
// `npm test -- consent` runs those whose path holds the word.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root } from './infrastructure.mjs'
import { onSupportedNode } from './supported-node.mjs'

await onSupportedNode()
ensureInstalled()
ensureBuilt()
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const args = [
  'run',
  '--reporter=default',
  '--reporter=./scripts/closing-line.mjs',
  ...process.argv.slice(2),
]
// Built just now: what tests start as a process of its own begins sooner than from the sources.
const env = { ...process.env, ACCORD_TEST_BUILT: 'yes' }
// A PostgreSQL that happens to be on the machine is not used; `npm run test:postgres` says so.
if (process.env.npm_lifecycle_event === 'test:postgres') {
  env.ACCORD_TEST_DATABASE_URL = process.env.DATABASE_URL
}
// Each journey in a browser is made once; `npm run test:screens` makes it in every language, on
// every device and by day and night.
if (process.env.npm_lifecycle_event === 'test:screens') env.ACCORD_TEST_SCREENS = 'all'
delete env.DATABASE_URL
const result = spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: 'inherit', env })
process.exit(result.status ?? 1)
