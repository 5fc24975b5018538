// When the last copy of the data was begun of which somebody says that it is there, with the keys.
import type { Instant } from '../kernel/index.ts'
import { vaultError } from './errors.ts'
import { marksBeside } from './marks.ts'

const name = 'copied'

/** Keys that opened only older copies may go from then on. An older word changes nothing. */
export function confirmCopy(keysFolder: string, begunAt: Instant, now: Instant): void {
  if (!Number.isFinite(begunAt) || begunAt > now) throw vaultError('vault.copy_not_made_yet')
  if (begunAt <= (copiedAt(keysFolder) ?? -Infinity)) return
  marksBeside(keysFolder).write(name, { begunAt })
}

export function copiedAt(keysFolder: string): Instant | null {
  const mark = marksBeside(keysFolder).read(name)
  const begunAt = (mark as { begunAt?: unknown } | null)?.begunAt
  return typeof begunAt === 'number' ? begunAt : null
}
