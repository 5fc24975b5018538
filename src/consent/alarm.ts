// The alarm when tables that decide about sending were changed outside the program.
import type { AccountId } from '../kernel/index.ts'

export const alarmKinds = [
  'state_false',
  'legal_basis_false',
  'suppression_altered',
  'suppressions_incomplete',
  'entries_set_aside',
  'ledger_differs',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** Somebody has changed the database without the keys, or a fault has. No person is named. */
export type Alarm = { accountId: AccountId; kind: AlarmKind; count: number }
