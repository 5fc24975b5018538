// How long to wait for a delivery receipt, and the final state without one.
import type { Instant } from '../kernel/index.ts'

const hourMs = 3_600_000

/** How long a receipt is waited for. Operators hold a message for three days at most by default. */
export const receiptDeadlineMs = 96 * hourMs

/** A sweep and a recovery are never so long, nor two clocks so far apart. */
export const sweepNearMs = hourMs

/** The sweep for missing receipts may have gone by what left then, or goes by just now. */
export const isSweepNear = (leftAt: Instant, at: Instant): boolean =>
  leftAt <= at - receiptDeadlineMs + sweepNearMs

const unconfirmed = { state: 'unconfirmed', isUnsent: false } as const
/** The end of what was taken, and of which nobody told by the deadline. */
export const unconfirmedSent = { ...unconfirmed, reason: null, hadUnknown: false } as const
/** The end of what maybe left. */
export const unconfirmedMaybe = { ...unconfirmed, reason: 'maybe_sent', hadUnknown: true } as const
