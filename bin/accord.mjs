#!/usr/bin/env node
// The `accord` command: installs and builds what a fresh clone lacks (told on standard error only),
// then runs the command, whose output alone stands on standard output.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(dirname(fileURLToPath(import.meta.url)))
if (existsSync(join(here, 'src', 'kernel'))) {
  const { ensureBuilt, ensureInstalled, requireNode } = await import('../scripts/ground.mjs')
  requireNode()
  ensureInstalled()
  ensureBuilt()
}
await import(pathToFileURL(join(here, 'dist', 'cli', 'main.js')).href)
