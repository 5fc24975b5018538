#!/usr/bin/env -S node --max-semi-space-size=32 --heap-growing-percent=100
// The command `accord`: in a clone it installs and builds what is missing, then runs the build.
import { existsSync } from 'node:fs'

const built = new URL('../dist/cli/main.js', import.meta.url)
// A clone has its sources and may be ahead of its build; a released package has only the build.
if (existsSync(new URL('../src', import.meta.url))) {
  const { ensureBuilt, ensureInstalled, requireNode } = await import('../scripts/ground.mjs')
  requireNode()
  ensureInstalled()
  ensureBuilt()
}
const { runFromTerminal } = await import(built.href)
await runFromTerminal()
