// The copy of the keys folder: one only, newer than the data, in a place apart from the backups.
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { makeOwnFolder } from '../storage/index.ts'
import { folderFault } from './errors.ts'
import { syncAll } from './sync-folder.ts'

const now = 'keys'
const next = 'keys.new'
const former = 'keys.before'

/** The names of its files, without those that are being written. */
export function keyFilesOf(keysFolder: string): string[] {
  const names: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile() && !entry.name.endsWith('.new'))
        names.push(relative(keysFolder, path))
    }
  }
  walk(keysFolder)
  return names.sort()
}

/**
 * Takes the place of the last copy and keeps nothing of it: an erasure is complete once no key is
 * left that opens older data. Cut off anywhere, one whole copy is there.
 */
export function copyKeys(keysFolder: string, to: string): void {
  try {
    makeOwnFolder(to)
    const [current, coming, old] = [now, next, former].map((name) => join(to, name)) as [
      string,
      string,
      string,
    ]
    if (!existsSync(current) && existsSync(old)) renameSync(old, current)
    rmSync(coming, { recursive: true, force: true })
    cpSync(keysFolder, coming, {
      recursive: true,
      preserveTimestamps: true,
      // What is being written has another name until it is done.
      filter: (path) => path === keysFolder || !path.endsWith('.new'),
    })
    syncAll(coming)
    rmSync(old, { recursive: true, force: true })
    if (existsSync(current)) renameSync(current, old)
    renameSync(coming, current)
    rmSync(old, { recursive: true, force: true })
    syncAll(to)
  } catch (error) {
    throw folderFault(error, to)
  }
}
