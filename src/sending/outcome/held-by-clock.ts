// What was held by the hour of a trial account's clock, judged in one transaction and written in
// another: whoever sets the clock in between could not let it go, because it stood nowhere yet.
import type { AccountId, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Routes } from '../ports.ts'
import type { PutBack } from '../store/queue-store.ts'
import type { MessageEvent } from '../store/result-store.ts'

/** `aheadMs`: how far the clock was ahead when the hour was judged. */
export type HeldByClock = { back: PutBack; aheadMs: number }

/**
 * Under the clock as it is now, which nobody sets before this is written. What an older clock held
 * is due at once: it is judged again as it leaves.
 */
export async function underTheClock(
  routes: Pick<Routes, 'hoursAheadMs'>,
  tx: Tx,
  held: readonly HeldByClock[],
  at: Instant,
): Promise<{ putBack: readonly PutBack[]; events: readonly MessageEvent[] }> {
  const ahead = new Map<AccountId, number>()
  // In one order for all.
  for (const accountId of [...new Set(held.map(({ back }) => back.accountId))].sort()) {
    ahead.set(accountId, await routes.hoursAheadMs(tx, accountId))
  }
  const putBack = held.map(({ back, aheadMs }) =>
    ahead.get(back.accountId) === aheadMs ? back : { ...back, dueAt: at, hold: null },
  )
  return { putBack, events: putBack.flatMap((back) => heldEvents(back, at)) }
}

/** What the story of a message tells of its holding; nothing where nothing holds it. */
export function heldEvents({ hold, dueAt, ...message }: PutBack, at: Instant): MessageEvent[] {
  if (hold === null) return []
  return [{ ...message, at, what: 'held', facts: { hold, until: dueAt } }]
}
