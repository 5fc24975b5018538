// npm run build: writes dist/ afresh.
import { build, ensureInstalled } from './infrastructure.mjs'
import { onSupportedNode } from './supported-node.mjs'

await onSupportedNode()
ensureInstalled()
build()
