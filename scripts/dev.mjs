// npm run dev: installs what is missing, then runs the platform from its sources.
import { ensureInstalled } from './infrastructure.mjs'
import { onSupportedNode } from './supported-node.mjs'

await onSupportedNode()
ensureInstalled()
await import('./dev.ts')
