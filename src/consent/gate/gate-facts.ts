// The gate's truth: who has an effective consent at an instant, and who has objected.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  decideEffective,
  type EffectiveConsent,
  type GateQuestion,
  type SuppressionScope,
} from '../consent.ts'
import { policyByDefault } from '../consent-dates.ts'
import type { OtherLegalBasis } from '../contract.ts'
import type { Guard } from '../store/guard.ts'
import { isSameMac, macOfRow } from '../store/guard-macs.ts'
import { readLegalBases } from '../store/legal-basis-store.ts'
import { readStates } from '../store/state-store.ts'
import { readFacts, readPolicy } from '../store/store.ts'
import type { HeldState, LegalBasisRow } from '../tables.ts'

/** The truth for one person at one instant, in the order asked. */
export type GateFact = {
  consent: EffectiveConsent
  /** Null when no suppression stands on the number. */
  suppression: SuppressionScope | null
}

export async function gateFacts(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  people: {
    subjects: readonly (SubjectId | null)[]
    tags: readonly (Uint8Array | null)[]
  },
  question: GateQuestion,
): Promise<GateFact[]> {
  const { controllerId, channel, purpose, at } = question
  const key = { controllerId, channel, purpose }
  const found = await readFacts(guard, tx, accountId, people, key)
  const { held, scopes, altered, unknown, minimumRank, legalBases } = found
  const policy = { minimumRank: minimumRank ?? policyByDefault.minimum_rank }
  const isDoubted = altered.size > 0 || unknown.size > 0
  const facts = held.map((row, index) => ({
    consent:
      isDoubted && (unknown.has(index) || (row !== null && altered.has(row.subject_id)))
        ? alteredAt(row)
        : decideEffective(row === null ? null : standingOf(row), policy, at),
    suppression: scopes[index] ?? null,
  }))
  if (legalBases.length === 0 || channel !== 'sms') return facts
  return withLegalBases(guard, tx, accountId, facts, {
    subjects: people.subjects,
    legalBases,
    question,
  })
}

/** Changed by somebody without the keys, or nobody can say whether the number has objected. */
const alteredAt = (row: Pick<HeldState, 'entry_id'> | null): EffectiveConsent => ({
  effective: false,
  why: 'altered',
  entryId: row?.entry_id ?? null,
})

type Standing = Omit<HeldState, 'subject_id' | 'mac'>

const standingOf = (row: Standing) => ({
  state: row.state,
  since: row.since,
  validUntil: row.valid_until,
  gradeRank: row.grade_rank,
  wordingId: row.wording_id,
  entryId: row.entry_id,
})

/** Whoever took a consent back has said no: no other legal basis stands in for it. */
const mayRestElsewhere = ({ consent }: GateFact): boolean =>
  !consent.effective && consent.why !== 'withdrawn' && consent.why !== 'altered'

/** Asked only where an account has switched one on: most never do. */
async function withLegalBases(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  facts: readonly GateFact[],
  asked: {
    subjects: readonly (SubjectId | null)[]
    legalBases: readonly OtherLegalBasis[]
    question: GateQuestion
  },
): Promise<GateFact[]> {
  const { controllerId, purpose, at } = asked.question
  const open = facts.flatMap((fact, index) => {
    const subjectId = asked.subjects[index] ?? null
    return subjectId !== null && mayRestElsewhere(fact) ? [subjectId] : []
  })
  const { legalBases } = asked
  const found = await readLegalBases(guard, tx, accountId, {
    subjects: open,
    controllerId,
    purpose,
    legalBases,
    at,
  })
  return facts.map((fact, index) => {
    const row = found.get(asked.subjects[index] as SubjectId)
    return row === undefined || !mayRestElsewhere(fact)
      ? fact
      : { ...fact, consent: row.isTrue ? effectiveBy(row) : alteredAt(row) }
  })
}

const effectiveBy = (row: LegalBasisRow): EffectiveConsent => ({
  effective: true,
  entryId: row.entry_id,
  wordingId: row.wording_id,
  gradeRank: 0,
  since: row.since,
  validUntil: row.valid_until,
  legalBasis: row.legal_basis,
})

type StateOf = Omit<GateQuestion, 'at'> & {
  consent: EffectiveConsent
  since: Instant
  validUntil: Instant
}

/** All that one person has said, entity by entity, channel by channel, purpose by purpose. */
export async function statesOf(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
  at: Instant,
): Promise<StateOf[]> {
  const policy = (await readPolicy(tx, accountId)) ?? policyByDefault
  const macOf = macOfRow(guard.keyOf(accountId), accountId)
  const rows = await readStates(tx, accountId, subjectId)
  await guard.suppressions.look(tx, accountId)
  return rows.map((row) => {
    const { controller_id: controllerId, channel, purpose } = row
    const state = standingOf(row)
    const { since, validUntil } = state
    const isTrue =
      row.mac === null
        ? !guard.isSealed(accountId)
        : isSameMac(row.mac, macOf(row)) &&
          (row.state === 'withdrawn' ||
            guard.suppressions.rowState(accountId, subjectId, row.mac) === 'stands')
    const consent = isTrue
      ? decideEffective(state, { minimumRank: policy.minimum_rank }, at)
      : alteredAt(row)
    return { controllerId, channel, purpose, since, validUntil, consent }
  })
}
