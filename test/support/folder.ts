// A folder for one test, and the one careful way to remove it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = join(tmpdir(), 'accord-test-')

export function newTestFolder(): string {
  return mkdtempSync(prefix)
}

/** Refuses every path that `newTestFolder` did not make: a slip must not remove anything else. */
export function removeTestFolder(folder: string): void {
  const name = folder.slice(prefix.length)
  if (!folder.startsWith(prefix) || !/^[A-Za-z0-9]{6}$/.test(name)) {
    throw new Error(`not a folder of a test: "${folder}"`)
  }
  rmSync(folder, { recursive: true, force: true })
}
