// Runs one of the TypeScript scripts of this folder after installing what is missing.
import { spawnSync } from 'node:child_process'
import { ensureBuilt, ensureInstalled, root } from './infrastructure.mjs'
import { onSupportedNode } from './supported-node.mjs'

await onSupportedNode()
ensureInstalled()
ensureBuilt()
const result = spawnSync(process.execPath, process.argv.slice(2), { cwd: root, stdio: 'inherit' })
process.exit(result.status ?? 1)
