// When somebody last typed in the root key from paper and it was the right one.
import { timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../kernel/index.ts'
import { vaultError } from '../errors.ts'
import { marksBeside } from '../marks.ts'
import { readRootKey } from '../root-key.ts'
import { readRecoveryCopy } from './recovery-copy.ts'

const name = 'recovery-checked'

/** Of a copy that is not read, or of another key, nothing is written down. */
export function checkRecoveryCopy(keysFolder: string, text: string, now: Instant): void {
  const typed = readRecoveryCopy(text)
  const root = readRootKey(keysFolder)
  if (root === null) throw vaultError('vault.root_key_missing', { folder: keysFolder })
  if (!timingSafeEqual(root, typed)) throw vaultError('vault.recovery_copy_of_another')
  marksBeside(keysFolder).write(name, { at: now })
}

export function recoveryCheckedAt(keysFolder: string): Instant | null {
  const mark = marksBeside(keysFolder).read(name)
  const at = (mark as { at?: unknown } | null)?.at
  return typeof at === 'number' ? at : null
}
