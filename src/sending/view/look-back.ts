// How far a list of messages looks back in one answer: of an account with ten million messages,
// filters that no index knows are tried on some of them, and the next page goes on behind.
import { type AccountId, firstIdOf, type Instant, type MessageId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { isOneOrder, messagesBack, waitingSince } from '../store/look-back-store.ts'
import { apartMs, firstThatLives, type ListWish, leadOf } from '../store/view-store.ts'

/** So many messages are looked at in one answer: a third of a second, where nothing fits. */
export const lookedAtMax = 50_000
/** Of those that did not arrive: they lie far apart, each is read from a place of its own. */
export const endedLookedAtMax = 10_000

/** Where this answer ends. `rest`: what is behind it is looked at with the next. */
type LookBack = { atLeast: string | null; rest: { id: MessageId; at: Instant } | null }

/** Whether all that the index leads to fits, besides days. */
function isAllThatLeads(wish: ListWish): boolean {
  const { reference, campaignIds, states } = leadOf(wish)
  const { reason, sender, contactId, routeId, country, leftFrom, endedFrom } = wish
  const others = [reason, sender, contactId, routeId, country, leftFrom, endedFrom]
  if (others.some((one) => one != null)) return false
  if (states === null && (wish.state !== null || wish.group != null)) return false
  const isByCampaign = wish.campaignId !== null || wish.campaignIds != null
  if (isByCampaign && campaignIds === null) return false
  if (wish.class === null) return true
  // An index of its own has the alerts of an account.
  return wish.class === 'alert' && reference === null && campaignIds === null && states === null
}

/** Null: no end is needed, or so many. */
function countOf(wish: ListWish): number | null {
  const lead = leadOf(wish)
  const most = lead.states === null ? lookedAtMax : endedLookedAtMax
  if (!isAllThatLeads(wish)) return most
  if (isOneOrder(lead)) return null
  // Behind an id near the last day some may be of the day after.
  return wish.until === null ? wish.limit + 1 : most
}

/** Null: nothing can fit. */
export async function lookBack(
  tx: Tx,
  accountId: AccountId,
  wish: ListWish,
): Promise<LookBack | null> {
  if (wish.campaignIds?.length === 0) return null
  const count = countOf(wish)
  if (count === null) return { atLeast: null, rest: null }
  const waits = wish.state === 'queued' || wish.state === 'held'
  const oldest = waits ? await waitingSince(tx, accountId) : null
  if (waits && oldest === null) return null
  const below = lower(wish.before, wish.until === null ? null : firstIdOf(wish.until + apartMs))
  const place = await messagesBack(tx, accountId, { lead: leadOf(wish), below, count })
  const end = higher(oldest, firstOf(wish))
  // All that can fit is within reach.
  if (place === null || (end !== null && place.id <= end)) return { atLeast: end, rest: null }
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
