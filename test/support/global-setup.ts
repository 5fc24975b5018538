// Begins and ends the run that all test files share (`globalSetup` in vitest.config.ts).
import { writeFileSync } from 'node:fs'
import { openRun, serverSettings } from './test-run.ts'

/**
 * Nothing outlives a run, so nothing waits for the disk; files side by side open many connections.
 */
const settings = `fsync = off
full_page_writes = off
max_connections = 400
`

export default function begin(): () => Promise<void> {
  const run = openRun()
  writeFileSync(serverSettings(), settings, { mode: 0o600 })
  return run.close
}
