// npm run dev: installs what is missing, then runs the platform from its sources.
import { register } from 'tsx/esm/api'
import { ensureInstalled, requireNode } from './ground.mjs'

requireNode()
ensureInstalled()
register()
await import('./dev.ts')
