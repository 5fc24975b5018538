// npm run build: writes dist/ afresh.
import { build, ensureInstalled, requireNode } from './ground.mjs'

requireNode()
ensureInstalled()
build()
