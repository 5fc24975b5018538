// The keys folder: files that only this user reads,
// written so that a crash leaves the old or the new.
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeOwnFolder } from '../storage/index.ts'
import { vaultError } from './errors.ts'

export const rootFileName = 'root.key'

export function accountFileName(accountId: string): string {
  return join('accounts', `${accountId}.json`)
}

/** Makes the folder when it is not there; refuses one that others may look into. */
export function prepareFolder(folder: string): void {
  guarded(folder, () => {
    for (const own of [folder, join(folder, 'accounts')]) makeOwnFolder(own)
    for (const path of [folder, join(folder, 'accounts'), join(folder, rootFileName)]) {
      refuseOpen(path)
    }
  })
}

/** Access of others counts where the system has it (on Windows the mode says nothing). */
function refuseOpen(path: string): void {
  if (process.platform === 'win32') return
  const facts = lstatSync(path, { throwIfNoEntry: false })
  if (facts === undefined || facts.isSymbolicLink()) return
  if ((facts.mode & 0o077) !== 0) throw vaultError('vault.keys_folder_open', { path })
}

export function readKeyFile(folder: string, name: string): Buffer | null {
  return guarded(folder, () => {
    const path = join(folder, name)
    return statSync(path, { throwIfNoEntry: false }) === undefined ? null : readFileSync(path)
  })
}

/** Write aside, fsync, rename, fsync the folder. */
export function writeKeyFile(folder: string, name: string, content: Uint8Array | string): void {
  guarded(folder, () => {
    const path = join(folder, name)
    const aside = `${path}.new`
    rmSync(aside, { force: true })
    const file = openSync(aside, 'wx', 0o600)
    try {
      writeSync(file, typeof content === 'string' ? Buffer.from(content) : content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(aside, path)
    syncFolder(dirname(path))
  })
}

/**
 * Random octets over what stands there, on disk before the file is removed. A disk may keep older
 * blocks all the same, and so does a snapshot: the folder belongs where neither is.
 */
export function removeKeyFile(
  folder: string,
  name: string,
  random: (octets: number) => Uint8Array,
): void {
  guarded(folder, () => {
    const path = join(folder, name)
    rmSync(`${path}.new`, { force: true })
    const facts = statSync(path, { throwIfNoEntry: false })
    if (facts === undefined) return
    const file = openSync(path, 'r+')
    try {
      for (let at = 0; at < facts.size; at += 32) {
        writeSync(file, random(32).subarray(0, Math.min(32, facts.size - at)), 0, undefined, at)
      }
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    rmSync(path)
    syncFolder(dirname(path))
  })
}

export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What the system refused is told with the folder and the reason. */
export function guarded<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) {
      throw vaultError('vault.keys_folder_unusable', { folder, reason: code }, error)
    }
    throw error
  }
}
