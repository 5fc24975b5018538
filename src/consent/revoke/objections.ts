// How consent ends by the person: STOP, an objection, a withdrawal.
import type { Caller, ControllerId, EntryId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import type { Purpose } from '../consent.ts'
import {
  type ObjectionDeps,
  type ObjectionInput,
  type ObjectionOutcome,
  recordStop,
  recordStops,
  type StopRow,
  type WithdrawalInput,
  withdrawConsent,
} from './record-objection.ts'
import { withdrawAuthorisation } from './withdraw-authorisation.ts'

/** Each is effective at the commit of `tx`. */
export interface Objections {
  /**
   * STOP or any objection: effective at the commit of `tx`, for the account, whatever the purpose.
   */
  recordStop(tx: Tx, caller: Caller, input: ObjectionInput): Promise<ObjectionOutcome>
  /** An imported opposition list: one objection a row, all with the same scope and reason. */
  recordStops(
    tx: Tx,
    caller: Caller,
    input: Pick<ObjectionInput, 'scope' | 'reason' | 'origin'> & { rows: readonly StopRow[] },
  ): Promise<{ recorded: number; alreadyThere: number }>
  /** The person takes back one consent; null when none was given. */
  withdrawConsent(
    tx: Tx,
    caller: Caller,
    input: WithdrawalInput,
  ): Promise<{ entryId: EntryId } | null>
  withdrawAuthorisation(
    tx: Tx,
    caller: Caller,
    asked: { keys: SubjectKeys; controllerId: ControllerId; purpose: Purpose; reason: string },
  ): Promise<{ entryId: EntryId } | null>
}

export function createObjections(deps: ObjectionDeps): Objections {
  return {
    recordStop: (tx, caller, input) => recordStop(deps, tx, caller, input),
    recordStops: (tx, caller, input) => recordStops(deps, tx, caller, input),
    withdrawConsent: (tx, caller, input) => withdrawConsent(deps, tx, caller, input),
    withdrawAuthorisation: (tx, caller, asked) => withdrawAuthorisation(deps, tx, caller, asked),
  }
}
