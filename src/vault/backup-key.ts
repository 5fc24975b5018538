// The key of one backup: derived from the root key and the backup's own id, and kept nowhere.
import type { Randomness } from '../kernel/index.ts'
import { vaultError } from './errors.ts'
import { readRootKey } from './root-key.ts'
import { expand, open, randomPool, seal } from './sealing.ts'

export type BackupKeys = {
  /** Says whether these are the keys of a backup, and nothing of the keys themselves. */
  mark: string
  /** Each file of the backup has its own: a key seals one stream. */
  ofFile(name: string): Buffer
  seal(context: string, plain: Uint8Array): Buffer
  open(context: string, sealed: Uint8Array): Buffer
}

/** Needs the keys folder alone: a backup is opened before there is a database. */
export function backupKeys(keysFolder: string, id: string, randomness: Randomness): BackupKeys {
  const root = readRootKey(keysFolder)
  if (root === null) throw vaultError('vault.root_key_missing', { folder: keysFolder })
  const own = expand(root, `backup|${id}`)
  const random = randomPool(randomness)
  const text = expand(own, 'manifest')
  return {
    mark: expand(own, 'mark', 8).toString('hex'),
    ofFile: (name) => expand(own, `file|${name}`),
    seal: (context, plain) => seal(text, context, plain, random),
    open: (context, sealed) => open(text, context, sealed),
  }
}
