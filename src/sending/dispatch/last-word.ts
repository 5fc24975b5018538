// When an operator's "later" is final, and which attempt follows otherwise.
import type { Instant, MessageId } from '../../kernel/index.ts'
import { retryDelayMs, retryLimits, type StatusAction } from '../../routing/index.ts'
import type { QueuedMessage } from '../store/queue-store.ts'

/** How long a message that says nothing of its use waits for an operator that takes nothing. */
const uselessAfterMs = 7 * 86_400_000

/**
 * The delays that lie before the last attempt but one: whoever is younger was not put off so often.
 */
const leastAgeMs = Array.from({ length: retryLimits.attemptsMax - 2 }, (_, index) =>
  retryDelayMs(index + 1),
).reduce((sum, ms) => sum + ms, 0)

/**
 * Whether "later" can be the end of a message now. Only an operator that takes others says by it
 * that this one is dead; one that takes nothing is broken, and what waits for it is of use until it
 * expires. Attempts are also counted where no answer came (an alert that may leave twice, a node
 * that died), so they alone do not tell that "later" was said for hours: the age does.
 */
export function mayEnd(
  queued: Pick<QueuedMessage, 'attempt' | 'expiresAt' | 'messageId'>,
  now: { isTaking: boolean; now: Instant },
): boolean {
  if (queued.attempt < retryLimits.attemptsMax - 1) return false
  const ageMs = now.now - acceptedAt(queued.messageId)
  if (queued.expiresAt === null && ageMs >= uselessAfterMs) return true
  return now.isTaking && ageMs >= leastAgeMs
}

/** An operator that says "later" each time has refused; one that says "slower" has not. */
export function isLastWord(
  action: StatusAction,
  { attempt, mayEnd: isPossible }: { attempt: number; mayEnd: boolean },
): boolean {
  return (
    action === 'give_up' || (action === 'retry' && isPossible && attempt >= retryLimits.attemptsMax)
  )
}

/** While it cannot end by "later" its last attempt stays before it. */
export function attemptAfterLater(attempt: number, { mayEnd: isPossible }: { mayEnd: boolean }) {
  const next = attempt + 1
  return isPossible || next < retryLimits.attemptsMax ? next : attempt
}

/** A UUIDv7 begins with the instant in which it was made: 48 bits of milliseconds. */
function acceptedAt(id: MessageId): Instant {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
