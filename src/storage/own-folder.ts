// Makes the folders of an installation, its data and its keys, with the mode that each has to have.
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Closed to others, below parents that are not. For every command the same, since the first one may
 * be any: as root PostgreSQL's user has to pass the parents, and `mkdir -p` with a mode, or under a
 * strict umask, would close those that it makes.
 */
export function makeOwnFolder(folder: string): void {
  const parent = dirname(resolve(folder))
  const first = mkdirSync(parent, { recursive: true })
  if (first !== undefined && process.getuid?.() === 0) {
    for (let made = parent; made.startsWith(first); made = dirname(made)) chmodSync(made, 0o755)
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}
