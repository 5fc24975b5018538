// A day whose way is closed for now: what is worth waiting for, and the short look at what waits.
import { accountOf } from '../../accounts/index.ts'
import type { CountryCode } from '../../countries/index.ts'
import type { AccountId, Instant } from '../../kernel/index.ts'
import type { refusals } from '../../sending/contract.ts'
import { refusalOfWay } from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Campaign } from '../campaign.ts'
import type { CampaignsDeps } from '../deps.ts'
import type { Judged } from '../make-check-sheet.ts'
import { lockCampaign } from '../store.ts'
import { becameByHand } from './draft-of-day.ts'
import { keepWaiting, lockOpen, type Settled } from './occurrence-store.ts'
import { dayOfIso, type Occurrence, type Recurring } from './recurring.ts'
import { lastInstant } from './rule.ts'
import { type Due, keyOf, type Outcome, settle } from './settle-day.ts'
import { lockRecurring } from './store.ts'

/**
 * Who works the installation mends these, and the send itself stays as it was started. A sender
 * that was refused is no such thing: somebody has decided, and another one is a change.
 */
const passing = new Set<string>([
  'sender_not_registered',
  'route_missing',
  'route_without_contract',
  'route_barred',
  'route_closed',
] satisfies (typeof refusals)[number][])

const suspended = 'campaigns.account_suspended'

export const stopped = (failure: string | null): Settled => ({
  state: 'stopped',
  people: null,
  failure,
})

/** What waiting does not mend stands before what it does: nobody waits for nothing. */
export function standsAgainst({ sheet, closedIn }: Judged): Outcome | null {
  const [first] = sheet.problems
  if (first === undefined) return null
  const lasting = sheet.problems.find(({ refusal }) => !passing.has(refusal))
  if (lasting !== undefined) return stopped(lasting.refusal)
  return { state: 'waiting', failure: first.refusal, waitsIn: closedIn }
}

/** What launched campaigns of a suspended account do as well: they wait for its end. */
export const refusedLaunch = (code: string): Outcome =>
  code === suspended ? { state: 'waiting', failure: code, waitsIn: [] } : stopped(code)

const isToLook = ({ state, lookAt }: Occurrence, at: Instant): boolean =>
  state === 'waiting' && lookAt !== null && lookAt <= at

/** The days of one that wait and are to be looked at now. */
export async function daysToLook(
  deps: CampaignsDeps,
  accountId: AccountId,
  id: string,
): Promise<Due[]> {
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const held = await lockRecurring(tx, deps.vault, { accountId, id })
    if (held === null) return []
    const account = await accountOf(tx, accountId)
    const open = await lockOpen(tx, { accountId, recurringId: id })
    return open
      .filter((occurrence) => isToLook(occurrence, at))
      .map((occurrence) => ({ account, held, occurrence }))
  })
}

/** So long nobody else judges the people of the same day. */
const judgingMs = 5 * 60_000

/**
 * Whether its people are worth judging again: perhaps a million. Nobody is read here, only what
 * stood against them all.
 */
export async function mayGoOn(deps: CampaignsDeps, due: Due): Promise<boolean> {
  let isOpen = false
  await settle(deps, due, async (tx, now, occurrence) => {
    const at = deps.clock.now()
    const { campaignId, failure, waitsIn } = occurrence
    if (!isToLook(occurrence, at) || campaignId === null || failure === null) return null
    const draft = await lockCampaign(tx, deps.vault, now.accountId, campaignId)
    const became = becameByHand(draft, occurrence.draftHash)
    if (draft === null || became !== null) return became
    if (isTooLate(due, now, at)) return stopped(failure)
    const gone = await goneUnder(deps, tx, draft)
    if (gone !== null) return stopped(gone)
    const closed = await stillClosed(deps, tx, { draft, waitsIn, at })
    if (closed !== null) return { state: 'waiting', failure: closed, waitsIn }
    isOpen = true
    await keepWaiting(tx, keyOf(due), { failure, waitsIn, lookAt: at + judgingMs })
    return null
  })
  return isOpen
}

const isTooLate = ({ account, occurrence }: Due, { sendMinute }: Recurring, at: Instant) =>
  at > lastInstant(account.zone, dayOfIso(occurrence.day), sendMinute)

/** Whom it was for was deleted meanwhile, so that nobody can say any more who they are. */
async function goneUnder(
  deps: CampaignsDeps,
  tx: Tx,
  { accountId, listId }: Campaign,
): Promise<string | null> {
  if ((await deps.contacts.list(tx, accountId, listId)) === null) return 'campaigns.list_not_found'
  const chosen = await deps.segments.segmentOf(tx, accountId, listId)
  if (chosen === null || (await deps.segments.has(tx, accountId, chosen.segmentId))) return null
  return 'contacts.segment_not_found'
}

/** A sheet says all the rest: also what is no matter of waiting. */
async function stillClosed(
  deps: CampaignsDeps,
  tx: Tx,
  way: { draft: Campaign; waitsIn: readonly CountryCode[]; at: Instant },
): Promise<string | null> {
  const { draft: order, waitsIn, at } = way
  if (await deps.accounts.isSuspended(tx, order.accountId)) return suspended
  for (const country of waitsIn) {
    const refusal = await refusalOfWay(deps, tx, { order, country, at })
    if (refusal !== null && passing.has(refusal)) return refusal
  }
  return null
}
