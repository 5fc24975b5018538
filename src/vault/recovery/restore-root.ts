// Puts the root key back from its copy on paper, where the folder was lost.
import { timingSafeEqual } from 'node:crypto'
import { vaultError } from '../errors.ts'
import { prepareFolder, rootFileName, writeKeyFile } from '../key-folder.ts'
import { readRootKey } from '../root-key.ts'
import { readRecoveryCopy } from './recovery-copy.ts'

/** The accounts' key files come back from the backup of the folder; this makes them readable. */
export function restoreRoot(keysFolder: string, text: string): void {
  const root = readRecoveryCopy(text)
  prepareFolder(keysFolder)
  const found = readRootKey(keysFolder)
  if (found === null) writeKeyFile(keysFolder, rootFileName, root)
  else if (!timingSafeEqual(found, root)) throw vaultError('vault.root_key_present')
}
