// Orders, in the transaction of a step, that the person is told of it by SMS.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import type { Told } from './life-store.ts'
import { recordStep } from './steps.ts'

export const tellJob = 'preferences.tell_person'
export const lookJob = 'preferences.look_after_telling'
/** By then a commit that nobody heard of has come, or it never does. */
const lookAfterMs = 600_000

export type NotTold =
  | 'preferences.not_told_erased'
  | 'preferences.not_told_no_contact'
  | 'preferences.not_told_by_mistake'
  | 'preferences.not_told_closed'
  | 'preferences.not_told_no_sender'
  | 'preferences.not_told_no_address'
  | 'preferences.not_told_number_changed'
  | 'preferences.not_told_number_dead'
  | 'preferences.not_told_failed'

/** `why`: one of ours, or of the door or the gate that said no to the message. */
export const notTold = (
  { clock }: Pick<PreferencesDeps, 'clock'>,
  why: NotTold | (string & {}),
): Told => ({ state: 'not_sent', at: clock.now(), messageId: null, why })

/** In the transaction of the step: kept together or not at all. */
export async function orderTelling(
  { jobs }: Pick<PreferencesDeps, 'jobs'>,
  tx: Tx,
  accountId: AccountId,
  input: { requestId: string; stepId: string },
): Promise<void> {
  await jobs.enqueue(tx, { name: tellJob, key: input.stepId, accountId, input })
}

/** What was maybe accepted is looked for once more, and nothing is sent again. */
export async function orderLook(
  { jobs }: Pick<PreferencesDeps, 'jobs'>,
  tx: Tx,
  accountId: AccountId,
  input: { requestId: string; stepId: string },
): Promise<void> {
  const job = { name: lookJob, key: input.stepId, accountId, input, afterMs: lookAfterMs }
  await jobs.enqueue(tx, job)
}

/** With the order to tell the person by SMS: both stand, or neither. */
export async function recordToldStep(
  deps: PreferencesDeps,
  tx: Tx,
  accountId: AccountId,
  step: Omit<Parameters<typeof recordStep>[3], 'told'>,
): Promise<void> {
  const told: Told = { state: 'waiting', at: null, messageId: null, why: null }
  const stepId = await recordStep(deps, tx, accountId, { ...step, told })
  await orderTelling(deps, tx, accountId, { requestId: step.request.id, stepId })
}
