// Runs one of the TypeScript scripts of this folder after installing what is missing.
import { spawnSync } from 'node:child_process'
import { ensureBuilt, ensureInstalled, requireNode, root } from './ground.mjs'

requireNode()
ensureInstalled()
ensureBuilt()
const args = ['--import', 'tsx', ...process.argv.slice(2)]
const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
process.exit(result.status ?? 1)
