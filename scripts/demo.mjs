// npm run demo: the main job in the terminal, on the running or a temporary installation.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './infrastructure.mjs'
import { onSupportedNode } from './supported-node.mjs'

await onSupportedNode()
ensureInstalled()
ensureBuilt()
const main = join(root, 'dist', 'cli', 'main.js')
process.argv = [process.argv[0], main, 'demo', ...process.argv.slice(2)]
await import(pathToFileURL(main).href)
