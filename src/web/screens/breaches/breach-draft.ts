// What is typed of a breach, and the record that it becomes.
import {
  type BreachRecord,
  type BreachScenario,
  scenarioProposals,
} from '../../../disclosure/contract.ts'
import { instantOf, localOf } from '../../data/zone-fields.ts'

type Instants = 'discoveredAt' | 'beganAt' | 'endedAt'
type Counts = 'people' | 'records'

/** Instants as the browser's field writes them, by the account's clock; empty: not known. */
export type BreachDraft = Omit<BreachRecord, Instants | Counts> &
  Record<Instants, string> &
  Record<Counts, number | ''>

export const textFields = ['facts', 'effects', 'measuresTaken', 'measuresPlanned'] as const

export const emptyDraft = (): BreachDraft => ({
  ...{ title: '', scenario: 'other', kinds: [], country: 'FR', accountIds: [] },
  ...{ discoveredAt: localOf(new Date().toISOString()), beganAt: '', endedAt: '' },
  ...{ people: '', records: '', facts: '', effects: '', measuresTaken: '', measuresPlanned: '' },
  ...{ risk: null, riskReason: '', authorityReason: '', untold: null, untoldReason: '' },
  ...{ lateReason: '', contact: '' },
})

export const draftOf = (record: BreachRecord): BreachDraft => ({
  ...record,
  discoveredAt: localOf(record.discoveredAt),
  beganAt: localOf(record.beganAt),
  endedAt: localOf(record.endedAt),
  people: record.people ?? '',
  records: record.records ?? '',
})

/** Null while what cannot be done without is missing. `held` keeps seconds that a field drops. */
export function recordOf(draft: BreachDraft, held: BreachRecord | null): BreachRecord | null {
  const discoveredAt = instantOf(draft.discoveredAt)
  if (draft.title.trim().length < 3 || discoveredAt === null) return null
  const isSame = held !== null && localOf(held.discoveredAt) === draft.discoveredAt
  return {
    ...draft,
    discoveredAt: isSame ? held.discoveredAt : discoveredAt,
    beganAt: instantOf(draft.beganAt),
    endedAt: instantOf(draft.endedAt),
    people: draft.people === '' ? null : draft.people,
    records: draft.records === '' ? null : draft.records,
  }
}

/** A scenario proposes what it mostly means; it overwrites no decision. */
export function withScenario(draft: BreachDraft, scenario: BreachScenario): BreachDraft {
  const { kinds, isUnreadable } = scenarioProposals[scenario]
  const untold = draft.untold === 'unreadable' ? null : draft.untold
  return {
    ...draft,
    scenario,
    kinds: [...kinds],
    untold: isUnreadable ? (draft.untold ?? 'unreadable') : untold,
  }
}
