// npm run check: the build, format, lint, three typechecks, the tidy tests, the docs' diff,
// the tables' page, the API's document.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { build, ensureInstalled, root } from './infrastructure.mjs'
import { onSupportedNode } from './supported-node.mjs'

await onSupportedNode()
ensureInstalled()

const tool = (name, file) => join(root, 'node_modules', name, file)
const steps = [
  ['docs', ['scripts/docs.ts', '--check']],
  ['types: server and tests', [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.server.json']],
  ['tidy', [tool('vitest', 'vitest.mjs'), 'run', 'test/tidy', '--reporter=dot']],
  ['API', ['scripts/check-api.mjs']],
  ['types: web', [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.web.json']],
  ['format and lint', [tool('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['types: pure rooms', [tool('typescript', 'bin/tsc'), '-p', 'tsconfig.pure.json']],
  ['schema', ['scripts/dump-schema.ts', '--check']],
]

/** What a step says comes at its end: of two at once each is read by itself. */
function runStep([name, args]) {
  const started = process.hrtime.bigint()
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  child.stdout.on('data', (piece) => said.push(piece))
  child.stderr.on('data', (piece) => said.push(piece))
  return new Promise((resolve) => {
    child.once('close', (status) => {
      const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000
      process.stdout.write(Buffer.concat(said))
      process.stdout.write(
        `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)\n`,
      )
      if (status !== 0) failed.push(name)
      resolve()
    })
  })
}

build()
process.stdout.write('ok     build\n')
const failed = []
const left = steps.values()
/** None of them needs another; the longest stand first. */
async function runSome() {
  for (const step of left) await runStep(step)
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runSome))
if (failed.length > 0) {
  process.stdout.write(`\nFailed: ${failed.join(', ')}.\n`)
  process.exit(1)
}
