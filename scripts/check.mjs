// npm run check: format, lint, three typechecks, the tidy tests, the build, the docs' diff, the API's document.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, ensureInstalled, requireNode, root } from './ground.mjs'

requireNode()
ensureInstalled()

const tool = (name, file) => join(root, 'node_modules', name, file)
const steps = [
  ['format and lint', [tool('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['types: pure rooms', [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.pure.json']],
  ['types: server and tests', [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.server.json']],
  ['types: web', [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.web.json']],
  ['tidy', [tool('vitest', 'vitest.mjs'), 'run', 'test/tidy', '--reporter=dot']],
  ['docs', ['--import', 'tsx', 'scripts/docs.ts', '--check']],
  ['API', ['scripts/check-api.mjs']],
]

const failed = []
for (const [name, args] of steps) {
  const started = process.hrtime.bigint()
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000
  const ok = result.status === 0
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)\n`)
  if (!ok) failed.push(name)
}
build()
process.stdout.write('ok     build\n')
if (failed.length > 0) {
  process.stdout.write(`\nFailed: ${failed.join(', ')}.\n`)
  process.exit(1)
}
