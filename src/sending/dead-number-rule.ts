// When receipts show that a number no longer works: the whole rule, in one place. Pure.
import type { Instant, MessageId } from '../kernel/index.ts'
import type { ReceiptOutcome } from './contract.ts'
import type { DeadAnswer } from './contract-dead.ts'

/**
 * `failures` messages in a row that did not arrive, the last at least `days` after the first: a
 * telephone that is off for a holiday fails more often than that, and for a shorter time.
 */
export const deadNumberRule = { failures: 3, days: 14, lookBackDays: 365 } as const

/**
 * Of a route that is told nothing else, or is gone. By the table of errors of the mobile networks
 * (3GPP TS 29.002, 17.6.6) 1 is "unknown subscriber", which a network says only of a number that
 * nobody has. Absent, barred or full is another code, and passes.
 */
const usualCodes: readonly string[] = ['1']

/** Operators write the same code with and without zeros in front. */
const plainCode = (code: string): string => code.trim().replace(/^0+(?=.)/, '')

const finalFailures: ReadonlySet<ReceiptOutcome> = new Set(['undelivered', 'rejected'])

/** One receipt that is enough by itself, by the codes of the route that the message took. */
export function isUnknownSubscriber(
  outcome: ReceiptOutcome,
  errorCode: string | null,
  codes: readonly string[] = usualCodes,
): boolean {
  if (!finalFailures.has(outcome) || errorCode === null) return false
  return codes.some((code) => plainCode(code) === plainCode(errorCode))
}

/** A receipt that may tell something of its number: worth a look at what came before. */
export const mayTellOfNumber = (outcome: ReceiptOutcome): boolean =>
  finalFailures.has(outcome) || outcome === 'expired' || outcome === 'deleted'

/** What is known of one person's messages that ended, and of what they did themselves. */
export type NumberHistory = {
  ended: readonly { messageId: MessageId; at: Instant; hasArrived: boolean; code: string | null }[]
  /** Receipts that are enough by themselves, with the message each is about. */
  certain: readonly { messageId: MessageId; at: Instant; code: string | null }[]
  /** The last reply, and since when something else has shown that the number works. */
  repliedAt: Instant | null
  worksSince: Instant | null
}

export type DeadNumber = {
  since: Instant
  messageId: MessageId
  answer: DeadAnswer
  code: string | null
  failures: number
}

const dayMs = 86_400_000

/** Null: nothing shows that the number no longer works. */
export function judgeNumber(history: NumberHistory): DeadNumber | null {
  const { ended, certain } = history
  const arrived = ended.filter(({ hasArrived }) => hasArrived).map(({ at }) => at)
  // A sign of life ends whatever came before it.
  const alive = Math.max(history.repliedAt ?? 0, history.worksSince ?? 0, ...arrived)
  const said = certain.find(({ at }) => at > alive)
  const failed = ended
    .filter(({ hasArrived, at }) => !hasArrived && at > alive)
    .sort((a, b) => a.at - b.at)
  if (said !== undefined) {
    const { at: since, messageId, code } = said
    const failures = Math.max(failed.length, 1)
    return { since, messageId, answer: 'unknown_subscriber', code, failures }
  }
  const [first, last] = [failed[0], failed.at(-1)]
  if (first === undefined || last === undefined) return null
  const isLong = last.at - first.at >= deadNumberRule.days * dayMs
  if (failed.length < deadNumberRule.failures || !isLong) return null
  const { at: since, messageId, code } = last
  return { since, messageId, answer: 'repeated_failures', code, failures: failed.length }
}
