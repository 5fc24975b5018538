// What each SMPP status means for the segment that got it: the one table.
import { statuses } from '../../wire/index.ts'
import type { StatusAction } from './operator-link.ts'

/**
 * `retry`: the operator is at fault for now. `throttle`: too fast, or its queue is full. All else
 * is `give_up`: the same segment would be refused again.
 */
const actions = new Map<number, StatusAction>([
  [statuses.ESME_RTHROTTLED, 'throttle'],
  [statuses.ESME_RMSGQFUL, 'throttle'],
  [statuses.ESME_RSYSERR, 'retry'],
  // The session is not in the state that we believe: it will be made afresh.
  [statuses.ESME_RINVBNDSTS, 'retry'],
  [statuses.ESME_RX_T_APPN, 'retry'],
])

export function statusAction(status: number): StatusAction {
  return actions.get(status) ?? 'give_up'
}
