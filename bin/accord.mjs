#!/usr/bin/env -S node --heap-growing-percent=50
// The command `accord`: in a clone it installs and builds what is missing, then runs the build.
import { existsSync } from 'node:fs'

endWithShellOfNpm()
const built = new URL('../dist/cli/main.js', import.meta.url)
// A clone has its sources and may be ahead of its build; a released package has only the build.
if (existsSync(new URL('../src', import.meta.url))) {
  const { onSupportedNode } = await import('../scripts/supported-node.mjs')
  await onSupportedNode()
  const { ensureBuilt, ensureInstalled } = await import('../scripts/infrastructure.mjs')
  ensureInstalled()
  ensureBuilt()
}
const { runFromTerminal } = await import(built.href)
await runFromTerminal()

/**
 * `npx accord` is npm, below it a shell, below that this process. npm hands a SIGTERM to the shell,
 * which ends of it (dash, ash) and tells nobody: that it has gone is then the only sign, and counts
 * as a hang-up. Of a SIGINT to npm alone there is no sign at all: such a shell waits for us.
 */
function endWithShellOfNpm() {
  const { npm_lifecycle_script: script = '' } = process.env
  // A script that leaves the command in the background means it to outlive the shell.
  if (!/\baccord\b/.test(script) || /[^&]&\s*$/.test(script)) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGHUP')
  }, 200)
  watch.unref()
}
