// How far a list of messages looks back in one answer: of an account with ten million messages,
// filters that no index knows are tried on some of them, and the next page goes on behind.
import { type AccountId, firstIdOf, type Instant, type MessageId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isFinal } from '../message-state.ts'
import { messagesBack, oldestWaiting } from '../store/look-back-store.ts'
import { apartMs, firstThatLives, type ListWish } from '../store/view-store.ts'

/** So many messages are looked at in one answer: a third of a second, where nothing fits. */
export const lookedAtMax = 50_000

/** Where this answer ends. `rest`: what is behind it is looked at with the next. */
export type LookBack = { atLeast: MessageId | null; rest: { id: MessageId; at: Instant } | null }

const everything: LookBack = { atLeast: null, rest: null }

/** Whether an index leads from one that fits to the next. */
function isIndexed(wish: ListWish): boolean {
  const { state, reason, sender, contactId, routeId } = wish
  if (wish.campaignId !== null || wish.reference !== null || wish.campaignIds != null) return true
  if (wish.group != null || wish.leftFrom != null || wish.endedFrom != null) return false
  if (sender !== null || contactId !== null || routeId !== null) return false
  if (state === null) return reason === null && wish.class !== 'marketing'
  return wish.class === null && isFinal(state) && state !== 'delivered'
}

/** Null: nothing can fit. */
export async function lookBack(
  tx: Tx,
  accountId: AccountId,
  wish: ListWish,
): Promise<LookBack | null> {
  if (isIndexed(wish)) return everything
  const waits = wish.state === 'queued' || wish.state === 'held'
  const oldest = waits ? await oldestWaiting(tx, accountId) : null
  if (waits && oldest === null) return null
  const below = lower(wish.before, wish.until === null ? null : firstIdOf(wish.until + apartMs))
  const place = await messagesBack(tx, accountId, { below, count: lookedAtMax })
  const end = higher(oldest, firstOf(wish))
  // All that can fit is within reach.
  if (place === null || (end !== null && place.id <= end)) return { atLeast: oldest, rest: null }
  return { atLeast: place.id, rest: place }
}

/** The first id that can fit, where a day or an instant is asked for. */
function firstOf({ from, leftFrom = null, endedFrom = null }: ListWish): string | null {
  const accepted = from === null ? null : firstIdOf(from - apartMs)
  const lived = [leftFrom, endedFrom].map((at) => (at === null ? null : firstThatLives(at)))
  return lived.reduce(higher, accepted)
}

const lower = (a: string | null, b: string | null) =>
  a === null || b === null ? (a ?? b) : a < b ? a : b
const higher = (a: string | null, b: string | null) =>
  a === null || b === null ? (a ?? b) : a > b ? a : b
