// A folder for one test, and the one careful way to remove it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Names the folder of the whole run: what a test leaves in it goes when the run ends. */
export const runVariable = 'ACCORD_TEST_RUN'

export function newTestFolder(): string {
  return mkdtempSync(join(process.env[runVariable] ?? tmpdir(), 'accord-test-'))
}

/** Refuses every path that `newTestFolder` did not make: a slip must not remove anything else. */
export function removeTestFolder(folder: string): void {
  const places = [process.env[runVariable], tmpdir()]
  if (!places.includes(dirname(folder)) || !/^accord-test-[A-Za-z0-9]{6}$/.test(basename(folder))) {
    throw new Error(`not a folder of a test: "${folder}"`)
  }
  rmSync(folder, { recursive: true, force: true })
}
