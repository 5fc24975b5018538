// The steps of a recurring send: started, paused, resumed, ended; each locked and recorded.
import { accountOf } from '../../accounts/index.ts'
import type { Caller, Instant, UserId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { readAnotherAbove } from '../approvals/approval-store.ts'
import type { RecurringState } from '../contract-recurring.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { userOf } from '../user-of.ts'
import { nextRun } from './next-run.ts'
import { lastDayOf } from './occurrence-store.ts'
import { lockOwn } from './prepare-recurring.ts'
import { dayOfIso, type Recurring } from './recurring.ts'
import { firstFrom } from './rule.ts'
import { interruptOpen } from './settle-day.ts'
import { setApproved, setState } from './store.ts'
import { starters } from './waiting.ts'

/** Makes the days of one that are due. */
export const dueJob = 'campaigns.recurring_due'

async function inStep(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
  step: {
    from: readonly RecurringState[]
    verb: 'started' | 'paused' | 'resumed' | 'ended'
    act(tx: Tx, held: Recurring): Promise<void>
  },
): Promise<void> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await lockOwn(deps, tx, caller, id)
    if (!step.from.includes(held.state)) {
      throw campaignsError('campaigns.recurring_step_not_possible', { state: held.state })
    }
    await step.act(tx, held)
    const action = `campaigns.recurring_${step.verb}` as const
    await deps.record(tx, caller, { action, details: { send: id } })
  })
}

/** A day that was begun is not begun again: after a pause it goes on behind it. */
async function run(deps: CampaignsDeps, tx: Tx, held: Recurring, now: Instant): Promise<void> {
  const { accountId, id } = held
  const { zone } = await accountOf(tx, accountId)
  const last = await lastDayOf(tx, { accountId, recurringId: id })
  const from = firstFrom(zone, now, held.sendMinute)
  const next = nextRun(held, zone, last === null ? from : Math.max(from, dayOfIso(last) + 1))
  if (next === null) throw campaignsError('campaigns.recurring_never')
  await setState(tx, { accountId, id }, { state: 'active', next })
  // Its hour is near: nobody waits for the next look.
  if (next.at > now) return
  await deps.jobs.enqueue(tx, { name: dueJob, key: id, accountId, input: { recurringId: id } })
}

const needsAnother = async (tx: Tx, held: Recurring, by: UserId | null): Promise<boolean> =>
  (await readAnotherAbove(tx, held.accountId)) !== null && (by === null || by === held.preparedBy)

/**
 * What leaves by itself for years is read by two where large campaigns are: how many will get it,
 * nobody knows.
 */
export async function startRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const act = async (tx: Tx, held: Recurring) => {
    if (held.version !== version) throw campaignsError('campaigns.recurring_changed')
    const by = userOf(caller)
    if (await needsAnother(tx, held, by)) throw campaignsError('campaigns.recurring_needs_another')
    const at = deps.clock.now()
    await setApproved(tx, held, { by, at })
    await run(deps, tx, held, at)
  }
  await inStep(deps, caller, id, { from: ['draft'], verb: 'started', act })
}

/** A day that waits does not leave any more; a launched campaign of it has its own pause. */
export async function pauseRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
): Promise<void> {
  const act = async (tx: Tx, held: Recurring) => {
    await interruptOpen(deps, tx, held)
    await setState(tx, held, { state: 'paused', next: null })
  }
  await inStep(deps, caller, id, { from: ['active'], verb: 'paused', act })
}

/**
 * Where who started it has left, or may start none any more, whoever resumes it stands for it from
 * now on, if they may start it.
 */
async function takeOver(tx: Tx, held: Recurring, by: UserId | null, at: Instant): Promise<void> {
  const { accountId, approvedBy } = held
  if (by === null || approvedBy === null) return
  const there = await starters(tx, accountId)
  if (there.includes(approvedBy) || !there.includes(by)) return
  if (!(await needsAnother(tx, held, by))) await setApproved(tx, held, { by, at })
}

/** Days of the pause are not made up for: nobody wanted them to leave. */
export async function resumeRecurring(
  deps: CampaignsDeps,
  caller: Caller,
  id: string,
): Promise<void> {
  const act = async (tx: Tx, held: Recurring) => {
    const at = deps.clock.now()
    await takeOver(tx, held, userOf(caller), at)
    await run(deps, tx, held, at)
  }
  await inStep(deps, caller, id, { from: ['paused'], verb: 'resumed', act })
}

export async function endRecurring(deps: CampaignsDeps, caller: Caller, id: string): Promise<void> {
  const act = async (tx: Tx, held: Recurring) => {
    await interruptOpen(deps, tx, held)
    await setState(tx, held, { state: 'ended', next: null })
  }
  await inStep(deps, caller, id, { from: ['draft', 'active', 'paused'], verb: 'ended', act })
}
