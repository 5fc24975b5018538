// The root key of the installation: made once, recognised at each start, never made again.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Database } from '../storage/index.ts'
import { vaultError } from './errors.ts'
import { prepareFolder, readKeyFile, rootFileName, writeKeyFile } from './key-folder.ts'
import { keyOctets, type RandomPool } from './sealing.ts'
import { anyAccountInAnyAccount, insertFingerprint, rootFingerprint } from './store.ts'

/** What the database remembers of the root key: not the key, and nothing that leads to it. */
export function fingerprintOf(root: Uint8Array): Buffer {
  return createHmac('sha256', root).update('accord root fingerprint').digest()
}

export async function loadRootKey(
  folder: string,
  database: Database,
  random: RandomPool,
): Promise<Buffer> {
  const known = await database.inInstallation(rootFingerprint)
  // A database with data whose fingerprint row is gone is not a new one either.
  const isNew = known === null && !(await database.inAnyAccount(anyAccountInAnyAccount))
  // Nothing is made there: a folder that is moved back from its backup must find its place free.
  if (!isNew && !existsSync(folder)) throw vaultError('vault.root_key_missing', { folder })
  prepareFolder(folder)
  const found = readRootKey(folder)
  if (found === null) {
    if (!isNew) throw vaultError('vault.root_key_missing', { folder })
    const root = Buffer.from(random(keyOctets))
    writeKeyFile(folder, rootFileName, root)
    return remembered(root, database)
  }
  if (known === null) return remembered(found, database)
  if (!timingSafeEqual(known, fingerprintOf(found))) {
    throw vaultError('vault.root_key_wrong', { folder })
  }
  return found
}

/** Two processes that start at once: the first row stands, and the other compares with it. */
async function remembered(root: Buffer, database: Database): Promise<Buffer> {
  const own = fingerprintOf(root)
  const kept = await database.inInstallation(async (tx) => {
    await insertFingerprint(tx, own)
    return rootFingerprint(tx)
  })
  if (kept === null || !timingSafeEqual(kept, own)) throw vaultError('vault.root_key_wrong')
  return root
}

export function readRootKey(folder: string): Buffer | null {
  const root = readKeyFile(folder, rootFileName)
  if (root !== null && root.length !== keyOctets) throw vaultError('vault.root_key_wrong')
  return root
}
