// npm start: installs and builds what is missing, then starts the platform in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, root } from './infrastructure.mjs'
import { onSupportedNode } from './supported-node.mjs'

await onSupportedNode()
ensureInstalled()
ensureBuilt()
const main = join(root, 'dist', 'cli', 'main.js')
process.argv = [process.argv[0], main, 'start', ...process.argv.slice(2)]
await import(pathToFileURL(main).href)
