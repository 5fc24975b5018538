// What is typed of a breach, and the record that it becomes.
import {
  type AccountBreachJudgement,
  type AccountBreachRecord,
  type BreachRecord,
  type BreachScenario,
  scenarioProposals,
} from '../../../disclosure/contract.ts'
import { instantOf, localOf } from '../../data/zone-fields.ts'

type Instants = 'discoveredAt' | 'beganAt' | 'endedAt'
type Counts = 'people' | 'records'

/** Numbers as a field holds them; empty: what was counted stands. */
export type JudgementDraft = Omit<AccountBreachJudgement, Counts | 'knownAt'> &
  Record<Counts, number | ''>
/** Of one of which it was told: with when the account learned of it before. */
type ToldDraft = JudgementDraft & { knownAt: string }
/** Instants as the browser's field writes them, by the account's clock; empty: not known. */
type RecordDraft = Omit<AccountBreachRecord, Instants | Counts> &
  Record<Instants, string> &
  Record<Counts, number | ''>
/** With what the record of the installation has beside. */
export type BreachDraft = RecordDraft & Pick<BreachRecord, 'country' | 'accountIds'>

export const emptyDraft = (): BreachDraft => ({
  ...{ title: '', scenario: 'other', kinds: [], country: 'FR', accountIds: [] },
  ...{ discoveredAt: localOf(new Date().toISOString()), beganAt: '', endedAt: '' },
  ...{ people: '', records: '', facts: '', effects: '', measuresTaken: '', measuresPlanned: '' },
  ...{ risk: null, riskReason: '', authorityReason: '', untold: null, untoldReason: '' },
  ...{ lateReason: '', contact: '' },
})

export const judgementDraftOf = (judgement: AccountBreachJudgement): ToldDraft => ({
  ...judgement,
  knownAt: localOf(judgement.knownAt),
  people: judgement.people ?? '',
  records: judgement.records ?? '',
})

/** `held` keeps seconds that a field drops. */
export const judgementOf = (
  draft: ToldDraft,
  held: Pick<AccountBreachJudgement, 'knownAt'>,
): AccountBreachJudgement => ({
  ...draft,
  knownAt: localOf(held.knownAt) === draft.knownAt ? held.knownAt : instantOf(draft.knownAt),
  people: draft.people === '' ? null : draft.people,
  records: draft.records === '' ? null : draft.records,
})

export const draftOf = (record: BreachRecord | AccountBreachRecord): BreachDraft => ({
  ...emptyDraft(),
  ...record,
  discoveredAt: localOf(record.discoveredAt),
  beganAt: localOf(record.beganAt),
  endedAt: localOf(record.endedAt),
  people: record.people ?? '',
  records: record.records ?? '',
})

type Held = Pick<BreachRecord, 'discoveredAt'> | null

/** Null while what cannot be done without is missing. `held` keeps seconds that a field drops. */
export function recordOf(draft: BreachDraft, held: Held): BreachRecord | null {
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

/** What an account records has its own authority, and concerns that account alone. */
export function ownRecordOf(draft: BreachDraft, held: Held): AccountBreachRecord | null {
  const record = recordOf(draft, held)
  if (record === null) return null
  const { country: _, accountIds: __, ...own } = record
  return own
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
