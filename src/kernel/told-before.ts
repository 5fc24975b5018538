// Requires notice to the account before data is erased automatically.
import type { Instant } from './time.ts'

const noticeMs = 30 * 86_400_000

/**
 * Nothing goes by a term that its account was told of, or chose, just now; a shorter one is told
 * like the first. `held`: from when on something may go by the term before; null: there was none.
 */
export function erasesFromAfter(
  at: Instant,
  { held, isShorter }: { held: Instant | null; isShorter: boolean },
): Instant {
  if (held === null) return at + noticeMs
  return isShorter ? Math.max(held, at + noticeMs) : held
}
