// Ends a day of a recurring send, or has it wait; in one transaction with the step to the next.
import type { Account } from '../../accounts/index.ts'
import type { CountryCode } from '../../countries/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { lockCampaign } from '../store.ts'
import { becameByHand } from './draft-of-day.ts'
import { nextRun } from './next-run.ts'
import * as occurrences from './occurrence-store.ts'
import { dayOfIso, type Occurrence, type Recurring } from './recurring.ts'
import { nextLook } from './rule.ts'
import { lockRecurring, setState } from './store.ts'

export type Due = { account: Account; held: Recurring; occurrence: Occurrence }

export const keyOf = ({ held, occurrence }: Pick<Due, 'held' | 'occurrence'>) => ({
  accountId: held.accountId,
  recurringId: held.id,
  day: occurrence.day,
})

export const interrupted = 'campaigns.recurring_interrupted'

/** To its next day; without one it has come to its end, once nothing of it waits any more. */
export async function goOn(tx: Tx, held: Recurring, zone: string, from: number): Promise<void> {
  const next = nextRun(held, zone, from)
  const isOver = next === null && !(await isAnyOpen(tx, held))
  await setState(tx, held, { state: isOver ? 'ended' : 'active', next })
}

async function isAnyOpen(tx: Tx, { accountId, id }: Recurring): Promise<boolean> {
  return (await occurrences.lockOpen(tx, { accountId, recurringId: id })).length > 0
}

type Waits = { state: 'waiting'; failure: string; waitsIn: readonly CountryCode[] }
export type Outcome = occurrences.Settled | Waits

/**
 * Once, whoever else is at it. A day that waits lets the next one come: what is closed for one
 * country need not be for another.
 */
export async function settle(
  deps: CampaignsDeps,
  due: Due,
  decide: (tx: Tx, now: Recurring, occurrence: Occurrence) => Promise<Outcome | null>,
): Promise<void> {
  const { accountId, id } = due.held
  await deps.database.inAccount(accountId, async (tx) => {
    const now = await lockRecurring(tx, deps.vault, { accountId, id })
    const occurrence = await occurrences.lockOccurrence(tx, keyOf(due))
    if (now === null || occurrence === null || !isOpen(occurrence)) return
    const outcome = await decide(tx, now, occurrence)
    if (outcome === null) return
    if (outcome.state === 'waiting') {
      const lookAt = nextLook(occurrence.begunAt, deps.clock.now())
      await occurrences.keepWaiting(tx, keyOf(due), { ...outcome, lookAt })
    } else {
      await occurrences.settleOccurrence(tx, keyOf(due), outcome)
    }
    // Paused meanwhile, or changed: its next day is not this job's to choose.
    if (now.state !== 'active') return
    const isNext = now.nextDay === occurrence.day
    // The last of its days have waited, and nothing comes behind them.
    const isLast = now.nextDay === null && !(await isAnyOpen(tx, now))
    if (isNext) await goOn(tx, now, due.account.zone, dayOfIso(occurrence.day) + 1)
    if (isLast) await setState(tx, now, { state: 'ended', next: null })
  })
}

const openStates: readonly Occurrence['state'][] = ['gathering', 'made', 'waiting']
export const isOpen = ({ state }: Pick<Occurrence, 'state'>): boolean => openStates.includes(state)

/** What somebody did with its draft by hand stands before what the day would be told as. */
export async function unlessByHand(
  deps: Pick<CampaignsDeps, 'vault'>,
  tx: Tx,
  { held, occurrence }: Pick<Due, 'held' | 'occurrence'>,
  otherwise: occurrences.Settled,
): Promise<occurrences.Settled> {
  const { campaignId, draftHash } = occurrence
  if (campaignId === null) return otherwise
  const draft = await lockCampaign(tx, deps.vault, held.accountId, campaignId)
  const became = becameByHand(draft, draftHash)
  return became?.state === 'launched' ? became : otherwise
}

/** Paused or ended: what is being made ready or waits does not leave any more. */
export async function interruptOpen(
  deps: Pick<CampaignsDeps, 'vault'>,
  tx: Tx,
  held: Recurring,
): Promise<void> {
  const { accountId, id } = held
  const stopped = { state: 'stopped', people: null, failure: interrupted } as const
  for (const occurrence of await occurrences.lockOpen(tx, { accountId, recurringId: id })) {
    const settled = await unlessByHand(deps, tx, { held, occurrence }, stopped)
    await occurrences.settleOccurrence(tx, keyOf({ held, occurrence }), settled)
  }
}
